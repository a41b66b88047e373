package org.tucai.portrait.rule;

import org.jspecify.annotations.Nullable;
import org.tucai.portrait.Profile;
import org.tucai.portrait.face.CoverFacts;
import org.tucai.portrait.face.FaceShape;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.GlassesFacts;
import org.tucai.portrait.face.HeadFrame;
import org.tucai.portrait.face.Learned;
import org.tucai.portrait.face.Roi;

/**
 * The places that rules point to, in eye distances from the middle between the eyes: to the right, down and into the head, as far
 * as the head is traced in three dimensions, so that they turn with it. Neck and clothes are laid below the chin then, as bodies
 * lean less than heads.
 */
enum HeadPlace {
    EYES(-1, -0.25, 0, 2, 0.5, 0),
    BROWS(-1, -0.55, 0, 2, 0.5, 0),
    LENSES(-1, -0.35, 0, 2, 0.8, 0),
    MOUTH(-0.6, 0.85, 0, 1.2, 0.6, 0),
    LOWER_FACE(-1, 0.35, 0, 2, 1.4, 0.4),
    FACE(-1.1, -1.1, 0, 2.2, 2.9, 0.6),
    HEAD_TOP(-1.2, -2, 0, 2.4, 1.4, 2.4),
    EARS(-1.35, -0.3, 1, 2.7, 1.1, 0.8),
    NECK(-0.9, 1.7, 0, 1.8, 0.7, 0),
    CLOTHES(-1.8, 2.1, 0, 3.6, 1, 0),
    HEAD(-1.4, -2, 0, 2.8, 3.8, 2.4);

    /** From the eyes to the chin, the median of adults. */
    private static final double CHIN = 1.73;

    /** From this certainty on a part of the face is seen. */
    static final double SEEN = 0.5;

    private final double left;
    private final double top;
    private final double front;
    private final double width;
    private final double height;
    private final double depth;

    HeadPlace(double left, double top, double front, double width, double height, double depth) {
        this.left = left;
        this.top = top;
        this.front = front;
        this.width = width;
        this.height = height;
        this.depth = depth;
    }

    /** An answer that points here, when it is known where the head is. */
    Answer point(Answer answer, Facts facts) {
        Roi place = place(facts);
        if (place == null) {
            return answer;
        }
        double x = place.cx() - place.width() / 2;
        double y = place.cy() - place.height() / 2;
        return answer.at(facts, x, y, place.width(), place.height());
    }

    private @Nullable Roi place(Facts facts) {
        FaceShape face = facts.find(FaceShape.class);
        if (face != null) {
            return place(face, HeadFrame.of(face));
        }
        GeometryFacts head = facts.find(GeometryFacts.class);
        if (head == null) {
            return null;
        }
        double unit = head.eyeDistance();
        double x = head.eyesX() + (left + width / 2) * unit;
        double y = head.eyesY() + (top + height / 2) * unit;
        return new Roi(x, y, width * unit, height * unit, 0);
    }

    private Roi place(FaceShape face, HeadFrame frame) {
        double unit = frame.unit();
        return switch (this) {
            case NECK, CLOTHES ->
                frame.below(face, (top + height / 2 - CHIN) * unit, width * unit, height * unit)
                        .upright();
            default -> frame.around(face, left, top, front, width, height, depth);
        };
    }

    /** Whether a mask, a hand or a thing hides mouth and nose: by what is seen of them, or by a classifier. */
    static boolean covered(Facts facts, Profile profile) {
        CoverFacts cover = facts.find(CoverFacts.class);
        Double least = profile.min("mouth-closed.seen");
        Double seen = learned(facts, Learned.MOUTH_SEEN);
        boolean nothing = cover != null && least != null && cover.mouth() < least;
        return nothing || (least != null && seen != null && seen < SEEN);
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
