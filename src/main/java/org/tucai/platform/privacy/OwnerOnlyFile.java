package org.tucai.platform.privacy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * Writes a secret file that only its owner may read, completely or not at all. When it returns, the content, the file's name and its
 * folder's name are on the disk: a crash must not leave data that was sealed with a secret that is lost.
 */
class OwnerOnlyFile {
    /** Where there are POSIX rights; elsewhere a folder cannot be forced either. */
    private final boolean posix =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    void write(Path file, String content) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder, rights("rwx------"));
        dropDraft(file);
        Path draft = Files.createFile(draft(file), rights("rw-------"));
        Files.writeString(draft, content, StandardCharsets.UTF_8);
        force(draft, StandardOpenOption.WRITE);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        if (posix) {
            force(folder, StandardOpenOption.READ);
            force(Objects.requireNonNull(folder.getParent()), StandardOpenOption.READ);
        }
    }

    /** Deletes what an interrupted write left: secrets that nobody knows of. */
    static void dropDraft(Path file) throws IOException {
        Files.deleteIfExists(draft(file));
    }

    private static Path draft(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** Overridden by a test that observes it. */
    void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private FileAttribute<?>[] rights(String rights) {
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
