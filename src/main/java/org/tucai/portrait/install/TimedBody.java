package org.tucai.portrait.install;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A body that breaks off when nothing has come for a while, however long the whole of it takes. */
final class TimedBody extends FilterInputStream {
    private final Duration limit;
    private volatile boolean silent;

    /** @param limit how long one read may wait */
    TimedBody(InputStream body, Duration limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                this::breakOff, CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return super.read(into, offset, length);
        } catch (IOException e) {
            throw silent ? new IOException("nothing has come for " + limit.toSeconds() + " s", e) : e;
        } finally {
            end.cancel(false);
        }
    }

    private void breakOff() {
        silent = true;
        try {
            in.close(); // whoever reads is woken
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
