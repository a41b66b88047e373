package org.tucai.capturecode.reading;

/** What came of reading a picture. Texts never appear in {@code toString}: they are personal data. */
public sealed interface Reading {
    /**
     * Exactly one capture code.
     *
     * @param text exactly as encoded
     * @param version QR version 1 to 40
     * @param attempt name of the attempt that succeeded
     */
    record Read(String text, int version, String attempt) implements Reading {
        /** "QR-12". */
        public String symbol() {
            return "QR-" + version;
        }

        @Override
        public String toString() {
            return "Read[" + symbol() + ", " + attempt + "]";
        }
    }

    /** Two or more different capture codes. */
    record Several(int count) implements Reading {}

    /** QR codes, but none of them a capture code. */
    record Foreign() implements Reading {}

    /** No readable code. */
    record Nothing() implements Reading {}
}
