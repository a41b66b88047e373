package org.tucai.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tucai.testing.MutableClock;
import org.tucai.testing.TucaiTest;

/** The figures that an operator's alarms watch. */
@TucaiTest
class JobFiguresIT {
    private final JobQueue queue;
    private final FailedJobRepository jobs;
    private final TransactionOperations<Connection> transactions;
    private final MutableClock clock;

    JobFiguresIT(
            JobQueue queue,
            FailedJobRepository jobs,
            TransactionOperations<Connection> transactions,
            MutableClock clock) {
        this.queue = queue;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Test
    void theLagIsCountedFromTheDueTimeOfTheEarliestJob() {
        Instant due = clock.instant().plus(Duration.ofHours(1));
        transactions.executeWrite(s -> {
            queue.enqueue("remind-order", "ord_1", due);
            queue.enqueue("remind-order", "ord_2", due.plusSeconds(1));
            return null;
        });

        assertThat(jobs.figures(clock.instant()).lag(clock.instant())).isZero();
        clock.setTo(due.plus(Duration.ofMinutes(30)));

        FailedJobRepository.Figures figures = jobs.figures(clock.instant());
        assertThat(figures.due()).isEqualTo(2);
        assertThat(figures.first()).isEqualTo(due);
        assertThat(figures.lag(clock.instant())).isEqualTo(1800);
    }
}
