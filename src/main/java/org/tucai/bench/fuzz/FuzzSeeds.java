package org.tucai.bench.fuzz;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.bench.code.CodePage;
import org.tucai.picture.EncodedPicture;

/**
 * The files that are mutated: drawn codes in every format and variant that is read, because a damaged code costs the reader most; of the
 * smallest versions, because that cost grows with the symbol.
 */
final class FuzzSeeds {
    private static final long LARGEST = 30_000;
    private static final int FROM_FOLDER = 60;
    private static final int MODULE = 2;
    private static final int QUIET = 3;

    private final Random random = new Random(3);
    private final List<byte[]> files = new ArrayList<>();

    /** JPEG in grey, colour and progressive, PNG in grey, colour, palette and with alpha, WebP lossy and lossless, GIF, BMP. */
    List<byte[]> drawn() {
        for (int length : new int[] {6, 12, 24}) {
            image(length, BufferedImage.TYPE_BYTE_GRAY, "png", "bmp", "gif", "jpg");
            image(length, BufferedImage.TYPE_INT_RGB, "png", "bmp", "jpg");
            image(length, BufferedImage.TYPE_BYTE_BINARY, "png", "bmp", "gif");
            image(length, BufferedImage.TYPE_INT_ARGB, "png");
            byte[] grey = last(length);
            coded(grey, ".webp", opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 70);
            coded(grey, ".webp", opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 101);
            coded(grey, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1);
        }
        return files;
    }

    /**
     * Small pictures, spread evenly over a folder.
     *
     * @throws IllegalArgumentException if there is none
     */
    static List<byte[]> of(Path folder) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> pictures = all.filter(FuzzSeeds::isSmallPicture).sorted().toList();
            if (pictures.isEmpty()) {
                throw new IllegalArgumentException("No JPEG, PNG, WebP, GIF or BMP file of at most " + LARGEST / 1000
                        + " KB in " + folder + "; without --data all files are drawn");
            }
            int step = Math.max(pictures.size() / FROM_FOLDER, 1);
            for (int i = 0; i < pictures.size(); i += step) {
                seeds.add(Files.readAllBytes(pictures.get(i)));
            }
        }
        return seeds;
    }

    private static boolean isSmallPicture(Path file) {
        try {
            String name = file.getFileName().toString();
            return name.matches(".*\\.(jpg|png|webp|gif|bmp)") && Files.size(file) <= LARGEST;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] last(int length) {
        image(length, BufferedImage.TYPE_BYTE_GRAY, "png");
        return files.removeLast();
    }

    private void image(int length, int type, String... formats) {
        ByteMatrix matrix = CodePage.matrix(CodePage.text(random, length));
        int side = (matrix.getWidth() + 2 * QUIET) * MODULE;
        BufferedImage image = new BufferedImage(side, side, type);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int column = x / MODULE - QUIET;
                int row = y / MODULE - QUIET;
                boolean inside = column >= 0 && row >= 0 && column < matrix.getWidth() && row < matrix.getHeight();
                boolean dark = inside && matrix.get(column, row) == 1;
                image.setRGB(x, y, dark ? 0xFF000000 : type == BufferedImage.TYPE_INT_ARGB ? 0 : 0xFFFFFFFF);
            }
        }
        try {
            for (String format : formats) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                ImageIO.write(image, format, out);
                files.add(out.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void coded(byte[] png, String extension, int setting, int value) {
        try (BytePointer in = new BytePointer(png);
                Mat buffer = new Mat(1, png.length, opencv_core.CV_8UC1, in);
                Mat mat = opencv_imgcodecs.imdecode(buffer, opencv_imgcodecs.IMREAD_COLOR)) {
            files.add(EncodedPicture.of(mat, extension, setting, value));
        }
    }
}
