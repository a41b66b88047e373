package org.tucai.portrait.rule;

import org.jspecify.annotations.Nullable;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.GlassesFacts;
import org.tucai.portrait.face.Learned;

/** The places that rules point to, laid out in eye distances round the middle between the eyes. */
enum HeadPlace {
    EYES(-1, -0.25, 2, 0.5),
    BROWS(-1, -0.55, 2, 0.5),
    LENSES(-1, -0.35, 2, 0.8),
    MOUTH(-0.6, 0.85, 1.2, 0.6),
    FACE(-1.1, -1.1, 2.2, 2.9),
    HEAD_TOP(-1.2, -2, 2.4, 1.4),
    EARS(-1.35, -0.3, 2.7, 1.1),
    NECK(-0.9, 1.7, 1.8, 0.7),
    CLOTHES(-1.8, 2.1, 3.6, 1),
    HEAD(-1.4, -2, 2.8, 3.8);

    private final double left;
    private final double top;
    private final double width;
    private final double height;

    HeadPlace(double left, double top, double width, double height) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
    }

    /** An answer that points here, when it is known where the head is. */
    Answer point(Answer answer, Facts facts) {
        GeometryFacts head = facts.find(GeometryFacts.class);
        if (head == null) {
            return answer;
        }
        double unit = head.eyeDistance();
        return answer.at(facts, head.eyesX() + left * unit, head.eyesY() + top * unit, width * unit, height * unit);
    }

    /** Whether glasses are worn, null when it was not looked at. */
    static @Nullable Boolean glassesWorn(Facts facts) {
        Double without = learned(facts, "no-glasses");
        GlassesFacts glasses = facts.find(GlassesFacts.class);
        return without != null ? (Boolean) (without < 0.5) : glasses == null ? null : (Boolean) glasses.worn();
    }

    /** What a trained classifier says of a rule, or null. */
    static @Nullable Double learned(Facts facts, String rule) {
        Learned learned = facts.find(Learned.class);
        return learned == null ? null : learned.meets().get(rule);
    }
}
