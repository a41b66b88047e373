package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Of two transactions that block each other the database ends one. */
@TucaiTest
class DeadlockRetryIT {
    private final CampaignFixtures campaigns;
    private final Rows rows;

    DeadlockRetryIT(CampaignFixtures campaigns, Rows rows) {
        this.campaigns = campaigns;
        this.rows = rows;
    }

    @Test
    void theOneThatTheDatabaseEndedIsRunAgainAsAWhole(Renaming renaming) {
        String one = campaigns.aSchool().no();
        String other = campaigns.aSchool().no();
        CyclicBarrier bothHaveTheirFirst = new CyclicBarrier(2);

        List<Race.End<Integer>> ends = Race.ends(
                () -> renaming.both(one, other, "a", bothHaveTheirFirst),
                () -> renaming.both(other, one, "b", bothHaveTheirFirst));

        assertThat(ends).allMatch(Race.End::won);
        assertThat(ends).extracting(Race.End::value).containsExactlyInAnyOrder(1, 2);
        assertThat(rows.texts("SELECT DISTINCT name FROM school")).hasSize(1);
    }

    /** Renames two schools in one transaction. */
    @Singleton
    static class Renaming {
        private final TransactionOperations<Connection> transactions;
        private final ThreadLocal<Integer> tries = ThreadLocal.withInitial(() -> 0);

        Renaming(TransactionOperations<Connection> transactions) {
            this.transactions = transactions;
        }

        /** Waits between the two for somebody who renames them in the other order; returns how often it was run. */
        @Transactional
        public int both(String first, String second, String name, CyclicBarrier meeting) {
            tries.set(tries.get() + 1);
            rename(first, name);
            if (tries.get() == 1) {
                await(meeting);
            }
            rename(second, name);
            return tries.get();
        }

        private void rename(String school, String name) {
            try (Statement statement = transactions.getConnection().createStatement()) {
                statement.execute("UPDATE school SET name = '" + name + "' WHERE no = '" + school + "'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void await(CyclicBarrier meeting) {
            try {
                meeting.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
