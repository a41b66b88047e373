package org.tucai.bench.fuzz;

import java.util.Arrays;
import java.util.Random;

/** One change, or a few, to a picture file. */
final class FileMutation {
    private static final int SHORTEST = 24;
    private static final int HEAD = 1024;
    private static final int MOST_CHANGES = 4;
    private static final int PNG_SIGNATURE = 8;

    private FileMutation() {}

    /** A changed copy. Half of the changed PNGs get valid checksums again; otherwise the codec would look no further. */
    static byte[] of(byte[] seed, Random random) {
        byte[] file = seed.clone();
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes && file.length > SHORTEST; i++) {
            file = changed(file, random);
        }
        boolean png = file.length > PNG_SIGNATURE && (file[0] & 0xFF) == 0x89 && file[1] == 'P';
        if (png && random.nextBoolean()) {
            Mutation.mendChecksums(file);
        }
        return file;
    }

    private static byte[] changed(byte[] file, Random random) {
        int head = Math.min(file.length, HEAD);
        switch (random.nextInt(7)) {
            case 0 -> file[random.nextInt(head)] = (byte) random.nextInt(256);
            case 1 -> file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            case 2 -> {
                return Arrays.copyOf(file, 16 + random.nextInt(file.length - 16));
            }
            case 3 -> {
                int at = random.nextInt(file.length);
                byte[] noise = new byte[Math.min(random.nextInt(64), file.length - at)];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, file, at, noise.length);
            }
            case 4 -> {
                int from = random.nextInt(file.length);
                int to = random.nextInt(file.length);
                int length = Math.min(random.nextInt(4096), file.length - Math.max(from, to));
                System.arraycopy(file, from, file, to, length);
            }
            case 5 -> {
                int at = random.nextInt(head - 4); // sizes and lengths at their extremes
                Arrays.fill(file, at, at + 1 + random.nextInt(4), (byte) (random.nextBoolean() ? 0xFF : 0));
            }
            default -> {
                int at = random.nextInt(file.length);
                byte[] longer = Arrays.copyOf(file, file.length + random.nextInt(2048));
                System.arraycopy(file, at, longer, longer.length - (file.length - at), file.length - at);
                return longer;
            }
        }
        return file;
    }
}
