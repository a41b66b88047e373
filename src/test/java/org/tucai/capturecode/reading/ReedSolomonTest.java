package org.tucai.capturecode.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonEncoder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReedSolomonTest {
    private static final int LENGTH = 60;
    private static final int PARITY = 26;

    @Test
    void correctsEveryMixtureOfErrorsAndErasuresWithinItsPower() {
        Random random = new Random(5);
        for (int erasures = 0; erasures <= PARITY; erasures++) {
            for (int errors = 0; 2 * errors + erasures <= PARITY; errors++) {
                int[] sent = block(random);
                List<Integer> places = shuffled(random);
                int[] received = spoilt(sent, places.subList(0, errors + erasures), random);
                int[] erased = places.subList(errors, errors + erasures).stream()
                        .mapToInt(Integer::intValue)
                        .toArray();

                assertThat(ReedSolomon.correct(received, PARITY, erased)).isNotNegative();
                assertThat(received).isEqualTo(sent);
            }
        }
    }

    /** The least certain codewords are erased on suspicion; only those that really were wrong count against the result. */
    @Test
    void countsCorrectedCodewordsAndNotThoseErasedNeedlessly() {
        Random random = new Random(7);
        int[] sent = block(random);
        List<Integer> places = shuffled(random);
        int[] received = spoilt(sent, places.subList(0, 3), random);
        int[] erased = places.subList(1, 9).stream().mapToInt(Integer::intValue).toArray();

        assertThat(ReedSolomon.correct(received, PARITY, erased)).isEqualTo(3);
        assertThat(received).isEqualTo(sent);
    }

    @Test
    void givesUpBeyondItsPowerAndLeavesTheBlockAlone() {
        Random random = new Random(6);
        for (int round = 0; round < 500; round++) {
            int[] received = spoilt(block(random), shuffled(random).subList(0, PARITY / 2 + 5), random);
            int[] before = received.clone();

            assertThat(ReedSolomon.correct(received, PARITY, new int[0])).isEqualTo(-1);
            assertThat(received).isEqualTo(before);
        }
    }

    private static int[] block(Random random) {
        int[] block = new int[LENGTH];
        for (int i = 0; i < LENGTH - PARITY; i++) {
            block[i] = random.nextInt(256);
        }
        new ReedSolomonEncoder(GenericGF.QR_CODE_FIELD_256).encode(block, PARITY);
        return block;
    }

    private static List<Integer> shuffled(Random random) {
        List<Integer> places = IntStream.range(0, LENGTH).boxed().collect(Collectors.toList());
        Collections.shuffle(places, random);
        return places;
    }

    private static int[] spoilt(int[] block, List<Integer> places, Random random) {
        int[] spoilt = Arrays.copyOf(block, block.length);
        for (int place : places) {
            spoilt[place] ^= 1 + random.nextInt(255);
        }
        return spoilt;
    }
}
