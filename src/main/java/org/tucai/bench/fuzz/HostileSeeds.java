package org.tucai.bench.fuzz;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_RST_INTERVAL;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_PNG_COMPRESSION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_WEBP_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.tucai.picture.EncodedPicture;
import org.tucai.portrait.drawn.DrawnPortrait;

/**
 * Intact picture files of every kind that is decoded, as seeds for mutation: baseline and progressive JPEG, grey, CMYK, with
 * restart markers, EXIF and colour profiles; PNG of 8 and 16 bits, with transparency, a palette, interlaced, animated; WebP
 * lossy, lossless and animated; GIF and BMP; polyglots.
 */
final class HostileSeeds {
    private final List<byte[]> seeds = new ArrayList<>();

    private HostileSeeds() {}

    static List<byte[]> all() throws IOException {
        HostileSeeds made = new HostileSeeds();
        byte[] drawn = DrawnPortrait.jpeg(1);
        try (BytePointer bytes = new BytePointer(drawn);
                Mat file = new Mat(bytes, false);
                Mat large = imdecode(file, IMREAD_COLOR);
                Mat picture = new Mat();
                Size size = new Size(150, 200)) {
            resize(large, picture, size, 0, 0, INTER_AREA);
            made.jpegs(picture);
            made.pngs(picture);
            made.webps(picture);
            ProfileSeeds.addTo(
                    made.seeds,
                    encoded(picture, ".jpg", IMWRITE_JPEG_QUALITY, 85),
                    encoded(picture, ".png", IMWRITE_PNG_COMPRESSION, 9),
                    encoded(picture, ".webp", IMWRITE_WEBP_QUALITY, 60));
        }
        JdkSeeds.addTo(made.seeds);
        made.polyglots();
        return made.seeds;
    }

    private void jpegs(Mat picture) {
        byte[] plain = encoded(picture, ".jpg", IMWRITE_JPEG_QUALITY, 85);
        seeds.add(plain);
        seeds.add(encoded(picture, ".jpg", IMWRITE_JPEG_PROGRESSIVE, 1));
        seeds.add(encoded(picture, ".jpg", IMWRITE_JPEG_RST_INTERVAL, 3));
        try (Mat grey = new Mat()) {
            cvtColor(picture, grey, COLOR_BGR2GRAY);
            seeds.add(encoded(grey, ".jpg", IMWRITE_JPEG_QUALITY, 60));
        }
        for (int orientation : new int[] {2, 5, 6, 8, 9}) {
            seeds.add(withSegment(plain, 0xE1, exif(orientation)));
        }
        byte[] profile = new byte[600];
        System.arraycopy(Mutation.ascii("ICC_PROFILE\0\1\2"), 0, profile, 0, 14);
        seeds.add(withSegment(withSegment(plain, 0xE2, profile), 0xE2, profile));
        seeds.add(withSegment(plain, 0xFE, Mutation.ascii("<script>alert(1)</script>*/=1;/*")));
        seeds.add(joined(plain, plain)); // as phones append a second picture
    }

    private void pngs(Mat picture) {
        byte[] plain = encoded(picture, ".png", IMWRITE_PNG_COMPRESSION, 9);
        seeds.add(plain);
        try (Mat deep = new Mat();
                Mat clear = new Mat();
                Mat grey = new Mat()) {
            picture.convertTo(deep, CV_16U, 257, 0);
            seeds.add(encoded(deep, ".png", IMWRITE_PNG_COMPRESSION, 9));
            cvtColor(picture, clear, COLOR_BGR2BGRA);
            seeds.add(encoded(clear, ".png", IMWRITE_PNG_COMPRESSION, 9));
            cvtColor(picture, grey, COLOR_BGR2GRAY);
            seeds.add(encoded(grey, ".png", IMWRITE_PNG_COMPRESSION, 9));
        }
        byte[] control = ByteBuffer.allocate(8).putInt(2).putInt(0).array();
        byte[] frame = ByteBuffer.allocate(26)
                .putInt(0)
                .putInt(150)
                .putInt(200)
                .putInt(0)
                .putInt(0)
                .array();
        seeds.add(withChunk(withChunk(plain, "fcTL", frame), "acTL", control));
        seeds.add(withChunk(plain, "iCCP", new byte[300]));
        seeds.add(withChunk(plain, "zTXt", new byte[300]));
        seeds.add(joined(plain, Mutation.ascii("PK\3\4 an archive behind the picture")));
    }

    private void webps(Mat picture) {
        byte[] lossy = encoded(picture, ".webp", IMWRITE_WEBP_QUALITY, 60);
        seeds.add(lossy);
        try (Mat clear = new Mat()) {
            cvtColor(picture, clear, COLOR_BGR2BGRA);
            seeds.add(encoded(clear, ".webp", IMWRITE_WEBP_QUALITY, 60));
        }
        seeds.add(encoded(picture, ".webp", IMWRITE_WEBP_QUALITY, 101)); // lossless
        seeds.add(animated(lossy));
    }

    /** An animation with the still picture's bitstream as both frames. */
    private static byte[] animated(byte[] still) {
        byte[] bitstream = Arrays.copyOfRange(still, 12, still.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(chunk("VP8X", new byte[] {2, 0, 0, 0, (byte) 149, 0, 0, (byte) 199, 0, 0}));
        out.writeBytes(chunk("ANIM", new byte[6]));
        byte[] head = {0, 0, 0, 0, 0, 0, (byte) 149, 0, 0, (byte) 199, 0, 0, 100, 0, 0, 0};
        out.writeBytes(chunk("ANMF", joined(head, bitstream)));
        out.writeBytes(chunk("ANMF", joined(head, bitstream)));
        return riff(out.toByteArray());
    }

    static byte[] riff(byte[] chunks) {
        return joined(
                Mutation.ascii("RIFF"),
                joined(littleEndian(chunks.length + 4), joined(Mutation.ascii("WEBP"), chunks)));
    }

    static byte[] chunk(String name, byte[] body) {
        byte[] padded = Arrays.copyOf(body, body.length + (body.length & 1));
        return joined(Mutation.ascii(name), joined(littleEndian(body.length), padded));
    }

    private static byte[] littleEndian(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }

    private void polyglots() {
        byte[] jpeg = seeds.getFirst();
        seeds.add(joined(Mutation.ascii("GIF89a"), jpeg));
        seeds.add(joined(Mutation.ascii("BM"), jpeg));
        seeds.add(joined(jpeg, seeds.getLast()));
        seeds.add(joined(Mutation.ascii("\0\0\0\30ftypheic"), jpeg));
    }

    private static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(6 + 8 + 2 + 3 * 12 + 4 + 16);
        tiff.put(Mutation.ascii("Exif\0\0MM")).putShort((short) 42).putInt(8).putShort((short) 3);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x011A).putShort((short) 5).putInt(1).putInt(50);
        tiff.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(8); // points back to itself
        return tiff.array();
    }

    /** Inserts a segment after the start marker. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 4 + body.length);
        out.put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (body.length + 2))
                .put(body);
        return out.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** Inserts a chunk after the header chunk. */
    static byte[] withChunk(byte[] png, String name, byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(joined(Mutation.ascii(name), body));
        ByteBuffer out = ByteBuffer.allocate(png.length + 12 + body.length);
        out.put(png, 0, 33)
                .putInt(body.length)
                .put(Mutation.ascii(name))
                .put(body)
                .putInt((int) crc.getValue());
        return out.put(png, 33, png.length - 33).array();
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] encoded(Mat picture, String kind, int setting, int value) {
        return EncodedPicture.of(picture, kind, setting, value);
    }
}
