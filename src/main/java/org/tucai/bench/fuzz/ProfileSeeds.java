package org.tucai.bench.fuzz;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** Pictures whose files declare their colour space, by primaries and curves or by tables. */
final class ProfileSeeds {
    private static final int HEADER = 128;
    private static final int SEGMENT_HEAD = 14;

    private ProfileSeeds() {}

    static void addTo(List<byte[]> seeds, byte[] jpeg, byte[] png, byte[] webp) {
        for (byte[] profile :
                new byte[][] {ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData(), tables()}) {
            byte[] segment = ByteBuffer.allocate(SEGMENT_HEAD + profile.length)
                    .put(Mutation.ascii("ICC_PROFILE\0\1\1"))
                    .put(profile)
                    .array();
            seeds.add(HostileSeeds.withSegment(jpeg, 0xE2, segment));
            seeds.add(HostileSeeds.withChunk(png, "iCCP", packed(profile)));
            seeds.add(contained(webp, profile));
        }
    }

    /** A lut8Type: three curves, a cube of two points per side in L*a*b*, three curves (ICC.1:2022, 10.11). */
    private static byte[] tables() {
        int curves = 3 * 256;
        ByteBuffer tag = ByteBuffer.allocate(48 + curves + 3 * 8 + curves);
        tag.put(Mutation.ascii("mft1")).putInt(0).put(new byte[] {3, 3, 2, 0});
        for (int i = 0; i < 9; i++) {
            tag.putInt(i % 4 == 0 ? 0x10000 : 0);
        }
        ramps(tag, curves);
        for (int corner = 0; corner < 8; corner++) {
            tag.put((byte) (corner * 36)).put((byte) (64 + 16 * corner)).put((byte) (192 - 16 * corner));
        }
        ramps(tag, curves);
        int start = HEADER + 4 + 12;
        ByteBuffer profile = ByteBuffer.allocate(start + tag.capacity());
        profile.putInt(profile.capacity()).putInt(0).putInt(0x02400000).put(Mutation.ascii("scnrRGB Lab "));
        profile.position(36).put(Mutation.ascii("acsp"));
        profile.position(68).putInt(0xF6D6).putInt(0x10000).putInt(0xD32D); // D50
        profile.position(HEADER).putInt(1).put(Mutation.ascii("A2B0"));
        return profile.putInt(start).putInt(tag.capacity()).put(tag.array()).array();
    }

    private static void ramps(ByteBuffer tag, int values) {
        for (int i = 0; i < values; i++) {
            tag.put((byte) i);
        }
    }

    private static byte[] packed(byte[] profile) {
        byte[] body = new byte[profile.length + 64];
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(profile);
            deflater.finish();
            int length = deflater.deflate(body);
            return ByteBuffer.allocate(6 + length)
                    .put(Mutation.ascii("name\0\0"))
                    .put(body, 0, length)
                    .array();
        }
    }

    private static byte[] contained(byte[] webp, byte[] profile) {
        byte[] head = HostileSeeds.chunk("VP8X", new byte[] {0x20, 0, 0, 0, (byte) 149, 0, 0, (byte) 199, 0, 0});
        byte[] picture = Arrays.copyOfRange(webp, 12, webp.length);
        return HostileSeeds.riff(
                HostileSeeds.joined(head, HostileSeeds.joined(HostileSeeds.chunk("ICCP", profile), picture)));
    }
}
