package org.tucai.portrait;

import java.util.Set;
import org.tucai.picture.PictureHeader;
import org.tucai.portrait.face.FileFacts;

/** Facts about a file from its header. */
final class FileReading {
    /** EXIF orientations that mirror the picture. */
    private static final Set<Integer> MIRRORED = Set.of(2, 4, 5, 7);

    private FileReading() {}

    static FileFacts of(PictureHeader header) {
        return new FileFacts(
                header.type().name(),
                header.fileLength(),
                header.uprightWidth(),
                header.uprightHeight(),
                header.components(),
                header.dpiX(),
                header.jpegQuality(),
                header.orientation() != 1,
                MIRRORED.contains(header.orientation()));
    }
}
