package org.tucai.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A ZIP produced entry by entry. */
public final class ZipPieces implements PiecewiseStream.Pieces {
    private static final int ROOM = 64 * 1024;

    private final Entries entries;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream(ROOM);
    private final ZipOutputStream zip = new ZipOutputStream(made, StandardCharsets.UTF_8);
    private boolean ended;

    /** The source of the entries. */
    public interface Entries {
        /** Writes one entry and returns whether there are more. */
        boolean writeNext(ZipOutputStream zip) throws IOException;
    }

    public ZipPieces(Entries entries) {
        this.entries = entries;
        zip.setLevel(0); // JPEGs do not compress further
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        if (ended) {
            return null;
        }
        if (!entries.writeNext(zip)) {
            zip.close();
            ended = true;
        }
        byte[] piece = made.toByteArray();
        made.reset();
        return piece;
    }
}
