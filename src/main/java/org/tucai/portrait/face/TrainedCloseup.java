package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT_101;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.flip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A part of a person that a network of the project's own looks at. Never change a place or a size without training anew
 * ({@code src/train}).
 */
public enum TrainedCloseup {
    /** Each ear from its middle down with what hangs from it, the right one mirrored: earrings, and whether ears show. */
    EARS(160, 160, 2),
    /** Neck and shoulders: necklaces, and clothes. */
    BUST(320, 192, 2),
    /** From the chin to the end of the picture: clothes, and necklaces. */
    TORSO(256, 160, 2),
    /** The whole head with its surroundings: headwear, ears, light, earrings. */
    HEAD(224, 224, 4),
    /** The mouth and what is around it: teeth and gaps between the lips. */
    MOUTH(160, 128, 1);

    private static final int UPPER_LIP = 13;
    private static final int LOWER_LIP = 14;
    private static final int LEFT_CHEEK = 234;
    private static final int RIGHT_CHEEK = 454;

    private final int width;
    private final int height;
    private final int rules;

    TrainedCloseup(int width, int height, int rules) {
        this.width = width;
        this.height = height;
        this.rules = rules;
    }

    /** Pixels of a cut, a multiple of 32. */
    public int width() {
        return width;
    }

    /** Pixels of a cut, a multiple of 32. */
    public int height() {
        return height;
    }

    /** How many rules its network judges. */
    public int rules() {
        return rules;
    }

    /** How many rules all networks judge. */
    public static int answers() {
        int answers = 0;
        for (TrainedCloseup closeup : values()) {
            answers += closeup.rules;
        }
        return answers;
    }

    /** The name of its files. */
    public String file() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it is cut out of a picture; a second place is mirrored. */
    private List<Roi> places(FaceShape face, int pictureHeight) {
        HeadFrame head = HeadFrame.of(face);
        double unit = head.unit();
        return switch (this) {
            case EARS -> List.of(ear(face, head, LEFT_CHEEK, -0.1), ear(face, head, RIGHT_CHEEK, 0.1));
            case BUST -> List.of(head.below(face, 0.9 * unit, 3.6 * unit, 2.16 * unit));
            case TORSO -> List.of(head.torso(face, pictureHeight, 1.6));
            case HEAD -> List.of(face.region(0, -0.2, 4.2, 4.2));
            case MOUTH -> List.of(mouth(face));
        };
    }

    /** What lies beyond the picture: below a chest it is mirrored, so that no edge looks like a chain. */
    private int border() {
        return this == BUST || this == TORSO ? BORDER_REFLECT_101 : BORDER_REPLICATE;
    }

    private static Roi mouth(FaceShape face) {
        double x = (face.x(UPPER_LIP) + face.x(LOWER_LIP)) / 2;
        double y = (face.y(UPPER_LIP) + face.y(LOWER_LIP)) / 2;
        Roi eyes = new Roi(face.eyesX(), face.eyesY(), face.eyeDistance(), face.eyeDistance(), face.roll());
        return face.region(eyes.u(x, y) - 0.5, eyes.v(x, y) - 0.5, 1.4, 1.05);
    }

    private static Roi ear(FaceShape face, HeadFrame head, int cheek, double out) {
        double unit = head.unit();
        double x = face.x(cheek) + unit * (out * head.right()[0] + 0.2 * head.back()[0] + 0.58 * head.down()[0]);
        double y = face.y(cheek) + unit * (out * head.right()[1] + 0.58 * head.down()[1]);
        return new Roi(x, y, 1.1 * unit, 1.1 * unit, face.roll());
    }

    /**
     * The cuts of a picture.
     *
     * @param margin how much wider and higher than what the network looks at: 1, or more to train with shifts and turns
     * @return new matrices; the caller closes them
     */
    public List<Mat> cuts(Mat picture, FaceShape face, double margin) {
        List<Mat> cuts = new ArrayList<>();
        for (Roi place : places(face, picture.rows())) {
            Roi wide = new Roi(place.cx(), place.cy(), place.width() * margin, place.height() * margin, place.angle());
            Mat cut = wide.cutFinely(
                    picture, (int) Math.round(width * margin), (int) Math.round(height * margin), border());
            if (!cuts.isEmpty()) {
                flip(cut, cut, 1);
            }
            cuts.add(cut);
        }
        return cuts;
    }
}
