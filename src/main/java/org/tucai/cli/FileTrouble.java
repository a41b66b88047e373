package org.tucai.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.tucai.picture.UnreadablePicture;

/** Says in words why a file was not read or written: the system's own exceptions often hold no more than its name. */
public final class FileTrouble {
    private FileTrouble() {}

    /** Why a file cannot be read as a picture. */
    public static String in(UnreadablePicture.Reason reason) {
        return switch (reason) {
            case EMPTY -> "the file is empty";
            case NOT_A_PICTURE -> "not a supported picture format (JPEG, PNG, WebP, GIF or BMP)";
            case HEIC_UNSUPPORTED ->
                "HEIC, HEIF and AVIF are not supported: save the picture as JPEG or PNG, or take a screenshot of it";
            case VARIANT_UNSUPPORTED -> "an unusual variant of its format: save the picture as JPEG or PNG";
            case TRUNCATED -> "the file is cut short";
            case TOO_MANY_BYTES -> "the file is larger than 10 MB";
            case TOO_MANY_PIXELS ->
                "the picture has more than 50 million pixels (fewer with transparency or 16 bits per channel), or a"
                        + " side longer than 20 000";
            case CORRUPT -> "the file is damaged";
        };
    }

    /** Why the system did not let a file be read or written. */
    static String in(IOException e) {
        if (e instanceof FileSystemException other && other.getReason() != null) {
            // of a folder the system says so in its own words, which name no way out
            boolean isFolder = other.getFile() != null && Files.isDirectory(Path.of(other.getFile()));
            return isFolder ? "a folder: name a file in it" : other.getReason();
        }
        return switch (e) {
            case NoSuchFileException missing -> "no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            case ConnectException deaf -> "no answer from the server";
            case FileAlreadyExistsException there -> "a file of that name already exists";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    /** {@link #in(IOException)}, preceded by the name of the file where the exception has one. */
    static String with(IOException e) {
        return e instanceof FileSystemException known && known.getFile() != null
                ? known.getFile() + ": " + in(e)
                : in(e);
    }
}
