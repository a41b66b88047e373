package org.tucai.portrait;

import java.util.Set;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.PictureType;
import org.tucai.portrait.face.FileFacts;
import org.tucai.portrait.face.Perception;

/** Facts about a file from its header, and whether it has colours at all. */
final class FileReading {
    /** EXIF orientations that mirror the picture. */
    private static final Set<Integer> MIRRORED = Set.of(2, 4, 5, 7);

    /** Colour components of a file without colours. */
    private static final int GREY = 1;

    private FileReading() {}

    /** @param picture the decoded picture */
    static FileFacts of(PictureHeader header, Mat picture) {
        return of(header, header, picture);
    }

    /**
     * Facts about a file that the program made.
     *
     * @param original header of the file it was made from, which alone tells whether the picture was mirrored
     * @param picture that file decoded; without colours it counts as grey, whatever the number of its channels
     */
    static FileFacts of(PictureHeader header, PictureHeader original, Mat picture) {
        boolean grey = original.components() == GREY || BlackAndWhite.is(picture);
        return new FileFacts(
                header.type().name(),
                header.fileLength(),
                header.uprightWidth(),
                header.uprightHeight(),
                grey ? GREY : header.components(),
                header.dpiX(),
                header.jpegQuality(),
                MIRRORED.contains(original.orientation()));
    }

    /**
     * How visible JPEG blocks are, grey levels; NaN where it cannot be told. Reducing a picture averages its blocks away unless it was
     * compressed more than any standard allows.
     *
     * @param picture the decoded picture
     * @param reduction what its sides were divided by while decoding
     */
    static double blocks(PictureHeader header, Mat picture, int reduction) {
        if (reduction == 1) {
            return Perception.blocks(picture);
        }
        boolean strong = header.type() == PictureType.JPEG && header.jpegQuality() < 60;
        return strong ? Double.NaN : 0;
    }
}
