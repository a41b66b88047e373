package org.tucai.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Waits for SIGTERM or Ctrl-C. Only the command's own thread closes what it opened: two threads that close one application would
 * deadlock. The process ends when this is closed, so open it before everything else.
 */
public final class StopSignal implements AutoCloseable {
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Waits for the signal; before this is called, the signal ends the process at once. */
    public void await() throws InterruptedException {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "tucai-stop"));
        } catch (IllegalStateException e) {
            return; // the process is ending already
        }
        told.await();
    }

    /** Whether the process is ending, for whatever reason. */
    static boolean isGiven() {
        Thread nothing = new Thread(() -> {}, "tucai-not-ending");
        try {
            Runtime.getRuntime().addShutdownHook(nothing);
            Runtime.getRuntime().removeShutdownHook(nothing);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private void stop() {
        told.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
