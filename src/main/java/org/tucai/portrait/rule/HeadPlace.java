package org.tucai.portrait.rule;

import org.jspecify.annotations.Nullable;
import org.tucai.portrait.face.FaceShape;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.HeadFrame;
import org.tucai.portrait.face.Roi;

/**
 * The places that rules point to: boxes in eye distances from the middle between the eyes, to the right, down and into the head. Where
 * the head is traced in three dimensions the boxes turn with it; neck and clothes are then placed below the chin instead, because a body
 * leans less than its head.
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

    /** The rectangle around this place in the frame, or null when nobody knows where the head is. */
    @Nullable
    Roi in(Facts facts) {
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
}
