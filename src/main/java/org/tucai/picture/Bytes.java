package org.tucai.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bounds-checked reading of a file; an offset outside it means that the file is truncated. */
final class Bytes {
    static final Bytes NONE = of(new byte[0]);

    private final byte[] file;
    private final int from;
    private final int to;

    Bytes(byte[] file, int from, int to) {
        this.file = file;
        this.from = from;
        this.to = to;
    }

    static Bytes of(byte[] file) {
        return new Bytes(file, 0, file.length);
    }

    void writeTo(ByteArrayOutputStream out) {
        out.write(file, from, length());
    }

    byte[] copy(int at, int length) throws UnreadablePicture {
        require(at, length);
        return Arrays.copyOfRange(file, from + at, from + at + length);
    }

    int length() {
        return to - from;
    }

    /** The range [at, at + length) as a view of its own, through which nothing outside it can be read. */
    Bytes part(int at, int length) throws UnreadablePicture {
        require(at, length);
        return new Bytes(file, from + at, from + at + length);
    }

    int u8(int at) throws UnreadablePicture {
        require(at, 1);
        return file[from + at] & 0xFF;
    }

    /** The offset of the first byte of that value at or after {@code at}. */
    int find(int value, int at) throws UnreadablePicture {
        require(at, 1);
        for (int i = from + at; i < to; i++) {
            if (file[i] == (byte) value) {
                return i - from;
            }
        }
        throw new UnreadablePicture(UnreadablePicture.Reason.TRUNCATED);
    }

    int u16be(int at) throws UnreadablePicture {
        return u8(at) << 8 | u8(at + 1);
    }

    int u16le(int at) throws UnreadablePicture {
        return u8(at) | u8(at + 1) << 8;
    }

    long u32be(int at) throws UnreadablePicture {
        return (long) u16be(at) << 16 | u16be(at + 2);
    }

    long u32le(int at) throws UnreadablePicture {
        return (long) u16le(at + 2) << 16 | u16le(at);
    }

    String ascii(int at, int length) throws UnreadablePicture {
        require(at, length);
        return new String(file, from + at, length, StandardCharsets.ISO_8859_1);
    }

    boolean begins(String text) throws UnreadablePicture {
        return length() >= text.length() && ascii(0, text.length()).equals(text);
    }

    private void require(int at, int length) throws UnreadablePicture {
        if (at < 0 || length < 0 || (long) from + at + length > to) {
            throw new UnreadablePicture(UnreadablePicture.Reason.TRUNCATED);
        }
    }
}
