package org.tucai.platform.blob;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.db.DataFolder;
import org.tucai.platform.db.StartRefused;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.system.SystemError;

/** Blobs as sealed files in 256 folders: written aside, forced to disk, renamed into place. */
@Singleton
class FileBlobStore implements BlobStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileBlobStore.class);
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");
    private static final int KEY_BYTES = 16;
    private static final String DRAFT = ".new";
    private static final int BATCH = 500;
    private static final int AT_ONCE = 16;

    /** Nobody waits longer for the disk. What it stores after that nobody knows of, and {@link SweepBlobsJob} removes. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How long a person may need to make room. */
    private static final Duration SOON = Duration.ofMinutes(1);

    /** Blobs stored within the same sixteenth of a second share a folder, so that one force serves them all. */
    private static final int FOLDER_NANOS_BITS = 26;

    private final Path data;
    private final Path root;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();
    private final FolderForce folders = new FolderForce();

    /** Folders whose own names are known to be on the disk; a file in any other may be lost with its folder. */
    private final Set<Path> durable = ConcurrentHashMap.newKeySet();

    /** Folders that were there when the server started, and those used since. */
    private final Set<Path> seen = ConcurrentHashMap.newKeySet();

    /**
     * A virtual thread that waits for the disk keeps its carrier, and there are only as many carriers as cores: while as many pictures
     * came slowly, no other request would be worked on. So pooled platform threads wait, as many as the disk profits from.
     */
    private final ExecutorService writers = threads("blob-");

    /** Apart: readers do not wait for what is being forced. */
    private final ExecutorService readers = threads("blob-read-");

    FileBlobStore(DataFolder folder, Vault vault) {
        this.data = folder.path();
        this.root = data.resolve("blobs");
        refuseUnusable(root);
        this.vault = vault;
        lookRound();
    }

    /** A backup restored by another user may not be writable: the server would start, and fail at the first upload. */
    static void refuseUnusable(Path root) {
        if (Files.exists(root) && !(Files.isDirectory(root) && Files.isWritable(root))) {
            throw new StartRefused(
                    root + " is not a folder the server's user can write to; if another user restored it, make the"
                            + " server's user the owner of it and everything in it.");
        }
    }

    private void lookRound() {
        if (Files.isDirectory(root)) {
            try (Stream<Path> folders = Files.list(root)) {
                folders.filter(Files::isDirectory).forEach(seen::add);
            } catch (IOException e) {
                LOG.warn("The folders in {} cannot be listed: {}", root, e.toString());
            }
        }
    }

    private static ExecutorService threads(String name) {
        return Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().name(name, 1).daemon().factory());
    }

    @Override
    public List<String> putAll(List<byte[]> contents) {
        return await(writers.submit(() -> write(contents)));
    }

    /** Overridden by a test that cannot wait so long. */
    Duration patience() {
        return PATIENCE;
    }

    private <T> T await(Future<T> work) {
        try {
            return work.get(patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            work.cancel(false); // an interrupt would fail whoever waits for the same force of a folder
            throw new UncheckedIOException(new IOException("the disk of the pictures did not answer in time", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while waiting for the disk"));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    private List<String> write(List<byte[]> contents) {
        byte[] id = new byte[KEY_BYTES];
        byte first = first();
        Path folder = root.resolve(HexFormat.of().toHexDigits(first));
        List<Path> written = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        try {
            refuseVanished();
            if (!durable.contains(folder)) { // somebody else may have made it a moment ago and not forced its name yet
                DataFolder.createOwnerOnly(root);
                Files.createDirectories(folder);
                folders.force(root);
                durable.add(folder);
                seen.add(folder);
            }
            for (byte[] content : contents) {
                random.nextBytes(id);
                id[0] = first; // one folder for all, to be forced once
                String key = HexFormat.of().formatHex(id);
                Path draft = folder.resolve(key + DRAFT);
                written.add(draft);
                writeForced(draft, vault.seal(content, context(key)));
                written.add(Files.move(draft, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE));
                keys.add(key);
            }
            folders.force(folder);
            return keys;
        } catch (IOException e) {
            written.forEach(FileBlobStore::removeQuietly);
            durable.remove(folder); // it may have been deleted: the next picture makes it anew
            if (isFull(e)) {
                LOG.warn("There is no room for pictures in {}: {}", root, e.getMessage());
                throw ProblemException.retryAfter(PlatformProblem.STORE_FULL, SOON);
            }
            throw failing(e);
        }
    }

    /** First byte of a key, which names the folder. Overridden by a test that needs the same folder twice. */
    byte first() {
        return (byte) (System.nanoTime() >> FOLDER_NANOS_BITS);
    }

    /**
     * Where a volume was mounted and is no more, an empty folder remains: what were stored in it would be missing once the volume is back.
     */
    private void refuseVanished() throws IOException {
        if (!seen.isEmpty() && seen.stream().noneMatch(Files::isDirectory)) {
            throw new IOException("all folders in " + root + " are gone; is its volume mounted?");
        }
    }

    private static BlobDiskException failing(IOException e) {
        LOG.error("The disk of the pictures fails: {}", e.toString());
        return new BlobDiskException(e);
    }

    /** Overridden by a test that fills the disk. */
    void writeForced(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static boolean isFull(IOException e) {
        return SystemError.NO_SPACE.isReasonOf(e) || SystemError.QUOTA.isReasonOf(e);
    }

    /** Hands over the keys of blobs last written before that instant, at most 500 at a time, and deletes drafts of that age. */
    void older(Instant before, Consumer<List<String>> each) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                List<String> keys = new ArrayList<>();
                for (Path file : olderIn(folder, before)) {
                    String name = file.getFileName().toString();
                    if (KEY.matcher(name).matches()) {
                        keys.add(name);
                    } else if (name.endsWith(DRAFT)) {
                        removeQuietly(file);
                    }
                }
                for (int from = 0; from < keys.size(); from += BATCH) {
                    each.accept(keys.subList(from, Math.min(keys.size(), from + BATCH)));
                }
            }
        }
    }

    private static List<Path> olderIn(Path folder, Instant before) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                try {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                        found.add(file);
                    }
                } catch (NoSuchFileException e) {
                    // deleted meanwhile: as it should be
                }
            }
        }
        return found;
    }

    private static void removeQuietly(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            draft.toFile().deleteOnExit();
        }
    }

    @PreDestroy
    void close() {
        writers.shutdown();
        readers.shutdown();
    }

    @Override
    public byte[] get(String key) {
        byte[] sealed = await(readers.submit(() -> read(key)));
        try {
            return vault.open(sealed, context(key));
        } catch (IllegalStateException e) {
            LOG.error("The blob {} is damaged: restore its file from the backup of the blobs", key);
            throw new BlobDamagedException(key);
        }
    }

    private byte[] read(String key) {
        try {
            return Files.readAllBytes(path(key));
        } catch (NoSuchFileException e) {
            LOG.warn("The blob {} is referenced by a row but missing", key);
            throw new BlobMissingException(key);
        } catch (IOException e) {
            throw failing(e);
        }
    }

    boolean has(String key) {
        return Files.exists(path(key));
    }

    Path root() {
        return root;
    }

    /** Bytes that still fit. */
    long room() {
        return await(readers.submit(this::roomOnDisk));
    }

    /** Overridden by a test that fills the disk. */
    long roomOnDisk() {
        try {
            return DataFolder.room(Files.isDirectory(root) ? root : data);
        } catch (IOException e) {
            throw failing(e);
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
