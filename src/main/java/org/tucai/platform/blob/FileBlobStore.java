package org.tucai.platform.blob;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tucai.platform.db.DataFolder;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/** Blobs as sealed files in 256 folders: written aside, forced to disk, renamed into place. */
@Singleton
class FileBlobStore implements BlobStore {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");
    private static final int KEY_BYTES = 16;
    private static final boolean CAN_FORCE_FOLDERS =
            !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");

    private final Path root;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    FileBlobStore(DataFolder folder, Vault vault) {
        this.root = folder.path().resolve("blobs");
        this.vault = vault;
    }

    @Override
    public String put(byte[] content) {
        byte[] id = new byte[KEY_BYTES];
        random.nextBytes(id);
        String key = HexFormat.of().formatHex(id);
        Path folder = folder(key);
        Path draft = folder.resolve(key + ".new");
        try {
            Files.createDirectories(folder);
            writeForced(draft, vault.seal(content, context(key)));
            Files.move(draft, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE);
            forceFolder(folder);
            return key;
        } catch (IOException e) {
            removeQuietly(draft);
            if (isFull(e)) {
                throw new ProblemException(PlatformProblem.STORE_FULL);
            }
            throw new UncheckedIOException(e);
        }
    }

    private static void writeForced(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Makes the rename itself durable where the system can force a folder. */
    private static void forceFolder(Path folder) throws IOException {
        if (CAN_FORCE_FOLDERS) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean isFull(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left") || message.contains("quota") || message.contains("not enough space");
    }

    private static void removeQuietly(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            draft.toFile().deleteOnExit();
        }
    }

    @Override
    public byte[] get(String key) {
        try {
            return vault.open(Files.readAllBytes(path(key)), context(key));
        } catch (NoSuchFileException e) {
            throw new BlobMissingException(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String key) {
        try {
            Files.deleteIfExists(path(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String context(String key) {
        return "blob/" + key;
    }

    private Path path(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a blob key");
        }
        return folder(key).resolve(key);
    }

    private Path folder(String key) {
        return root.resolve(key.substring(0, 2));
    }
}
