package org.tucai.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.zip.DeflaterOutputStream;

/** Colour spaces defined by their published primaries, as ICC profiles built byte by byte, and files that embed them. */
public enum ColourProfiles {
    /** IEC 61966-2-1. */
    SRGB(new double[] {0.640, 0.330, 0.300, 0.600, 0.150, 0.060}, 0),
    /** Primaries of SMPTE EG 432-1 with D65 white and the curve of sRGB: what every iPhone photographs in. */
    DISPLAY_P3(new double[] {0.680, 0.320, 0.265, 0.690, 0.150, 0.060}, 0),
    /** Adobe RGB (1998) Color Image Encoding, version 2005-05: gamma 563/256. */
    ADOBE_RGB(new double[] {0.640, 0.330, 0.210, 0.710, 0.150, 0.060}, 563 / 256.0);

    private static final double[] D65 = {0.3127 / 0.3290, 1, (1 - 0.3127 - 0.3290) / 0.3290};
    private static final double[] D50 = {0.9642, 1, 0.8249};
    /** The cone responses of Lam and Rigg (ICC.1:2022 annex E), used to adapt colours from one white point to another. */
    private static final double[][] BRADFORD = {
        {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
    };

    private final double[] primaries;
    private final double gamma;

    /**
     * @param primaries x and y of red, green and blue
     * @param gamma 0 stands for the curve of sRGB
     */
    ColourProfiles(double[] primaries, double gamma) {
        this.primaries = primaries;
        this.gamma = gamma;
    }

    private double[][] toXyz() {
        double[][] columns = new double[3][3];
        for (int i = 0; i < 3; i++) {
            double x = primaries[2 * i];
            double y = primaries[2 * i + 1];
            columns[0][i] = x / y;
            columns[1][i] = 1;
            columns[2][i] = (1 - x - y) / y;
        }
        double[] amounts = times(inverse(columns), D65);
        for (double[] row : columns) {
            for (int i = 0; i < 3; i++) {
                row[i] *= amounts[i];
            }
        }
        return columns;
    }

    /** The values, 0 to 255, of an sRGB colour in this space; the colour must lie within its gamut. */
    public int[] of(int... srgb) {
        double[] light = {SRGB.light(srgb[0] / 255.0), SRGB.light(srgb[1] / 255.0), SRGB.light(srgb[2] / 255.0)};
        double[] own = times(inverse(toXyz()), times(SRGB.toXyz(), light));
        int[] values = new int[3];
        for (int i = 0; i < 3; i++) {
            double v = gamma > 0
                    ? Math.pow(own[i], 1 / gamma)
                    : own[i] <= 0.0031308 ? 12.92 * own[i] : 1.055 * Math.pow(own[i], 1 / 2.4) - 0.055;
            values[i] = (int) Math.round(255 * v);
        }
        return values;
    }

    private double light(double value) {
        return gamma > 0
                ? Math.pow(value, gamma)
                : value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** A version 4 profile of three primaries and a curve, as phones write it. */
    public byte[] matrix() {
        return matrix("RGB ", gamma > 0 ? curve(gamma) : srgbFormula());
    }

    /** The same with another curve and declared for another colour space. */
    byte[] matrix(String space, byte[] curve) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        double[][] adapted = adapted();
        String[] names = {"rXYZ", "gXYZ", "bXYZ"};
        for (int i = 0; i < 3; i++) {
            tags.put(names[i], xyz(adapted[0][i], adapted[1][i], adapted[2][i]));
        }
        tags.put("wtpt", xyz(D50));
        for (String name : List.of("rTRC", "gTRC", "bTRC")) {
            tags.put(name, curve);
        }
        return profile(space, tags);
    }

    /** The same colours as a table: input curves, the corners of the cube in XYZ, output curves (lut16Type). */
    byte[] tabled() {
        int points = 1024;
        double[][] adapted = adapted();
        ByteBuffer lut = ByteBuffer.allocate(52 + 2 * (3 * points + 8 * 3 + 3 * 2));
        lut.put(ascii("mft2")).putInt(0).put(new byte[] {3, 3, 2, 0});
        for (int i = 0; i < 9; i++) {
            lut.putInt(i % 4 == 0 ? 65_536 : 0);
        }
        lut.putShort((short) points).putShort((short) 2);
        for (int i = 0; i < 3 * points; i++) {
            lut.putShort((short) Math.round(65_535 * light(i % points / (points - 1.0))));
        }
        for (int corner = 0; corner < 8; corner++) {
            for (double[] row : adapted) {
                double sum = (corner >> 2) * row[0] + (corner >> 1 & 1) * row[1] + (corner & 1) * row[2];
                lut.putShort((short) Math.round(32_768 * Math.max(0, sum)));
            }
        }
        for (int i = 0; i < 3; i++) {
            lut.putShort((short) 0).putShort((short) 65_535);
        }
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("A2B0", lut.array());
        tags.put("wtpt", xyz(D50));
        return profile("RGB ", tags);
    }

    /** A profile for greyscale pictures. */
    static byte[] grey(byte[] curve) {
        return profile("GRAY", Map.of("wtpt", xyz(D50), "kTRC", curve));
    }

    /** A printing press's profile without its tables. */
    public static byte[] ofInks() {
        return profile("CMYK", Map.of("wtpt", xyz(D50)));
    }

    private double[][] adapted() {
        double[] from = times(BRADFORD, D65);
        double[] to = times(BRADFORD, D50);
        double[][] toXyz = toXyz();
        double[][] result = new double[3][3];
        for (int i = 0; i < 3; i++) {
            double[] cones = times(BRADFORD, new double[] {toXyz[0][i], toXyz[1][i], toXyz[2][i]});
            for (int c = 0; c < 3; c++) {
                cones[c] *= to[c] / from[c];
            }
            double[] xyz = times(inverse(BRADFORD), cones);
            for (int row = 0; row < 3; row++) {
                result[row][i] = xyz[row];
            }
        }
        return result;
    }

    static byte[] profile(String space, Map<String, byte[]> tags) {
        int head = 128 + 4 + 12 * tags.size();
        ByteBuffer out = ByteBuffer.allocate(
                head + tags.values().stream().mapToInt(tag -> tag.length).sum());
        out.putInt(out.capacity()).putInt(0).putInt(0x04000000).put(ascii("mntr" + space + "XYZ "));
        out.position(36).put(ascii("acsp"));
        out.position(68).put(Arrays.copyOfRange(xyz(D50), 8, 20));
        out.position(128).putInt(tags.size());
        int at = head;
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            out.put(ascii(tag.getKey())).putInt(at).putInt(tag.getValue().length);
            at += tag.getValue().length;
        }
        tags.values().forEach(out::put);
        return out.array();
    }

