package org.tucai.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of picture file, told apart by their first bytes and never by a file name. */
public enum PictureType {
    JPEG,
    PNG,
    WEBP,
    GIF,
    BMP,
    /** HEIC, HEIF and AVIF: recognised, so that people can be told what to do, and not decoded. */
    HEIC;

    private static final Set<String> HEIC_BRANDS = Set.of(
            "heic", "heix", "hevc", "hevx", "heim", "heis", "hevm", "hevs", "mif1", "mif2", "msf1", "avif", "avis");
    /** The most brands that are looked at in a file, its major brand included. */
    private static final int MOST_BRANDS = 16;

    /** The kind whose magic bytes the file begins with, or null when there is none. */
    public static @Nullable PictureType sniff(byte[] file) {
        if (file.length < 12) {
            return null;
        }
        if ((file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8 && (file[2] & 0xFF) == 0xFF) {
            return JPEG;
        }
        if ((file[0] & 0xFF) == 0x89 && begins(file, 1, "PNG\r\n\032\n")) {
            return PNG;
        }
        if (begins(file, 0, "RIFF") && begins(file, 8, "WEBP")) {
            return WEBP;
        }
        if (begins(file, 0, "GIF87a") || begins(file, 0, "GIF89a")) {
            return GIF;
        }
        if (begins(file, 4, "ftyp") && isHeic(file)) {
            return HEIC;
        }
        return begins(file, 0, "BM") ? BMP : null;
    }

    /** How the name of a file with these bytes ends: {@code .jpg}; {@code .bin} when they begin no picture. */
    public static String extension(byte[] file) {
        PictureType type = sniff(file);
        if (type == null) {
            return ".bin";
        }
        return type == JPEG ? ".jpg" : "." + type.name().toLowerCase(Locale.ROOT);
    }

    /** By the major brand or a compatible one (ISO/IEC 14496-12, 4.3): makers have brands of their own. */
    private static boolean isHeic(byte[] file) {
        int end = Math.min(file.length, Math.min(ByteBuffer.wrap(file).getInt(), 8 + 4 * MOST_BRANDS));
        for (int at = 8; at == 8 || at + 4 <= end; at += 4) {
            if (HEIC_BRANDS.contains(ascii(file, at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(byte[] file, int at, String magic) {
        for (int i = 0; i < magic.length(); i++) {
            if (file[at + i] != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String ascii(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }
}
