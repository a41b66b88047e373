package org.tucai.bench.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeScoresTest {
    private final CodeScores own = new CodeScores("ours");
    private final CodeScores other = new CodeScores("theirs");

    private static void add(CodeScores scores, String kind, String truth, String read, int millis) {
        scores.add(new KnownCode(kind + "/" + millis, kind, truth), Optional.ofNullable(read), millis * 1_000_000L);
    }

    @Test
    void aTextIsRightOnlyWhereItIsTheOneThereAndWrongOnlyWhereOneWasRead() {
        add(own, "a", "x", "x", 40);
        add(own, "a", "x", null, 10);
        add(own, "a", "x", "y", 30);
        add(own, "a", "x", "x", 20);
        add(own, "empty", "", null, 7);
        add(own, "empty", "", "y", 9);

        assertThat(own.byClass().lines().skip(2))
                .containsExactly(
                        "| a | 4 | 50.0 | 1 | 20 | 40 | 40 |",
                        "| empty | 2 | 50.0 | 1 | 7 | 9 | 9 |",
                        "| all | 6 | 50.0 | 2 | 10 | 40 | 40 |");
        assertThat(own.wrong()).isEqualTo(2);
        assertThat(own.missed()).containsExactly("a/10");
        assertThat(own.times()).isEqualTo("median 10 ms, p95 40 ms, largest 40 ms");
    }

    @Test
    void readersStandSideBySideAndOneThatWasStoppedDidNotRead() {
        add(own, "a", "x", "x", 1);
        add(own, "b", "x", null, 3);
        add(own, "b", "x", "x", 2);
        add(other, "a", "x", "y", 5);
        add(other, "b", "x", "x", 4);
        other.gaveUp(new KnownCode("b/1", "b", "x"), 5_000_000_000L);

        assertThat(CodeScores.side(own, List.of(other)).lines())
                .containsExactly(
                        "| reader | all % | a | b | wrong | stopped | median ms | p95 ms | largest ms |",
                        "|---|---|---|---|---|---|---|---|---|",
                        "| ours | 66.7 | 100 | 50 | 0 | 0 | 2 | 3 | 3 |",
                        "| theirs | 33.3 | 0 | 50 | 1 | 1 | 5 | 5000 | 5000 |");
    }
}
