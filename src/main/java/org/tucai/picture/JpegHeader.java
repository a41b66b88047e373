package org.tucai.picture;

import org.jspecify.annotations.Nullable;
import org.tucai.picture.UnreadablePicture.Reason;

/** Walks the segments of a JPEG file (ITU-T T.81) up to its end marker. */
final class JpegHeader {
    private static final int SOF0 = 0xC0;
    private static final int SOF1 = 0xC1;
    private static final int SOF2 = 0xC2;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;

    /** Cameras write about ten scans; each costs the decoder a pass over the whole picture. */
    private static final int MOST_SCANS = 100;

    /** Bytes that a decoder keeps per coefficient; there is one coefficient to a sample. */
    private static final int COEFFICIENT = 2;

    private final Bytes bytes;
    private final QuantisationTables tables = new QuantisationTables();
    private @Nullable Exif exif;
    private int dpiX;
    private int dpiY;
    private int width;
    private int height;
    private int components;
    private boolean progressive;
    /** Samples of all components per pixel: 3 at full resolution, 1.5 with chroma at half size in both directions. */
    private double samples;

    private int scans;
    private int end;

    private JpegHeader(Bytes bytes) {
        this.bytes = bytes;
    }

    static PictureHeader read(Bytes bytes) throws UnreadablePicture {
        JpegHeader header = new JpegHeader(bytes);
        header.walk();
        return header.result();
    }

    private void walk() throws UnreadablePicture {
        int at = 2;
        while (true) {
            if (bytes.u8(at) != 0xFF) {
                throw new UnreadablePicture(Reason.CORRUPT);
            }
            int marker = bytes.u8(at + 1);
            if (marker == 0xFF) {
                at++; // fill byte
                continue;
            }
            at += 2;
            if (marker == EOI) {
                end = at;
                return;
            }
            if (standsAlone(marker)) {
                continue;
            }
            int length = bytes.u16be(at);
            if (length < 2) {
                throw new UnreadablePicture(Reason.CORRUPT);
            }
            segment(marker, bytes.part(at + 2, length - 2));
            at += length;
            if (marker == SOS) {
                at = afterScan(at);
            }
        }
    }

    /** Whether no segment follows this marker. */
    static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= RST0 && marker <= 0xD8);
    }

    /** The next marker after the entropy-coded data; stuffed zeros and restart markers belong to the data. */
    private int afterScan(int from) throws UnreadablePicture {
        if (components == 0) {
            throw new UnreadablePicture(Reason.CORRUPT);
        }
        if (++scans > MOST_SCANS) {
            throw new UnreadablePicture(Reason.VARIANT_UNSUPPORTED);
        }
        int at = from;
        while (true) {
            at = bytes.find(0xFF, at);
            int next = bytes.u8(at + 1);
            if (next != 0 && next != 0xFF && (next < RST0 || next > RST7)) {
                return at;
            }
            at++;
        }
    }

    private void segment(int marker, Bytes body) throws UnreadablePicture {
        switch (marker) {
            case APP0 -> jfif(body);
            case APP1 -> {
                // viewers go by the first of several, even if it is broken
                if (exif == null && body.length() > 6 && body.ascii(0, 6).equals("Exif\0\0")) {
                    exif = Exif.read(body.part(6, body.length() - 6));
                }
            }
            case DQT -> tables.read(body);
            case SOF0, SOF1, SOF2 -> {
                progressive = marker == SOF2;
                frame(body);
            }
            default -> {
                if (marker > SOF2 && marker <= 0xCF && marker != DHT && marker != JPG && marker != DAC) {
                    throw new UnreadablePicture(Reason.VARIANT_UNSUPPORTED);
                }
            }
        }
    }

    /** Whether a decoder holds the coefficients of the whole picture, even for a reduced one: it does when they come in several scans. */
    private boolean isKeptWhole() {
        return progressive || scans > 1;
    }

    private void jfif(Bytes body) throws UnreadablePicture {
        if (body.length() < 12 || !body.ascii(0, 5).equals("JFIF\0")) {
            return;
        }
        double perInch = switch (body.u8(7)) {
            case 1 -> 1;
            case 2 -> 2.54;
            default -> 0; // only an aspect ratio
        };
        dpiX = (int) Math.round(body.u16be(8) * perInch);
        dpiY = (int) Math.round(body.u16be(10) * perInch);
    }

    private void frame(Bytes body) throws UnreadablePicture {
        if (components != 0) {
            throw new UnreadablePicture(Reason.CORRUPT); // one frame only
        }
        if (body.u8(0) != 8) {
            throw new UnreadablePicture(Reason.VARIANT_UNSUPPORTED);
        }
        height = body.u16be(1);
        width = body.u16be(3);
        components = body.u8(5);
        if (components != 1 && components != 3 && components != 4) {
            throw new UnreadablePicture(Reason.VARIANT_UNSUPPORTED);
        }
        int most = 1;
        int all = 0;
        for (int i = 0; i < components; i++) {
            int factors = body.u8(7 + 3 * i);
            most = Math.max(most, (factors >> 4) * (factors & 15));
            all += (factors >> 4) * (factors & 15);
        }
        samples = (double) all / most;
    }

    private PictureHeader result() throws UnreadablePicture {
        if (components == 0) {
            throw new UnreadablePicture(Reason.CORRUPT);
        }
        if (isKeptWhole() && width * (double) height * samples * COEFFICIENT > PictureHeader.MAX_DECODED_BYTES) {
            throw new UnreadablePicture(Reason.TOO_MANY_PIXELS);
        }
        Exif said = exif == null ? Exif.NONE : exif;
        return new PictureHeader(
                PictureType.JPEG,
                width,
                height,
                said.orientation(),
                false,
                components,
                8,
                false,
                dpiX > 0 ? dpiX : said.dpiX(),
                dpiY > 0 ? dpiY : said.dpiY(),
                tables.quality(),
                end,
                bytes.length());
    }
}
