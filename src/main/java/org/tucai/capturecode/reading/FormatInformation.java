package org.tucai.capturecode.reading;

/** The 15 bits that name error correction level and mask (ISO/IEC 18004, annex C). */
final class FormatInformation {
    private static final int MASK = 0x5412;
    private static final int POLYNOMIAL = 0x537;

    private FormatInformation() {}

    /** @param format 0 to 31: two bits of level, three of mask */
    static int bits(int format) {
        int code = format << 10;
        for (int i = 14; i >= 10; i--) {
            code ^= (code >> i & 1) * (POLYNOMIAL << (i - 10));
        }
        return ((format << 10) | code) ^ MASK;
    }
}
