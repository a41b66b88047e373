package org.tucai.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** One fsync of a folder serves many callers, but no caller is served by an fsync that began before its call. */
@Timeout(30)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "folders cannot be forced there")
class FolderForceTest {
    private static final Path FOLDER = Path.of("7f");
    private static final int LATER = 5;

    private final AtomicInteger forced = new AtomicInteger();
    private final CountDownLatch firstBegan = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    private final FolderForce folders = new FolderForce() {
        @Override
        void sync(Path folder) throws IOException {
            if (forced.incrementAndGet() == 1) {
                firstBegan.countDown();
                await(mayGoOn);
            }
        }
    };

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void callersDuringAnFsyncAllShareTheNextOne() throws Exception {
        Future<?> first = force();
        firstBegan.await();
        List<Thread> later = new ArrayList<>();
        for (int i = 0; i < LATER; i++) {
            later.add(Thread.ofPlatform().start(this::forceNow));
        }
        while (later.stream().anyMatch(one -> one.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
        }

        mayGoOn.countDown();
        first.get();
        for (Thread one : later) {
            one.join();
        }

        assertThat(forced.get()).isEqualTo(2);
    }

    @Test
    void anFsyncOfAnotherFolderDoesNotWait() throws Exception {
        Future<?> first = force();
        firstBegan.await();

        folders.force(Path.of("80"));

        assertThat(first.isDone()).isFalse();
        mayGoOn.countDown();
        first.get();
    }

    @Test
    void aFailedFsyncFailsOnlyTheCallersThatWaitedForIt() throws Exception {
        FolderForce broken = new FolderForce() {
            @Override
            void sync(Path folder) throws IOException {
                if (forced.incrementAndGet() == 1) {
                    throw new IOException("no disk");
                }
            }
        };

        assertThatThrownBy(() -> broken.force(FOLDER))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("no disk");
        broken.force(FOLDER);

        assertThat(forced.get()).isEqualTo(2);
    }

    @Test
    void anErrorReachesEverybodyWhoWaitedForTheSameFsync() throws Exception {
        FolderForce broken = new FolderForce() {
            @Override
            void sync(Path folder) throws IOException {
                if (forced.incrementAndGet() == 1) {
                    firstBegan.countDown();
                    await(mayGoOn);
                } else {
                    throw new OutOfMemoryError("no memory");
                }
            }
        };
        Thread first = Thread.ofPlatform().start(() -> force(broken));
        firstBegan.await();
        List<Thread> later = List.of(
                Thread.ofPlatform().start(() -> force(broken)),
                Thread.ofPlatform().start(() -> force(broken)));
        while (later.stream().anyMatch(one -> one.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
        }

        mayGoOn.countDown();
        first.join();
        for (Thread one : later) {
            one.join();
        }

        assertThat(failures).hasSize(2);
    }

    private void force(FolderForce broken) {
        try {
            broken.force(FOLDER);
        } catch (IOException | RuntimeException | Error e) {
            failures.add(e);
        }
    }

    private Future<?> force() {
        return threads.submit(this::forceNow);
    }

    private void forceNow() {
        try {
            folders.force(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
