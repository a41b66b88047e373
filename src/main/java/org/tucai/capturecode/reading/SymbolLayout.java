package org.tucai.capturecode.reading;

import com.google.zxing.qrcode.decoder.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What is known of a symbol of one version before anything is read: the modules whose colour the standard fixes, and the order in which the
 * others carry codewords (ISO/IEC 18004, 6.3 and 7.7.3). Module (row, column) has index row × size + column.
 */
final class SymbolLayout {
    private static final int VERSIONS = 40;
    private static final AtomicReferenceArray<SymbolLayout> CACHE = new AtomicReferenceArray<>(VERSIONS + 1);

    /** Value of {@link #fixed}: carries data. */
    static final byte DATA = 0;
    /** Value of {@link #fixed}: always dark. */
    static final byte DARK = 1;
    /** Value of {@link #fixed}: always light. */
    static final byte LIGHT = -1;
    /** Value of {@link #fixed}: format or version information. */
    static final byte INFORMATION = 2;

    final Version version;
    final int size;
    /** Coordinates of alignment pattern centres, in whole modules; empty for version 1. */
    final int[] alignment;

    final byte[] fixed;
    /** Module index of each data bit, codeword by codeword, most significant bit first. */
    final int[] order;

    private SymbolLayout(int number) {
        version = Version.getVersionForNumber(number);
        size = version.getDimensionForVersion();
        alignment = version.getAlignmentPatternCenters();
        fixed = new byte[size * size];
        finders();
        timing();
        alignments();
        information(number);
        order = zigzag();
    }

    static SymbolLayout of(int version) {
        SymbolLayout known = CACHE.get(version);
        if (known == null) {
            known = new SymbolLayout(version);
            CACHE.set(version, known);
        }
        return known;
    }

    private void finders() {
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                int ring = Math.max(Math.abs(i - 3), Math.abs(j - 3));
                byte colour = ring == 2 || ring == 4 ? LIGHT : DARK;
                fixed[i * size + j] = colour;
                fixed[i * size + size - 1 - j] = colour;
                fixed[(size - 1 - i) * size + j] = colour;
            }
        }
        fixed[(size - 8) * size + 8] = DARK;
    }

    private void timing() {
        for (int i = 8; i < size - 8; i++) {
            byte colour = i % 2 == 0 ? DARK : LIGHT;
            fixed[6 * size + i] = colour;
            fixed[i * size + 6] = colour;
        }
    }

    private void alignments() {
        for (int row : alignment) {
            for (int column : alignment) {
                if (hasAlignment(row, column)) {
                    for (int i = -2; i <= 2; i++) {
                        for (int j = -2; j <= 2; j++) {
                            int ring = Math.max(Math.abs(i), Math.abs(j));
                            fixed[(row + i) * size + column + j] = ring == 1 ? LIGHT : DARK;
                        }
                    }
                }
            }
        }
    }

    /** False for the three combinations that would fall on a finder pattern. */
    boolean hasAlignment(int row, int column) {
        int last = size - 7;
        return !(row == 6 && column == 6) && !(row == 6 && column == last) && !(row == last && column == 6);
    }

    /** Row and column of the alignment patterns, those near the corner first; a list of the caller's own. */
    List<int[]> alignmentPlaces() {
        List<int[]> places = new ArrayList<>();
        int n = alignment.length;
        for (int sum = 0; sum < 2 * n - 1; sum++) {
            for (int i = Math.max(0, sum - n + 1); i <= Math.min(sum, n - 1); i++) {
                if (hasAlignment(alignment[i], alignment[sum - i])) {
                    places.add(new int[] {alignment[i], alignment[sum - i]});
                }
            }
        }
        return places;
    }

    private void information(int number) {
        for (int i = 0; i < 9; i++) {
            mark(8, i);
            mark(i, 8);
        }
        for (int i = 0; i < 8; i++) {
            mark(8, size - 1 - i);
            mark(size - 1 - i, 8);
        }
        if (number >= 7) {
            for (int i = 0; i < 6; i++) {
                for (int j = 0; j < 3; j++) {
                    mark(i, size - 11 + j);
                    mark(size - 11 + j, i);
                }
            }
        }
    }

    private void mark(int row, int column) {
        if (fixed[row * size + column] == DATA) {
            fixed[row * size + column] = INFORMATION;
        }
    }

    private int[] zigzag() {
        int[] modules = new int[size * size];
        int count = 0;
        boolean up = true;
        for (int right = size - 1; right > 0; right -= 2) {
            if (right == 6) {
                right--; // the vertical timing pattern takes a whole column
            }
            for (int i = 0; i < size; i++) {
                int row = up ? size - 1 - i : i;
                for (int column = right; column > right - 2; column--) {
                    if (fixed[row * size + column] == DATA) {
                        modules[count++] = row * size + column;
                    }
                }
            }
            up = !up;
        }
        return Arrays.copyOf(modules, version.getTotalCodewords() * 8);
    }

    /** Whether the mask turns over this module (ISO/IEC 18004, table 10). */
    static boolean masked(int mask, int row, int column) {
        return switch (mask) {
            case 0 -> (row + column) % 2 == 0;
            case 1 -> row % 2 == 0;
            case 2 -> column % 3 == 0;
            case 3 -> (row + column) % 3 == 0;
            case 4 -> (row / 2 + column / 3) % 2 == 0;
            case 5 -> row * column % 2 + row * column % 3 == 0;
            case 6 -> (row * column % 2 + row * column % 3) % 2 == 0;
            default -> ((row + column) % 2 + row * column % 3) % 2 == 0;
        };
    }
}
