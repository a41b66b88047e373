package org.tucai.testing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.tucai.picture.PictureFiles;

/** Files made from a good JPEG: unusual ones that are still pictures, and broken ones that are not. */
public final class PictureKinds {
    private PictureKinds() {}

    /** The first half of the file. */
    public static byte[] truncated(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    /** The same file with a header that claims 50 000 × 50 000 pixels. */
    public static byte[] claiming50000(byte[] jpeg) {
        byte[] bomb = jpeg.clone();
        int frame = startOfFrame(jpeg);
        ByteBuffer.wrap(bomb).putShort(frame + 5, (short) 50_000).putShort(frame + 7, (short) 50_000);
        return bomb;
    }

    private static int startOfFrame(byte[] jpeg) {
        for (int at = 2; at + 4 < jpeg.length; at += 2 + (((jpeg[at + 2] & 255) << 8) | (jpeg[at + 3] & 255))) {
            if ((jpeg[at + 1] & 255) == 0xC0) {
                return at;
            }
        }
        throw new IllegalArgumentException("no baseline JPEG");
    }

    /** The picture followed by a ZIP archive: valid for readers of either format. */
    public static byte[] alsoAZip(byte[] jpeg) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(jpeg);
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("payload.txt"));
            zip.write("smuggled".getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** The picture with a script in a comment at the start and again at the end of the file. */
    public static byte[] alsoHtml(byte[] jpeg) {
        byte[] script = "<html><script>alert('smuggled')</script></html>".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + 4 + 2 * script.length);
        file.put(jpeg, 0, 2).putShort((short) 0xFFFE).putShort((short) (2 + script.length));
        return file.put(script).put(jpeg, 2, jpeg.length - 2).put(script).array();
    }

    /** Stored on its side, as a phone does, with the EXIF orientation that turns it upright. */
    public static byte[] rotatedByExif(byte[] jpeg) {
        BufferedImage upright = read(jpeg);
        BufferedImage lying = new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < upright.getHeight(); y++) {
            for (int x = 0; x < upright.getWidth(); x++) {
                lying.setRGB(y, upright.getWidth() - 1 - x, upright.getRGB(x, y));
            }
        }
        return withExif(PictureFiles.written(lying, "jpeg"), 6);
    }

    /** The JPEG with an EXIF block that holds an orientation and, in passing, a location and a manufacturer. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] maker = "smuggled maker\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif =
                ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + maker.length).order(ByteOrder.BIG_ENDIAN);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 2);
        exif.putShort((short) 0x010F).putShort((short) 2).putInt(maker.length).putInt(8 + 2 + 2 * 12 + 4);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        exif.putShort((short) 0).putInt(0).put(maker);
        return PictureFiles.withExif(jpeg, exif);
    }

    /** The picture in CMYK, inverted as Adobe writes it. */
    public static byte[] cmyk(byte[] jpeg) {
        BufferedImage rgb = read(jpeg);
        WritableRaster ink =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, rgb.getWidth(), rgb.getHeight(), 4, null);
        for (int y = 0; y < rgb.getHeight(); y++) {
            for (int x = 0; x < rgb.getWidth(); x++) {
                int c = rgb.getRGB(x, y);
                ink.setPixel(x, y, new int[] {c >> 16 & 255, c >> 8 & 255, c & 255, 255});
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(plain)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(ink, null, null), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        byte[] file = plain.toByteArray();
        byte[] adobe = {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        return ByteBuffer.allocate(file.length + adobe.length)
                .put(file, 0, 2)
                .put(adobe)
                .put(file, 2, file.length - 2)
                .array();
    }

    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
