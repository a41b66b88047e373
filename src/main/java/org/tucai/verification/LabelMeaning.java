package org.tucai.verification;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tucai.capture.ConclusionMeaning;
import org.tucai.platform.web.Language;

/** Looks up the meaning of the authority's conclusions in the list of labels. */
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
    public Optional<Meaning> of(String word) {
        return labels.findByZh(word).map(label -> new Meaning(label.en(), label.doubtful()));
    }

    @Override
    public UnaryOperator<String> in(Language language) {
        if (language == Language.ZH) {
            return UnaryOperator.identity();
        }
        Map<String, String> english = labels.findAllOrderByPosition().stream()
                .collect(Collectors.toMap(ConclusionLabel::zh, ConclusionLabel::en));
        return word -> english.getOrDefault(word, word);
    }
}
