package org.tucai.platform.blob;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes the names within a folder durable, where the system can force a folder. Callers that arrive while a folder is being forced wait
 * for the next force, which then serves all of them, like a database's group commit.
 */
class FolderForce {
    private static final boolean POSSIBLE =
            !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");

    private final ConcurrentMap<Path, CompletableFuture<Optional<IOException>>> next = new ConcurrentHashMap<>();
    private final ConcurrentMap<Path, ReentrantLock> turns = new ConcurrentHashMap<>();

    /** Returns when every name that was in the folder before the call is on the disk. */
    void force(Path folder) throws IOException {
        if (!POSSIBLE) {
            return;
        }
        CompletableFuture<Optional<IOException>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<IOException>> joined = next.putIfAbsent(folder, mine);
        if (joined == null) {
            lead(folder, mine);
        }
        Optional<IOException> failure = (joined == null ? mine : joined).join();
        if (failure.isPresent()) {
            throw new IOException(failure.get().getMessage(), failure.get());
        }
    }

    private void lead(Path folder, CompletableFuture<Optional<IOException>> turn) {
        ReentrantLock lock = turns.computeIfAbsent(folder, f -> new ReentrantLock());
        lock.lock();
        try {
            next.remove(folder); // callers from here on may be too late for this force
            sync(folder);
            turn.complete(Optional.empty());
        } catch (IOException e) {
            turn.complete(Optional.of(e));
        } catch (RuntimeException | Error e) { // an error, too: those who joined would wait for ever
            turn.completeExceptionally(e);
        } finally {
            lock.unlock();
        }
    }

    /** Overridden by a test that counts. */
    void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
