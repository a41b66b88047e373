package org.tucai.portrait;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.tucai.portrait.face.Perception;

/** Loaded perceptions for as many threads as the machine has cores; more threads wait for one. */
final class PerceptionPool implements AutoCloseable {
    private final Supplier<Perception> opener;
    private final Semaphore permits;
    private final ConcurrentLinkedDeque<Perception> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    PerceptionPool(Supplier<Perception> opener, int size) {
        this.opener = opener;
        this.permits = new Semaphore(size);
        idle.push(opener.get()); // a missing or broken model shows at the start, not at the first picture
    }

    /** Work with a perception that may fail in a way its caller has to handle. */
    interface Work<T, X extends Exception> {
        T on(Perception perception) throws X;
    }

    <T, X extends Exception> T with(Work<T, X> work) throws X {
        permits.acquireUninterruptibly();
        try {
            if (closed) {
                throw new IllegalStateException("the portrait engine is closed");
            }
            Perception taken = idle.poll();
            Perception perception = taken == null ? opener.get() : taken;
            try {
                return work.on(perception);
            } finally {
                giveBack(perception);
            }
        } finally {
            permits.release();
        }
    }

    private void giveBack(Perception perception) {
        idle.push(perception);
        if (closed) {
            closeIdle(); // closed while this one was at work
        }
    }

    @Override
    public void close() {
        closed = true;
        closeIdle();
    }

    private void closeIdle() {
        Perception perception = idle.poll();
        while (perception != null) {
            perception.close();
            perception = idle.poll();
        }
    }
}
