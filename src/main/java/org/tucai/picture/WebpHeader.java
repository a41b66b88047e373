package org.tucai.picture;

import org.tucai.picture.UnreadablePicture.Reason;

/** Walks the chunks of a WebP file (RFC 9649). */
final class WebpHeader {
    private static final int FIRST_CHUNK = 12;
    private static final int FRAME_HEADER = 16;

    private WebpHeader() {}

    static PictureHeader read(Bytes bytes) throws UnreadablePicture {
        long riff = bytes.u32le(4) + 8;
        if (riff > bytes.length()) {
            throw new UnreadablePicture(Reason.TRUNCATED);
        }
        Bytes container = bytes.part(0, (int) riff);
        Exif exif = Exif.NONE;
        int frames = 0;
        for (int at = FIRST_CHUNK; at < container.length(); at += step(container, at)) {
            String name = container.ascii(at, 4);
            if (name.equals("EXIF")) {
                exif = exif(body(container, at));
            } else if (name.equals("ANMF")) {
                frames++;
            }
        }
        Frame frame = firstFrame(container);
        return new PictureHeader(
                PictureType.WEBP,
                frame.width,
                frame.height,
                exif.orientation(),
                frames > 1,
                3,
                8,
                frame.alpha,
                exif.dpiX(),
                exif.dpiY(),
                0,
                (int) riff,
                bytes.length());
    }

    /**
     * The first picture's bitstream and, when it has one, its separate alpha plane.
     *
     * @param data where the bitstream's chunk begins in {@code in}
     * @param alphaData where the alpha chunk begins, -1 when there is none
     */
    record Frame(Bytes in, int data, int alphaData, int width, int height, boolean alpha) {
        Bytes bitstream() throws UnreadablePicture {
            return in.part(data, 8 + body(in, data).length());
        }

        Bytes alphaPlane() throws UnreadablePicture {
            return in.part(alphaData, 8 + body(in, alphaData).length());
        }
    }

    static Frame firstFrame(Bytes container) throws UnreadablePicture {
        for (int at = FIRST_CHUNK; at < container.length(); at += step(container, at)) {
            if (container.ascii(at, 4).equals("ANMF")) {
                Bytes frame = body(container, at);
                return still(frame, FRAME_HEADER);
            }
        }
        return still(container, FIRST_CHUNK);
    }

    /** The ICC profile; empty when there is none. */
    static Bytes profile(Bytes bytes) throws UnreadablePicture {
        Bytes container = bytes.part(0, (int) (bytes.u32le(4) + 8));
        for (int at = FIRST_CHUNK; at < container.length(); at += step(container, at)) {
            if (container.ascii(at, 4).equals("ICCP")) {
                return body(container, at);
            }
        }
        return Bytes.NONE;
    }

    private static Frame still(Bytes in, int from) throws UnreadablePicture {
        int alphaAt = -1;
        for (int at = from; at < in.length(); at += step(in, at)) {
            Bytes body = body(in, at);
            switch (in.ascii(at, 4)) {
                case "ALPH" -> alphaAt = at;
                case "VP8 " -> {
                    return new Frame(in, at, alphaAt, body.u16le(6) & 0x3FFF, body.u16le(8) & 0x3FFF, alphaAt >= 0);
                }
                case "VP8L" -> {
                    long size = body.u32le(1);
                    int width = (int) (size & 0x3FFF) + 1;
                    int height = (int) (size >> 14 & 0x3FFF) + 1;
                    return new Frame(in, at, -1, width, height, (size >> 28 & 1) != 0);
                }
                default -> {
                    // the frame's size comes from its bitstream, never from the canvas
                }
            }
        }
        throw new UnreadablePicture(Reason.CORRUPT);
    }

    private static Exif exif(Bytes body) throws UnreadablePicture {
        boolean prefixed = body.length() > 6 && body.ascii(0, 6).equals("Exif\0\0");
        return Exif.read(prefixed ? body.part(6, body.length() - 6) : body);
    }

    private static Bytes body(Bytes in, int at) throws UnreadablePicture {
        long length = in.u32le(at + 4);
        if (length > in.length()) {
            throw new UnreadablePicture(Reason.TRUNCATED);
        }
        return in.part(at + 8, (int) length);
    }

    /** Bytes to the next chunk: chunks are padded to an even length. */
    private static int step(Bytes in, int at) throws UnreadablePicture {
        int length = body(in, at).length();
        return 8 + length + (length & 1);
    }
}
