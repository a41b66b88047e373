package org.tucai.platform.db;

import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything this program keeps; one running program per folder. */
@Singleton
public class DataFolder {
    private final Path path;
    private final FileChannel channel;

    DataFolder(@Value("${tucai.data-dir}") Path path) {
        this.path = path.toAbsolutePath().normalize();
        try {
            createOwnerOnly(this.path);
            channel = FileChannel.open(
                    this.path.resolve("tucai.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock() == null) {
                channel.close();
                throw new StartRefused("Another Tucai already runs on the data folder " + this.path
                        + "; stop it first, or choose another folder with --data or TUCAI_DATA_DIR.");
            }
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder " + this.path + " cannot be used (" + e
                            + "); it must be a folder you can write to: choose one with --data or TUCAI_DATA_DIR.",
                    e);
        }
    }

    /** Creates a folder that its owner alone may enter. One that exists keeps the rights it has: they are its owner's choice. */
    public static void createOwnerOnly(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /** Bytes that still fit into a folder. Its file system is asked itself, since a chroot may hide the mount point. */
    public static long room(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        return folder.toFile().getUsableSpace();
    }

    private @Nullable FileLock lock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Absolute and normalised. */
    public Path path() {
        return path;
    }

    @PreDestroy
    void release() throws IOException {
        channel.close();
    }
}
