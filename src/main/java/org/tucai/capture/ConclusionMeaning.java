package org.tucai.capture;

import java.util.Set;

/** What the authority's words mean; the list is data and belongs to the feature that receives them. */
public interface ConclusionMeaning {
    /** The words after which the school has to follow up. */
    Set<String> doubtful();

    /** One of the authority's words in English; the word itself when it is not known. */
    String english(String conclusion);
}
