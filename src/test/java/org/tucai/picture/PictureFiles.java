package org.tucai.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Makes picture files of every kind: the left half red, the right half blue, a black top-left corner. */
public final class PictureFiles {
    public static final int WIDTH = 60;
    public static final int HEIGHT = 40;

    private PictureFiles() {}

    public static BufferedImage image(int kind) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, kind);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                Color colour = x < 16 && y < 16 ? Color.BLACK : x < WIDTH / 2 ? Color.RED : Color.BLUE;
                image.setRGB(x, y, colour.getRGB());
            }
        }
        return image;
    }

    public static byte[] written(BufferedImage image, String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("no writer for " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] jpeg(float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image(BufferedImage.TYPE_INT_RGB), null, null), param);
            stream.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /** The JPEG with an EXIF block that holds an orientation, directly after the start marker. */
    public static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4).order(ByteOrder.BIG_ENDIAN);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return withExif(jpeg, exif);
    }

    /** The JPEG with this EXIF block directly after the start marker. */
    public static byte[] withExif(byte[] jpeg, ByteBuffer exif) {
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + 4 + exif.capacity());
        file.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (2 + exif.capacity()));
        return file.put(exif.array()).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A grey Adobe CMYK JPEG: no cyan, magenta, yellow, and half black; Adobe stores the values inverted. */
    public static byte[] cmykJpeg() {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            var raster = java.awt.image.Raster.createInterleavedRaster(
                    java.awt.image.DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    raster.setPixel(x, y, new int[] {255, 255, 255, 128});
                }
            }
            writer.write(null, new IIOImage(raster, null, null), null);
            stream.flush();
            byte[] plain = out.toByteArray();
            byte[] adobe = {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
            return ByteBuffer.allocate(plain.length + adobe.length)
                    .put(plain, 0, 2)
                    .put(adobe)
                    .put(plain, 2, plain.length - 2)
                    .array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /** Encoded by OpenCV, such as ".webp". */
    public static byte[] encoded(String extension, boolean alpha) {
        try (Scalar colour = new Scalar(0, 0, 255, alpha ? 0 : 255);
                Mat mat = new Mat(HEIGHT, WIDTH, alpha ? opencv_core.CV_8UC4 : opencv_core.CV_8UC3, colour);
                BytePointer out = new BytePointer()) {
            opencv_imgcodecs.imencode(extension, mat, out);
            byte[] bytes = new byte[(int) out.limit()];
            out.get(bytes);
            return bytes;
        }
    }

    /** A lossy WebP of that width whose left part, as wide as it is high, is opaque red, and all else transparent black. */
    public static byte[] lossyWebp(int width, boolean transparent) {
        try (Mat mat = new Mat(HEIGHT, width, transparent ? opencv_core.CV_8UC4 : opencv_core.CV_8UC3);
                Scalar black = new Scalar(0, 0, 0, 0);
                Scalar red = new Scalar(0, 0, 255, 255);
                Rect left = new Rect(0, 0, HEIGHT, HEIGHT);
                Mat part = new Mat(mat, left)) {
            mat.put(black);
            part.put(red);
            return EncodedPicture.of(mat, ".webp", opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 80);
        }
    }

    /** A red PNG with 16 bits per sample and this opacity, 0 to 65 535. */
    public static byte[] sixteenBits(int alpha) {
        try (Scalar colour = new Scalar(0, 0, 65_535, alpha);
                Mat mat = new Mat(HEIGHT, WIDTH, opencv_core.CV_16UC4, colour);
                BytePointer out = new BytePointer()) {
            opencv_imgcodecs.imencode(".png", mat, out);
            byte[] bytes = new byte[(int) out.limit()];
            out.get(bytes);
            return bytes;
        }
    }

    public static byte[] animatedGif() {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 3; i++) {
                BufferedImage frame = image(BufferedImage.TYPE_INT_RGB);
                IIOMetadata meta = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
                IIOMetadataNode root = (IIOMetadataNode) meta.getAsTree(meta.getNativeMetadataFormatName());
                meta.setFromTree(meta.getNativeMetadataFormatName(), root);
                writer.writeToSequence(new IIOImage(frame, null, meta), null);
            }
            writer.endWriteSequence();
            stream.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /** The PNG with one more chunk after its header chunk. */
    public static byte[] withChunk(byte[] png, String name, byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.US_ASCII));
        crc.update(body);
        return ByteBuffer.allocate(png.length + 12 + body.length)
                .put(png, 0, 33)
                .putInt(body.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .putInt((int) crc.getValue())
                .put(png, 33, png.length - 33)
                .array();
    }

    /** The still, lossy or lossless WebP as the first of two frames of an animation. */
    public static byte[] animatedWebp(byte[] still) {
        byte[] bitstream = java.util.Arrays.copyOfRange(still, 12, still.length);
        int frameLength = 16 + bitstream.length;
        ByteBuffer out =
                ByteBuffer.allocate(12 + 18 + 14 + 2 * (8 + frameLength)).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(out.capacity() - 8).put(ascii("WEBPVP8X")).putInt(10);
        out.putInt(2).put(u24(WIDTH - 1)).put(u24(HEIGHT - 1));
        out.put(ascii("ANIM")).putInt(6).putInt(-1).putShort((short) 0);
        for (int i = 0; i < 2; i++) {
            out.put(ascii("ANMF")).putInt(frameLength).put(u24(0)).put(u24(0));
            out.put(u24(WIDTH - 1))
                    .put(u24(HEIGHT - 1))
                    .put(u24(100))
                    .put((byte) 0)
                    .put(bitstream);
        }
        return out.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] u24(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
    }
}
