package org.tucai.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tucai.workday.DueDate;

class ReviewTest {
    private static final Instant DUE = Instant.parse("2026-04-27T16:00:00Z");
    private static final Instant BEFORE = DUE.minusNanos(1000);
    private static final Instant AFTER = DUE.plusNanos(1000);

    private final Review waiting = new Review(
            1L,
            "rev",
            "cap",
            "cap",
            "pho",
            "cam",
            false,
            ReviewStatus.WAITING,
            1,
            DUE,
            DUE,
            LocalDate.of(2026, 4, 27),
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            0);

    @Test
    void isHeldUntilItsLeaseIsOverAndThenFree() {
        Review claimed = waiting.claimed("ann", DUE);

        assertThat(claimed.isHeldBy("ann", BEFORE)).isTrue();
        assertThat(claimed.isHeldBy("ben", BEFORE)).isFalse();
        assertThat(claimed.isFree(BEFORE)).isFalse();
        assertThat(claimed.isHeldBy("ann", DUE)).isFalse();
        assertThat(claimed.isVisibleTo("ann", DUE)).isFalse();
        assertThat(claimed.isFree(DUE)).isTrue();
        assertThat(waiting.isFree(BEFORE)).isTrue();
    }

    @Test
    void isLateAfterTheEndOfItsDueDayAndMarkedOnce() {
        assertThat(waiting.isLateAt(DUE)).isFalse();
        assertThat(waiting.isLateAt(AFTER)).isTrue();
        assertThat(waiting.claimed("ann", AFTER).isLateAt(AFTER)).isTrue();
        assertThat(waiting.withdrawn().isLateAt(AFTER)).isFalse();
        assertThat(ReviewBuilder.builder(waiting).overdue(true).build().isLateAt(AFTER))
                .isFalse();
    }

    @Test
    void staysOverdueWhenItsDueDayIsRecountedUnlessThatIsStillToCome() {
        Review overdue = ReviewBuilder.builder(waiting).overdue(true).build();
        DueDate due = new DueDate(DUE, LocalDate.of(2026, 4, 27), true);

        assertThat(overdue.recounted(due, DUE).overdue()).isTrue();
        assertThat(overdue.recounted(due, BEFORE).overdue()).isFalse();
        assertThat(waiting.recounted(due, AFTER).overdue()).isFalse();
        assertThat(waiting.recounted(due, AFTER).provisional()).isTrue();
    }
}
