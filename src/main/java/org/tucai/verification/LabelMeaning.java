package org.tucai.verification;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.tucai.capture.ConclusionMeaning;

/** Reads the meaning of the authority's words from the list of labels. */
@Singleton
class LabelMeaning implements ConclusionMeaning {
    private final ConclusionLabelRepository labels;

    LabelMeaning(ConclusionLabelRepository labels) {
        this.labels = labels;
    }

    @Override
    public Set<String> doubtful() {
        return labels.findAllOrderByPosition().stream()
                .filter(ConclusionLabel::doubtful)
                .map(ConclusionLabel::zh)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String english(String conclusion) {
        return labels.findByZh(conclusion).map(ConclusionLabel::en).orElse(conclusion);
    }
}
