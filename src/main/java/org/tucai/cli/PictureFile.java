package org.tucai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tucai.picture.PictureHeader;

/** A file that a command was given as a picture. */
public final class PictureFile {
    private PictureFile() {}

    /** Its bytes, at most one more than is allowed of them: the size is judged by what reads the header. */
    public static byte[] read(Path picture) throws IOException {
        try (InputStream in = Files.newInputStream(picture)) {
            return in.readNBytes(PictureHeader.MAX_BYTES + 1);
        }
    }
}
