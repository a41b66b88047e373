package org.tucai.picture;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/**
 * Colours that a profile defines by tables (A2B0), as profiles of scanners and printers do and few others. The JDK's Little CMS, which
 * knows every kind of table, converts a lattice of colours and not the picture itself: for a large one it would take seconds.
 */
final class TabledColours implements ToSrgb {
    /** Lattice points along each component, eight grey levels apart. */
    private static final int POINTS = 33;
    /** Bytes from one point to the next, by component: blue, green, red. */
    private static final int[] STEPS = {3, 3 * POINTS, 3 * POINTS * POINTS};

    private static final int[] BLUE_GREEN_RED = {2, 1, 0};
    /** By value: the last point before it, and how far beyond that point it is, in 256ths of the distance to the next. */
    private static final int[] BEFORE = new int[256];

    private static final int[] BEHIND = new int[256];

    static {
        for (int value = 0; value < 256; value++) {
            BEFORE[value] = Math.min(value * (POINTS - 1) / 255, POINTS - 2);
            BEHIND[value] = Math.round((value * (POINTS - 1) / 255f - BEFORE[value]) * 256);
        }
    }

    /** By red, green and blue of the profile, red slowest: blue, green and red of sRGB. */
    private final byte[] lattice;

    private TabledColours(byte[] lattice) {
        this.lattice = lattice;
    }

    /** Null when the library rejects the profile. */
    static @Nullable ToSrgb of(Bytes profile) throws UnreadablePicture {
        byte[] lattice = new byte[POINTS * STEPS[2]];
        for (int i = 0; i < lattice.length; i++) {
            int point = i / STEPS[i % 3] % POINTS;
            lattice[i] = (byte) Math.round(point * 255f / (POINTS - 1));
        }
        try {
            ICC_Profile[] way = {
                ICC_Profile.getInstance(profile.copy(0, profile.length())), ICC_Profile.getInstance(ColorSpace.CS_sRGB)
            };
            WritableRaster colours = Raster.createInterleavedRaster(
                    new DataBufferByte(lattice, lattice.length),
                    lattice.length / 3,
                    1,
                    lattice.length,
                    3,
                    BLUE_GREEN_RED,
                    null);
            new ColorConvertOp(way, null).filter(colours, colours);
            return new TabledColours(lattice);
        } catch (RuntimeException e) { // of several kinds, depending on where the profile is broken
            return null;
        }
    }

    @Override
    public void convert(byte[] pixels) {
        for (int i = 0; i < pixels.length; i += 3) {
            convert(pixels, i);
        }
    }

    /**
     * Tetrahedral interpolation, which leaves greys grey: between the corners on the path from the lattice cube's darkest to its lightest,
     * along the component with the largest fraction first and the smallest last.
     */
    private void convert(byte[] pixels, int at) {
        int blue = pixels[at] & 0xFF;
        int green = pixels[at + 1] & 0xFF;
        int red = pixels[at + 2] & 0xFF;
        int darkest = BEFORE[blue] * STEPS[0] + BEFORE[green] * STEPS[1] + BEFORE[red] * STEPS[2];
        int b = BEHIND[blue] << 16 | STEPS[0];
        int g = BEHIND[green] << 16 | STEPS[1];
        int r = BEHIND[red] << 16 | STEPS[2];
        int far = Math.max(b, Math.max(g, r));
        int near = Math.min(b, Math.min(g, r));
        int middle = b ^ g ^ r ^ far ^ near;
        int first = darkest + (far & 0xFFFF);
        int second = first + (middle & 0xFFFF);
        int lightest = second + (near & 0xFFFF);
        for (int c = 0; c < 3; c++) {
            int sum = (256 - (far >> 16)) * (lattice[darkest + c] & 0xFF)
                    + ((far >> 16) - (middle >> 16)) * (lattice[first + c] & 0xFF)
                    + ((middle >> 16) - (near >> 16)) * (lattice[second + c] & 0xFF)
                    + (near >> 16) * (lattice[lightest + c] & 0xFF);
            pixels[at + c] = (byte) ((sum + 128) >> 8);
        }
    }
}