    static byte[] curve(double gamma) {
        return ByteBuffer.allocate(16)
                .put(ascii("curv"))
                .putInt(0)
                .putInt(1)
                .putShort((short) Math.round(256 * gamma))
                .array();
    }

    static byte[] curve(int points, DoubleUnaryOperator light) {
        ByteBuffer out = ByteBuffer.allocate(12 + 2 * points + (points & 1) * 2);
        out.put(ascii("curv")).putInt(0).putInt(points);
        for (int i = 0; i < points; i++) {
            out.putShort((short) Math.round(65_535 * light.applyAsDouble(i / (points - 1.0))));
        }
        return out.array();
    }

    static byte[] srgbCurve(int points) {
        return curve(points, SRGB::light);
    }

    static byte[] formula(int kind, double... parameters) {
        ByteBuffer out = ByteBuffer.allocate(12 + 4 * parameters.length);
        out.put(ascii("para")).putInt(0).putShort((short) kind).putShort((short) 0);
        for (double parameter : parameters) {
            out.putInt((int) Math.round(65_536 * parameter));
        }
        return out.array();
    }

    private static byte[] srgbFormula() {
        return formula(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
    }

    private static byte[] xyz(double... values) {
        ByteBuffer out = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
        for (double value : values) {
            out.putInt((int) Math.round(65_536 * value));
        }
        return out.array();
    }

    /** A JPEG with the profile in as many segments as it needs. */
    public static byte[] inJpeg(byte[] jpeg, byte[] profile) {
        return inJpeg(jpeg, segments(profile, 65_519));
    }

    /** The segments of a profile, with at most {@code each} bytes of it in each. */
    static List<byte[]> segments(byte[] profile, int each) {
        int count = Math.ceilDiv(profile.length, each);
        List<byte[]> segments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] part = Arrays.copyOfRange(profile, i * each, Math.min(profile.length, (i + 1) * each));
            segments.add(ByteBuffer.allocate(18 + part.length)
                    .putShort((short) 0xFFE2)
                    .putShort((short) (16 + part.length))
                    .put(ascii("ICC_PROFILE\0"))
                    .put((byte) (i + 1))
                    .put((byte) count)
                    .put(part)
                    .array());
        }
        return segments;
    }

    static byte[] inJpeg(byte[] jpeg, List<byte[]> segments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        segments.forEach(out::writeBytes);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    static byte[] inPng(byte[] png, byte[] profile) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(ascii("a profile\0\0"));
        try (DeflaterOutputStream packed = new DeflaterOutputStream(body)) {
            packed.write(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PictureFiles.withChunk(png, "iCCP", body.toByteArray());
    }

    /** The still WebP in an extended container, with one chunk before its image. */
    static byte[] inWebp(byte[] webp, String name, byte[] body) {
        int padded = body.length + (body.length & 1);
        ByteBuffer out = ByteBuffer.allocate(webp.length + 18 + 8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(out.capacity() - 8).put(ascii("WEBPVP8X")).putInt(10);
        out.putInt(name.equals("ICCP") ? 0x20 : 0x08);
        out.putShort((short) (PictureFiles.WIDTH - 1))
                .put((byte) 0)
                .putShort((short) (PictureFiles.HEIGHT - 1))
                .put((byte) 0);
        out.put(ascii(name)).putInt(body.length).put(body);
        out.position(12 + 18 + 8 + padded);
        return out.put(webp, 12, webp.length - 12).array();
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                result[i] += matrix[i][j] * vector[j];
            }
        }
        return result;
    }

    private static double[][] inverse(double[][] m) {
        double[][] result = new double[3][3];
        double determinant = 0;
        for (int i = 0; i < 3; i++) {
            int a = (i + 1) % 3;
            int b = (i + 2) % 3;
            for (int j = 0; j < 3; j++) {
                int c = (j + 1) % 3;
                int d = (j + 2) % 3;
                result[j][i] = m[a][c] * m[b][d] - m[a][d] * m[b][c];
            }
            determinant += m[i][0] * result[0][i];
        }
        for (double[] row : result) {
            for (int j = 0; j < 3; j++) {
                row[j] /= determinant;
            }
        }
        return result;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
