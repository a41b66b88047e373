package org.tucai.trial;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * Interrupts work when the process is told to stop, by SIGTERM or Ctrl-C; it would otherwise run to its end, or leave behind what it
 * started.
 */
public final class BreakOff {
    private final Thread worker = Thread.currentThread();
    private final Thread hook = new Thread(this::told, "break-off");
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean over;

    private BreakOff() {}

    /** Work that may be interrupted. */
    public interface Work {
        /** Must end what it started, also when it is interrupted. */
        void run() throws IOException, InterruptedException;
    }

    /** Does the work in this thread, which is interrupted when the process is told to stop; the process exits when the work has ended. */
    public static void during(Work work) throws IOException, InterruptedException {
        BreakOff watch = new BreakOff();
        Runtime.getRuntime().addShutdownHook(watch.hook);
        try {
            work.run();
        } finally {
            watch.end();
        }
    }

    private void told() {
        synchronized (this) {
            if (!over) {
                worker.interrupt();
            }
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        synchronized (this) {
            over = true;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) { // told to stop meanwhile
            Thread.interrupted(); // the caller's cleanup must not be interrupted
        }
        ended.countDown();
    }
}
