package org.tucai.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP that is made while it is read, entry by entry, in the reader's own thread. When an entry fails, reading fails: a
 * broken archive never looks whole.
 */
final class ZipStream extends InputStream {
    private static final int ROOM = 64 * 1024;

    private final Entries entries;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream(ROOM);
    private final ZipOutputStream zip = new ZipOutputStream(made, StandardCharsets.UTF_8);
    private byte[] chunk = {};
    private int at;
    private boolean ended;

    /** Where entries come from. */
    interface Entries {
        /** Writes one entry; answers whether there are more. */
        boolean writeNext(ZipOutputStream zip) throws IOException;
    }

    ZipStream(Entries entries) {
        this.entries = entries;
        zip.setLevel(0); // JPEGs do not get smaller
    }

    @Override
    public int read() throws IOException {
        return ready() ? chunk[at++] & 0xFF : -1;
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
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, buffer, offset, count);
        at += count;
        return count;
    }

    /** Makes more when all is read; false at the end. */
    private boolean ready() throws IOException {
        while (at == chunk.length) {
            if (ended) {
                return false;
            }
            try {
                if (!entries.writeNext(zip)) {
                    zip.close();
                    ended = true;
                }
            } catch (
                    RuntimeException
                            e) { // the server ends the connection for nothing else: the client would wait for ever
                throw new IOException("an entry cannot be written", e);
            }
            chunk = made.toByteArray();
            made.reset();
            at = 0;
        }
        return true;
    }
}
