package org.tucai.portrait.face;

import java.util.List;

/**
 * A part of a head or body that is looked at closely: cut on its own out of the picture, so that what is small in the
 * picture (a stud, a chain, a lens) is large in the cut. Never change a place, a size or a cell count without training anew.
 *
 * <p>Of each cut two kinds of traits are kept, both averaged over cells: <em>deep</em> ones, which tell what is there, and
 * <em>fine</em> ones, which tell more exactly where lines and spots are.
 */
public enum Closeup {
    EYES(192, 96, 2, 4, 3, 6),
    MOUTH(128, 96, 2, 3, 3, 4),
    /** Both ears from their middle down and what hangs from them, the right one mirrored. */
    EARS(160, 160, 3, 3, 3, 3),
    NECK(192, 128, 2, 3, 3, 4),
    TORSO(224, 128, 2, 3, 3, 5),
    HEAD(192, 192, 3, 3, 4, 4);

    static final int DEEP_MAPS = 576;
    static final int MIDDLE_MAPS = 96;
    static final int FINE_MAPS = 48;

    private static final int LEFT_CHEEK = 234;
    private static final int RIGHT_CHEEK = 454;

    private final int width;
    private final int height;
    private final int rows;
    private final int columns;
    private final int fineRows;
    private final int fineColumns;

    Closeup(int width, int height, int rows, int columns, int fineRows, int fineColumns) {
        this.width = width;
        this.height = height;
        this.rows = rows;
        this.columns = columns;
        this.fineRows = fineRows;
        this.fineColumns = fineColumns;
    }

    /** Pixels of the cut, a multiple of 32. */
    int width() {
        return width;
    }

    /** Pixels of the cut, a multiple of 32. */
    int height() {
        return height;
    }

    /** How many deep traits. */
    public int deep() {
        return sides() * DEEP_MAPS * rows * columns;
    }

    /** How many fine traits. */
    public int fine() {
        return sides() * (MIDDLE_MAPS * rows * columns + 2 * FINE_MAPS * fineRows * fineColumns);
    }

    /** Of two sides their maximum and their mean are kept. */
    private int sides() {
        return this == EARS ? 2 : 1;
    }

    /** The deep traits of one cut. */
    float[] deep(float[] deep) {
        return Traits.pooled(deep, height / 32, width / 32, rows, columns, false);
    }

    /** The fine traits of one cut. */
    float[] fine(float[] middle, float[] fine) {
        return Traits.joined(
                Traits.pooled(middle, height / 32, width / 32, rows, columns, false),
                Traits.joined(
                        Traits.pooled(fine, height / 16, width / 16, fineRows, fineColumns, false),
                        Traits.pooled(fine, height / 16, width / 16, fineRows, fineColumns, true)));
    }

    /** Where it is cut; of two places the second one is mirrored. */
    List<Roi> places(FaceShape face) {
        double chin = face.eyesToChin() / face.eyeDistance();
        return switch (this) {
            case EYES -> List.of(face.region(0, 0.05, 2.4, 1.2));
            case MOUTH -> {
                double x = (face.x(13) + face.x(14)) / 2;
                double y = (face.y(13) + face.y(14)) / 2;
                yield List.of(at(face, x, y, 0, 0, 1.4, 1.05));
            }
            case EARS ->
                List.of(
                        at(face, face.x(LEFT_CHEEK), face.y(LEFT_CHEEK), -0.12, 0.58, 0.96, 0.96),
                        at(face, face.x(RIGHT_CHEEK), face.y(RIGHT_CHEEK), 0.12, 0.58, 0.96, 0.96));
            case NECK -> List.of(face.region(0, chin + 0.59, 1.92, 1.28));
            case TORSO -> List.of(face.region(0, chin + 1.15, 3.85, 2.2));
            case HEAD -> List.of(face.region(0, -0.2, 4.2, 4.2));
        };
    }

    /** A region round a point of the picture, moved by parts of the eye distance. */
    private static Roi at(FaceShape face, double x, double y, double right, double down, double width, double height) {
        double unit = face.eyeDistance();
        Roi eyes = new Roi(face.eyesX(), face.eyesY(), unit, unit, face.roll());
        return face.region(eyes.u(x, y) - 0.5 + right, eyes.v(x, y) - 0.5 + down, width, height);
    }
}
