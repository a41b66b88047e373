package org.tucai.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file that a command was asked to write. */
final class OutputFile {
    private static final Pattern PICTURE_NAME = Pattern.compile(".*\\.(jpe?g|png|webp|gif|bmp|tiff?|heic)");

    private OutputFile() {}

    /** Whether its name has the ending of another kind of picture, which whoever gets the file would believe. */
    static boolean isNamedOtherwise(@Nullable Path path, String... endings) {
        String name = path == null ? "" : path.toString().toLowerCase(Locale.ROOT);
        return PICTURE_NAME.matcher(name).matches() && Arrays.stream(endings).noneMatch(name::endsWith);
    }

    static boolean isSame(Path one, @Nullable Path other) {
        if (other == null) {
            return false;
        }
        if (one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())) {
            return true;
        }
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false; // reported when the file is read or written
        }
    }

    /** Writes the whole file or none: half a picture, as on a full disk, would be taken for a whole one. */
    static void write(Path target, byte[] bytes) throws IOException {
        OutputStream out = Files.newOutputStream(target); // a file that cannot be opened is left alone
        try (out) {
            out.write(bytes);
        } catch (IOException e) {
            if (Files.isRegularFile(target)) {
                Files.delete(target);
            }
            throw e;
        }
    }
}
