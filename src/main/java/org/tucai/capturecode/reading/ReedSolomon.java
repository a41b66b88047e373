package org.tucai.capturecode.reading;

import java.util.Arrays;

/**
 * Reed–Solomon correction over GF(256) with errors at unknown and erasures at known places, as QR codes use it (polynomial 0x11D, first
 * root 1). With p parity symbols, e errors and s erasures are corrected when 2e + s ≤ p.
 */
final class ReedSolomon {
    private static final int[] EXP = new int[512];
    private static final int[] LOG = new int[256];

    static {
        int x = 1;
        for (int i = 0; i < 255; i++) {
            EXP[i] = x;
            EXP[i + 255] = x;
            LOG[x] = i;
            x <<= 1;
            if (x > 255) {
                x ^= 0x11D;
            }
        }
    }

    private ReedSolomon() {}

    /**
     * Corrects {@code block} in place.
     *
     * @param parity parity symbols at the end of the block
     * @param erased positions of erasures, distinct
     * @return symbols changed, or -1 when it cannot be corrected (the block is then unchanged)
     */
    static int correct(int[] block, int parity, int[] erased) {
        int[] syndromes = syndromes(block, parity);
        if (syndromes.length == 0) {
            return 0;
        }
        int[] locator = locator(syndromes, erasureLocator(block.length, erased), erased.length, parity);
        int degree = degree(locator);
        if (degree < erased.length || 2 * degree - erased.length > parity) {
            return -1;
        }
        return repair(block, syndromes, locator, degree, parity);
    }

    private static int mul(int a, int b) {
        return a == 0 || b == 0 ? 0 : EXP[LOG[a] + LOG[b]];
    }

    /** Empty when all are zero. */
    private static int[] syndromes(int[] block, int parity) {
        int[] syndromes = new int[parity];
        boolean wrong = false;
        for (int i = 0; i < parity; i++) {
            int sum = 0;
            for (int symbol : block) {
                sum = mul(sum, EXP[i]) ^ symbol;
            }
            syndromes[i] = sum;
            wrong |= sum != 0;
        }
        return wrong ? syndromes : new int[0];
    }

    /** Product of (1 - x · a^place): lowest degree first. */
    private static int[] erasureLocator(int length, int[] erased) {
        int[] polynomial = {1};
        for (int position : erased) {
            int root = EXP[length - 1 - position];
            int[] next = Arrays.copyOf(polynomial, polynomial.length + 1);
            for (int i = 0; i < polynomial.length; i++) {
                next[i + 1] ^= mul(polynomial[i], root);
            }
            polynomial = next;
        }
        return polynomial;
    }

    /** Berlekamp–Massey, begun with the erasures already located. */
    private static int[] locator(int[] syndromes, int[] erasures, int count, int parity) {
        int[] current = Arrays.copyOf(erasures, parity + 2);
        int[] previous = current.clone();
        int errors = count;
        int gap = 1;
        int last = 1;
        for (int n = count; n < parity; n++) {
            int delta = 0;
            for (int i = 0; i <= Math.min(n, parity + 1); i++) {
                delta ^= mul(current[i], syndromes[n - i]);
            }
            if (delta == 0) {
                gap++;
                continue;
            }
            int factor = mul(delta, EXP[255 - LOG[last]]);
            int[] kept = current.clone();
            for (int i = 0; i + gap < current.length; i++) {
                current[i + gap] ^= mul(factor, previous[i]);
            }
            if (2 * errors <= n + count) {
                errors = n + 1 + count - errors;
                previous = kept;
                last = delta;
                gap = 1;
            } else {
                gap++;
            }
        }
        return current;
    }

    private static int degree(int[] polynomial) {
        int degree = polynomial.length - 1;
        while (degree > 0 && polynomial[degree] == 0) {
            degree--;
        }
        return degree;
    }

    /** Chien search for the places, Forney's formula for the values. */
    private static int repair(int[] block, int[] syndromes, int[] locator, int degree, int parity) {
        int[] evaluator = new int[parity];
        for (int i = 0; i < parity; i++) {
            for (int j = 0; j <= Math.min(i, degree); j++) {
                evaluator[i] ^= mul(locator[j], syndromes[i - j]);
            }
        }
        int[] repaired = block.clone();
        int roots = 0;
        int changed = 0;
        for (int position = 0; position < block.length; position++) {
            int place = block.length - 1 - position;
            int inverse = EXP[(255 - place % 255) % 255];
            if (value(locator, degree + 1, inverse) != 0) {
                continue;
            }
            roots++;
            int slope = 0;
            for (int i = 1; i <= degree; i += 2) {
                slope ^= mul(locator[i], EXP[LOG[inverse] * (i - 1) % 255]);
            }
            if (slope == 0) {
                return -1;
            }
            int numerator = mul(value(evaluator, parity, inverse), EXP[place % 255]);
            int error = mul(numerator, EXP[255 - LOG[slope]]);
            repaired[position] ^= error;
            changed += error == 0 ? 0 : 1;
        }
        if (roots != degree || syndromes(repaired, parity).length != 0) {
            return -1;
        }
        System.arraycopy(repaired, 0, block, 0, block.length);
        return changed;
    }

    private static int value(int[] polynomial, int length, int x) {
        int sum = 0;
        for (int i = length - 1; i >= 0; i--) {
            sum = mul(sum, x) ^ polynomial[i];
        }
        return sum;
    }
}
