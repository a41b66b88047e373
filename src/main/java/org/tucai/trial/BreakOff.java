package org.tucai.trial;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Being told to stop, by SIGTERM or Ctrl-C, in the middle of work that would go on to its end, or leave behind what it started. */
public final class BreakOff {
    private final Thread worker = Thread.currentThread();
    private final Thread hook = new Thread(this::told, "break-off");
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean over;

    private BreakOff() {}

    /** What may be broken off. */
    public interface Work {
        /** Ends what it started also when it is interrupted. */
        void run() throws IOException, InterruptedException;
    }

    /** Does the work in this thread, which is interrupted when the process is told to stop; the process ends when the work has. */
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
        } catch (IllegalStateException e) { // told meanwhile
            Thread.interrupted(); // what the caller closes now is not to be broken off
        }
        ended.countDown();
    }
}
