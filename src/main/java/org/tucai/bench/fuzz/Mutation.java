package org.tucai.bench.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/** Changes picture files at random: bits, lengths and sizes at their extremes, cuts, copies, parts of other files. */
final class Mutation {
    private static final int[] EXTREMES = {
        0, 1, 7, 8, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, -1, 0x10000, 20_000, 20_001
    };

    private final List<byte[]> seeds;
    private final Random random;

    Mutation(List<byte[]> seeds, Random random) {
        this.seeds = seeds;
        this.random = random;
    }

    /** A seed with one to four changes; half of the PNGs get valid checksums again, so that the code behind the check is reached. */
    byte[] next() {
        byte[] file = any().clone();
        int changes = random.nextBoolean() ? 1 : 2 + random.nextInt(3);
        for (int i = 0; i < changes && file.length > 32; i++) {
            file = changed(file);
        }
        if (random.nextBoolean() && file.length >= 8 && file[1] == 'P' && file[2] == 'N' && file[3] == 'G') {
            mendChecksums(file);
        }
        return file;
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] changed(byte[] file) {
        int at = random.nextInt(4) == 0
                ? random.nextInt(file.length - 4)
                : random.nextInt(Math.min(file.length - 4, 900));
        switch (random.nextInt(8)) {
            case 0 -> file[at] = (byte) random.nextInt(256);
            case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> number(file, at);
            case 3 -> {
                return Arrays.copyOf(file, 16 + random.nextInt(file.length - 16));
            }
            case 4 -> noise(file, at);
            case 5 -> {
                int to = random.nextInt(file.length);
                System.arraycopy(file, at, file, to, Math.min(random.nextInt(4096), file.length - Math.max(at, to)));
            }
            case 6 -> {
                return joined(Arrays.copyOf(file, at), any(), random.nextInt(300));
            }
            default -> {
                return joined(Arrays.copyOf(file, at), file, random.nextInt(file.length));
            }
        }
        return file;
    }

    private void number(byte[] file, int at) {
        int value = EXTREMES[random.nextInt(EXTREMES.length)];
        int length = 1 + random.nextInt(4);
        boolean little = random.nextBoolean();
        for (int i = 0; i < length; i++) {
            file[at + i] = (byte) (value >> (8 * (little ? i : length - 1 - i)));
        }
    }

    private void noise(byte[] file, int at) {
        byte[] noise = new byte[Math.min(random.nextInt(64), file.length - at)];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, file, at, noise.length);
    }

    private static byte[] joined(byte[] head, byte[] other, int from) {
        int start = Math.min(from, other.length);
        byte[] all = Arrays.copyOf(head, head.length + other.length - start);
        System.arraycopy(other, start, all, head.length, other.length - start);
        return all;
    }

    /** Writes the checksum of every complete chunk of a PNG. */
    static void mendChecksums(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int at = 8;
        while (at + 12 <= file.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > file.length - at - 12) {
                return;
            }
            CRC32 crc = new CRC32();
            crc.update(file, at + 4, length + 4);
            bytes.putInt(at + 8 + length, (int) crc.getValue());
            at += 12 + length;
        }
    }

    /** Text as bytes, for handmade seeds. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
