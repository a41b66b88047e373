package org.tucai.capture;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tucai.platform.web.Language;

/** What the authority's conclusions mean; the list is data and belongs to the feature that receives them. */
public interface ConclusionMeaning {
    /** The conclusions that the school has to follow up. */
    Set<String> doubtful();

    /** The meaning of a conclusion; empty if the list lacks it. */
    Optional<Meaning> of(String word);

    /**
     * The meaning of a conclusion.
     *
     * @param en what to show for it in English
     * @param doubtful whether the school has to follow up
     */
    record Meaning(String en, boolean doubtful) {}

    /** Maps a conclusion to the text to show in that language; to itself where there is no other. */
    UnaryOperator<String> in(Language language);
}
