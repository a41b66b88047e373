package org.tucai.portrait;

import java.util.Set;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.PictureType;
import org.tucai.portrait.face.FileFacts;
import org.tucai.portrait.face.Perception;

/** Facts about a file from its header. */
final class FileReading {
    /** EXIF orientations that mirror the picture. */
    private static final Set<Integer> MIRRORED = Set.of(2, 4, 5, 7);

    /** Colour components of a file without colours. */
    private static final int GREY = 1;

    private FileReading() {}

    static FileFacts of(PictureHeader header) {
        return of(header, header);
    }

    /**
     * Facts about a file that the program made.
     *
     * @param original header of the file it was made from, which alone tells whether the picture was mirrored, and whether it has no
     *     colours: what the program makes always has three channels
     */
    static FileFacts of(PictureHeader header, PictureHeader original) {
        return new FileFacts(
                header.type().name(),
                header.fileLength(),
                header.uprightWidth(),
                header.uprightHeight(),
                original.components() == GREY ? GREY : header.components(),
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
