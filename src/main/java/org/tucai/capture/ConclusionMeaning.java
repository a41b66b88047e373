package org.tucai.capture;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.tucai.platform.web.Language;

/** What the authority's words mean; the list is data and belongs to the feature that receives them. */
public interface ConclusionMeaning {
    /** The words after which the school has to follow up. */
    Set<String> doubtful();

    /** What to show for each of the authority's words in that language; the word itself where there is nothing else. */
    UnaryOperator<String> in(Language language);
}
