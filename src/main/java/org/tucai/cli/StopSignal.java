package org.tucai.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Being told to stop, by SIGTERM or Ctrl-C. The command's own thread alone closes what it opened: two threads that close one
 * application wait for each other. The process ends when this is closed, so open it before everything else.
 */
public final class StopSignal implements AutoCloseable {
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Waits until the process is told to stop; until this is called, being told ends the process at once. */
    public void await() throws InterruptedException {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "tucai-stop"));
        } catch (IllegalStateException e) {
            return; // told already
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
