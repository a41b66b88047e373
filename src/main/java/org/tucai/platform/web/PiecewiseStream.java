package org.tucai.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is made while it is read, piece by piece, in the reader's own thread: one piece is in memory at a time. When a piece
 * fails, reading fails: what is broken never looks whole.
 */
public final class PiecewiseStream extends InputStream {
    private final Pieces pieces;
    private byte[] piece = {};
    private int at;
    private boolean ended;

    /** Where pieces come from. */
    @FunctionalInterface
    public interface Pieces {
        /** The next bytes, which may be none yet; null when all have been given. */
        byte @Nullable [] next() throws IOException;
    }

    public PiecewiseStream(Pieces pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        return ready() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        if (!ready()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, buffer, offset, count);
        at += count;
        return count;
    }

    /** Makes more when all is read; false at the end. */
    private boolean ready() throws IOException {
        while (at == piece.length) {
            byte[] next = ended ? null : made();
            if (next == null) {
                ended = true;
                return false;
            }
            piece = next;
            at = 0;
        }
        return true;
    }

    private byte @Nullable [] made() throws IOException {
        try {
            return pieces.next();
        } catch (
                RuntimeException e) { // the server ends the connection for nothing else: the client would wait for ever
            throw new IOException("a piece cannot be made", e);
        }
    }
}
