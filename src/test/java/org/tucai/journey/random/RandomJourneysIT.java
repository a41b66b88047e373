package org.tucai.journey.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tucai.testing.TestAuthority;
import org.tucai.testing.TucaiTest;

/**
 * Whatever students, the unit, the school, the channel, the authority and the clock do, in any order: the invariants hold after each step,
 * nobody gets a 5xx, and in the end nothing is left open. Fixed seeds; others with {@code -Drandom.first=… -Drandom.last=…
 * -Drandom.steps=…}. A failing run prints its seed and its steps.
 */
@TucaiTest
class RandomJourneysIT {
    private final Stage stage;
    private final Promises promises;
    private final Ending ending;
    private final TestAuthority authority;
    private final List<Move> moves;

    RandomJourneysIT(
            Stage stage,
            Promises promises,
            Ending ending,
            TestAuthority authority,
            StudentMoves students,
            UnitMoves unit,
            TermMoves terms,
            OutsideMoves outside,
            NextSteps screens) {
        this.stage = stage;
        this.promises = promises;
        this.ending = ending;
        this.authority = authority;
        this.moves = Stream.of(students.all(), unit.all(), terms.all(), outside.all(), screens.all())
                .flatMap(List::stream)
                .toList();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(Long.getLong("random.first", 1), Long.getLong("random.last", 2));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyInvariantHoldsAfterEachRandomStep(long seed) {
        authority.start();
        promises.begin();
        Random random = new Random(seed);
        stage.set(random);
        List<String> steps = new ArrayList<>();
        try {
            for (int step = 0; step < Integer.getInteger("random.steps", 40); step++) {
                steps.add(Move.anyOf(moves, random).make());
                assertThat(promises.broken()).isEmpty();
            }
            steps.add("everything comes to its end");
            ending.come();
            assertThat(promises.broken()).isEmpty();
            assertThat(ending.unfinished()).isEmpty();
        } catch (Throwable e) {
            throw new AssertionError(
                    "seed " + seed + ", step " + steps.size() + ":\n" + String.join("\n", steps) + "\n"
                            + e.getMessage(),
                    e);
        }
    }
}
