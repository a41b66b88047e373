package org.tucai.platform.db;

import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything this program keeps; one running program per folder. */
@Singleton
public class DataFolder {
    private final Path path;
    private final FileChannel channel;

    DataFolder(@Value("${tucai.data-dir}") Path path) {
        this.path = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.path);
            channel = FileChannel.open(
                    this.path.resolve("tucai.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock() == null) {
                channel.close();
                throw new StartRefused("Another Tucai already runs on the data folder " + this.path
                        + "; stop it first or choose another folder with TUCAI_DATA_DIR.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data folder " + this.path, e);
        }
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
