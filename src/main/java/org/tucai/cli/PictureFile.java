package org.tucai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tucai.picture.PictureHeader;

/** Reads a file that was given to a command as a picture. */
public final class PictureFile {
    private PictureFile() {}

    /** The bytes, at most one more than a picture may have: {@link PictureHeader#of} judges the size. */
    public static byte[] read(Path picture) throws IOException {
        try (InputStream in = Files.newInputStream(picture)) {
            return in.readNBytes(PictureHeader.MAX_BYTES + 1);
        }
    }
}
