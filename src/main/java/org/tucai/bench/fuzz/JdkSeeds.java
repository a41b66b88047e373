package org.tucai.bench.fuzz;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Picture files that OpenCV does not write: CMYK JPEG, palette and interlaced PNG, still and animated GIF, BMP. */
final class JdkSeeds {
    private static final int SIDE = 90;

    private JdkSeeds() {}

    static void addTo(List<byte[]> seeds) throws IOException {
        BufferedImage colour = drawn(BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage palette = drawn(BufferedImage.TYPE_BYTE_INDEXED);
        WritableRaster four = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, SIDE, SIDE, 4, null);
        for (int i = 0; i < SIDE * SIDE * 4; i++) {
            four.setSample(i / 4 % SIDE, i / 4 / SIDE, i % 4, i * 31 % 251);
        }
        seeds.add(written("jpeg", new IIOImage(four, null, null), false));
        seeds.add(written("jpeg", new IIOImage(colour, null, null), true));
        seeds.add(written("png", new IIOImage(palette, null, null), false));
        seeds.add(written("png", new IIOImage(colour, null, null), true));
        seeds.add(written("gif", new IIOImage(palette, null, null), false));
        seeds.add(written("gif", new IIOImage(palette, null, null), true));
        seeds.add(written("bmp", new IIOImage(colour, null, null), false));
        seeds.add(written("bmp", new IIOImage(palette, null, null), false));
        seeds.add(film(palette));
    }

    private static BufferedImage drawn(int type) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, type);
        Graphics2D g = image.createGraphics();
        for (int i = 0; i < 12; i++) {
            g.setColor(new Color(20 * i, 255 - 20 * i, 128));
            g.fillOval(4 * i, 3 * i, SIDE - 5 * i, SIDE - 4 * i);
        }
        g.dispose();
        return image;
    }

    private static byte[] written(String format, IIOImage image, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            if (progressive && settings.canWriteProgressive()) {
                settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, image, settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] film(BufferedImage frame) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(frame, null, null), null);
            writer.writeToSequence(new IIOImage(frame, null, null), null);
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
