package org.tucai.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.picture.UnreadablePicture.Reason;

/** GIF and BMP through the JDK: they are rare among uploads, and a codec in Java cannot crash the process. */
final class JdkCodec {
    private JdkCodec() {}

    /** The first frame as a three-channel picture on white. One at a time: up to 50 MB of it are in Java's heap meanwhile. */
    static synchronized Mat decode(byte[] file, PictureHeader header) throws UnreadablePicture {
        ImageReader reader = ImageIO.getImageReadersByFormatName(
                        header.type().name().toLowerCase(Locale.ROOT))
                .next();
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file, 0, header.length()))) {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
                throw new UnreadablePicture(Reason.CORRUPT);
            }
            return toMat(reader.read(0));
        } catch (IOException e) {
            throw new UnreadablePicture(Reason.CORRUPT, e);
        } finally {
            reader.dispose();
        }
    }

    private static Mat toMat(BufferedImage image) {
        int width = image.getWidth();
        Mat mat = new Mat(image.getHeight(), width, opencv_core.CV_8UC3);
        int[] row = new int[width];
        byte[] bytes = new byte[width * 3];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0, b = 0; x < width; x++) {
                int alpha = row[x] >>> 24;
                for (int shift = 0; shift <= 16; shift += 8) { // blue first
                    int value = row[x] >> shift & 0xFF;
                    bytes[b++] = (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
                }
            }
            mat.ptr(y).put(bytes, 0, bytes.length);
        }
        return mat;
    }
}
