package org.tucai.testing;

import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.tucai.platform.db.DataFolder;

/** The image store's files as they are on disk. */
@Singleton
public class Blobs {
    private final Path root;

    Blobs(DataFolder folder) {
        this.root = folder.path().resolve("blobs");
    }

    public boolean exists(String key) {
        return Files.exists(file(key));
    }

    /** The file's bytes as somebody who stole the disk would read them. */
    public byte[] onDisk(String key) {
        try {
            return Files.readAllBytes(file(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many files there are; none before the first is stored. */
    public long count() {
        if (Files.notExists(root)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the file, as a failing disk might. */
    public void lose(String key) {
        try {
            Files.delete(file(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on whoever reads the file waits, as when the disk hangs; until the returned end is closed. */
    public Closeable hang(String key) {
        lose(key);
        try {
            new ProcessBuilder("mkfifo", file(key).toString()).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return () -> new RandomAccessFile(file(key).toFile(), "rw").close();
    }

    /** Overwrites the file with other bytes. */
    public void spoil(String key) {
        try {
            Files.write(file(key), new byte[] {1, 2, 3});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Restores the file's contents. */
    public void mend(String key, byte[] whole) {
        try {
            Files.write(file(key), whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String key) {
        return root.resolve(key.substring(0, 2)).resolve(key);
    }
}
