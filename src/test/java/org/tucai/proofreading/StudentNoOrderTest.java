package org.tucai.proofreading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The order in which people look up a 学号. */
class StudentNoOrderTest {
    private static final List<String> SORTED = List.of(
            "0",
            "00",
            "007",
            "07",
            "7",
            "07-1",
            "99",
            "100",
            "20220109",
            "20220110",
            "202201010",
            "99999999999999999999999998",
            "99999999999999999999999999",
            "B02",
            "B2",
            "B2-1",
            "B2-9",
            "B2-10",
            "B10",
            "BA",
            "b2",
            "学1",
            "");

    @Test
    void digitsAreComparedAsNumbersAndAMissingNumberComesLast() {
        List<String> mixed = new ArrayList<>(SORTED);
        Collections.shuffle(mixed, new Random(5));

        mixed.sort(StudentNoOrder.INSTANCE);

        assertThat(mixed).isEqualTo(SORTED);
    }

    @Test
    void theOrderIsTotalAndAntisymmetric() {
        for (String a : SORTED) {
            for (String b : SORTED) {
                int order = Integer.signum(StudentNoOrder.INSTANCE.compare(a, b));
                assertThat(order)
                        .as(a + " and " + b)
                        .isEqualTo(Integer.signum(Integer.compare(SORTED.indexOf(a), SORTED.indexOf(b))))
                        .isEqualTo(-Integer.signum(StudentNoOrder.INSTANCE.compare(b, a)));
            }
        }
    }
}
