package org.tucai.sandbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.tucai.authority.PhotoPackage;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.PictureType;
import org.tucai.picture.UnreadablePicture;

/** Checks whether a picture meets the standard, as far as the file shows (DOMAIN §2). */
final class PictureCheck {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 640;
    private static final int FEWEST_BYTES = 10 * 1024;
    private static final int MOST_BYTES = 60 * 1024;
    private static final int LEAST_QUALITY = 60;
    private static final int TRUE_COLOUR = 24;

    private PictureCheck() {}

    /** Why the picture is returned; null if it is accepted. */
    static @Nullable String fault(PhotoPackage sent) {
        try {
            byte[] file = Base64.getDecoder().decode(sent.picture());
            if (!sha256(file).equals(sent.sha256())) {
                return "图像校验值不符";
            }
            PictureHeader header = PictureHeader.of(file);
            if (header.type() != PictureType.JPEG
                    || header.colourDepth() != TRUE_COLOUR
                    || header.trailingBytes() > 0) {
                return "图像格式不符合标准（应为 24 位 JPEG）";
            }
            if (header.width() != WIDTH || header.height() != HEIGHT) {
                return "图像尺寸不符合标准（应为 480×640）";
            }
            if (file.length < FEWEST_BYTES || file.length > MOST_BYTES || header.jpegQuality() < LEAST_QUALITY) {
                return "图像文件大小或压缩质量不符合标准";
            }
            return null;
        } catch (UnreadablePicture | IllegalArgumentException e) {
            return "图像无法读取";
        }
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
