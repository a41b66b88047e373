package org.tucai.capturecode.reading;

/** The 18 bits that name a version from 7 on (ISO/IEC 18004, 7.10). */
final class VersionInformation {
    private static final int POLYNOMIAL = 0x1F25;

    private VersionInformation() {}

    /** Six bits of the version, twelve of its (18, 6) Golay code. Bit i stands at row i / 3, column size - 11 + i % 3, and mirrored. */
    static int bits(int version) {
        int rest = version << 12;
        for (int i = 17; i >= 12; i--) {
            rest ^= (rest >> i & 1) * (POLYNOMIAL << (i - 12));
        }
        return version << 12 | rest;
    }
}
