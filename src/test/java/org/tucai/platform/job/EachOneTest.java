package org.tucai.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EachOneTest {
    private final List<String> all =
            IntStream.range(0, 450).mapToObj("cap_%03d"::formatted).toList();
    private final List<String> done = new ArrayList<>();

    @Test
    void reachesEveryItemOnceInBatches() {
        EachOne.of("counting", this::after, done::add);

        assertThat(done).isEqualTo(all);
    }

    @Test
    void failingItemsDoNotStopTheOthersButFailTheJobAtTheEnd() {
        assertThatThrownBy(() -> EachOne.of("counting", this::after, this::failingForThree))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("counting failed for 3 of them")
                .hasRootCauseMessage("not cap_000");

        assertThat(done).hasSize(447);
    }

    /** As at the end of the server: without its database every one that is left would fail, and be told of. */
    @Test
    void whatIsInterruptedIsLeftForTheNextTry() {
        assertThatThrownBy(() -> EachOne.of("counting", this::after, this::interruptedAtThe210th))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("counting was interrupted");

        assertThat(Thread.interrupted()).as("whoever called has to know of it").isTrue();
        assertThat(done).hasSize(210);
    }

    @Test
    void anEmptyBatchSucceedsAtOnce() {
        EachOne.of("counting", (no, limit) -> List.of(), this::failingForThree);

        assertThat(done).isEmpty();
    }

    private List<String> after(String no, int limit) {
        return all.stream().filter(n -> n.compareTo(no) > 0).limit(limit).toList();
    }

    private void interruptedAtThe210th(String no) {
        done.add(no);
        if (done.size() == 210) {
            Thread.currentThread().interrupt();
        }
    }

    private void failingForThree(String no) {
        if (List.of("cap_000", "cap_199", "cap_449").contains(no)) {
            throw new IllegalArgumentException("not " + no);
        }
        done.add(no);
    }
}
