package org.tucai.capture;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tucai.platform.web.Language;

/** What the authority's words mean; the list is data and belongs to the feature that receives them. */
public interface ConclusionMeaning {
    /** The words after which the school has to follow up. */
    Set<String> doubtful();

    /** What one of the authority's words means; empty when the list does not say. */
    Optional<Meaning> of(String word);

    /**
     * What a word means.
     *
     * @param en what to show for it in English
     * @param doubtful whether the school has to follow up
     */
    record Meaning(String en, boolean doubtful) {}

    /** What to show for each of the authority's words in that language; the word itself where there is nothing else. */
    UnaryOperator<String> in(Language language);
}
