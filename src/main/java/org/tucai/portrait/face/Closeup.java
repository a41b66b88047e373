package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT_101;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;

/**
 * A part of a head or body that is looked at closely: cut on its own out of the picture, so that what is small in the
 * picture (a lens, a print) is large in the cut. Never change a place, a size or a cell count without training anew.
 *
 * <p>Of each cut two kinds of traits are kept, both averaged over cells: <em>deep</em> ones, which tell what is there, and
 * <em>fine</em> ones, which tell more exactly where lines and spots are.
 */
public enum Closeup {
    EYES(192, 96, 2, 4, 3, 6),
    /** From the chin to the end of the picture. */
    TORSO(224, 128, 2, 3, 3, 5);

    static final int DEEP_MAPS = 576;
    static final int MIDDLE_MAPS = 96;
    static final int FINE_MAPS = 48;

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

    /** Below the chin small things count wherever they are: the maximum of each cell is kept as well as its mean. */
    private boolean body() {
        return this == TORSO;
    }

    /** What lies beyond the picture: below a chest it is mirrored, so that patterns stay patterns. */
    int border() {
        return body() ? BORDER_REFLECT_101 : BORDER_REPLICATE;
    }

    /** How many deep traits. */
    public int deep() {
        return (body() ? 2 : 1) * DEEP_MAPS * rows * columns;
    }

    /** How many fine traits. */
    public int fine() {
        return MIDDLE_MAPS * rows * columns + 2 * FINE_MAPS * fineRows * fineColumns;
    }

    /** The deep traits of one cut. */
    float[] deep(float[] deep) {
        float[] mean = Traits.pooled(deep, height / 32, width / 32, rows, columns, false);
        return body() ? Traits.joined(mean, Traits.pooled(deep, height / 32, width / 32, rows, columns, true)) : mean;
    }

    /** The fine traits of one cut. */
    float[] fine(float[] middle, float[] fine) {
        return Traits.joined(
                Traits.pooled(middle, height / 32, width / 32, rows, columns, false),
                Traits.joined(
                        Traits.pooled(fine, height / 16, width / 16, fineRows, fineColumns, false),
                        Traits.pooled(fine, height / 16, width / 16, fineRows, fineColumns, true)));
    }

    /**
     * Where it is cut.
     *
     * @param pictureHeight pixels of the picture from which it is cut
     */
    Roi place(FaceShape face, int pictureHeight) {
        return switch (this) {
            case EYES -> face.region(0, 0.05, 2.4, 1.2);
            case TORSO -> HeadFrame.of(face).torso(face, pictureHeight, 1.75);
        };
    }
}
