package org.tucai.capturecode.reading;

/** The signed difference between each pixel and the mean of the square round it, (2 × radius + 1)², clipped at the border. */
final class LocalMean {
    private LocalMean() {}

    /** Brightness minus the local mean, clipped to -127 … 127: light is positive, dark negative. */
    static byte[] difference(Grey grey, int radius) {
        byte[] in = grey.pixels;
        byte[] out = new byte[in.length];
        int width = grey.width;
        int height = grey.height;
        int[] columns = new int[width];
        int rows = 0;
        for (int y = 0; y < Math.min(radius, height); y++, rows++) {
            add(columns, in, y * width, 1);
        }
        for (int y = 0; y < height; y++) {
            if (y + radius < height) {
                add(columns, in, (y + radius) * width, 1);
                rows++;
            }
            if (y - radius - 1 >= 0) {
                add(columns, in, (y - radius - 1) * width, -1);
                rows--;
            }
            row(columns, rows, in, out, y * width, radius);
        }
        return out;
    }

    /** The same after smoothing, in eighths of a grey level: for contrasts near the noise. */
    static byte[] fineDifference(Grey grey, int smoothing, int radius) {
        short[] near = eighths(grey, smoothing);
        short[] wide = eighths(grey, radius);
        byte[] out = new byte[near.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.clamp(near[i] - wide[i], -127, 127);
        }
        return out;
    }

    private static short[] eighths(Grey grey, int radius) {
        short[] out = new short[grey.pixels.length];
        int width = grey.width;
        int height = grey.height;
        int[] columns = new int[width];
        for (int y = 0; y < Math.min(radius, height); y++) {
            add(columns, grey.pixels, y * width, 1);
        }
        for (int y = 0; y < height; y++) {
            if (y + radius < height) {
                add(columns, grey.pixels, (y + radius) * width, 1);
            }
            if (y - radius - 1 >= 0) {
                add(columns, grey.pixels, (y - radius - 1) * width, -1);
            }
            int rows = Math.min(y + radius, height - 1) - Math.max(y - radius, 0) + 1;
            long sum = 0;
            for (int x = 0; x < Math.min(radius, width); x++) {
                sum += columns[x];
            }
            for (int x = 0; x < width; x++) {
                sum += x + radius < width ? columns[x + radius] : 0;
                sum -= x - radius - 1 >= 0 ? columns[x - radius - 1] : 0;
                int count = Math.min(x + radius, width - 1) - Math.max(x - radius, 0) + 1;
                out[y * width + x] = (short) (sum * 8f / (count * rows));
            }
        }
        return out;
    }

    private static void add(int[] columns, byte[] in, int from, int sign) {
        if (sign > 0) {
            for (int x = 0; x < columns.length; x++) {
                columns[x] += in[from + x] & 0xFF;
            }
        } else {
            for (int x = 0; x < columns.length; x++) {
                columns[x] -= in[from + x] & 0xFF;
            }
        }
    }

    private static void row(int[] columns, int rows, byte[] in, byte[] out, int from, int radius) {
        int width = columns.length;
        long sum = 0;
        int count = 0;
        for (int x = 0; x < Math.min(radius, width); x++, count++) {
            sum += columns[x];
        }
        float scale = 0;
        int scaled = 0;
        for (int x = 0; x < width; x++) {
            if (x + radius < width) {
                sum += columns[x + radius];
                count++;
            }
            if (x - radius - 1 >= 0) {
                sum -= columns[x - radius - 1];
                count--;
            }
            if (count != scaled) {
                scaled = count;
                scale = 1f / (count * rows);
            }
            int mean = (int) (sum * scale + 0.5f);
            out[from + x] = (byte) Math.clamp((in[from + x] & 0xFF) - mean, -127, 127);
        }
    }
}
