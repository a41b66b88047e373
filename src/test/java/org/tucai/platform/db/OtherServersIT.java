package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Two servers with a copy of one data folder each, on one database. */
@TucaiTest
class OtherServersIT {
    private final Rows rows;
    private final OtherServers first;
    private final OtherServers second;

    OtherServersIT(ServerPlaces places, Rows rows) {
        this.rows = rows;
        this.first = new OtherServers(places, "production:/srv/tucai");
        this.second = new OtherServers(places, "trial:/srv/tucai");
    }

    @BeforeEach
    void theFirstWorks() {
        rows.change("DELETE FROM server_place"); // the one that runs this test has been there
        first.check();
    }

    @Test
    void theSecondIsWarnedAtItsStartAndTheFirstMeanwhile() {
        second.check();
        first.look();

        assertThat(second.remarks())
                .singleElement()
                .satisfies(said -> assertThat(said).contains("production:/srv/tucai"));
        assertThat(first.remarks())
                .singleElement()
                .satisfies(said -> assertThat(said).contains("trial:/srv/tucai"));
    }

    @Test
    void aServerThatIsStartedAgainIsNotWarnedOfItself() {
        first.check();

        assertThat(first.remarks()).isEmpty();
    }

    @Test
    void nobodyIsWarnedOfAServerThatWasStopped() {
        first.leave();

        second.check();

        assertThat(second.remarks()).isEmpty();
    }

    @Test
    void nobodyIsWarnedOfAServerThatWasKilledOverAMinuteAgo() {
        rows.change("UPDATE server_place SET seen_at = seen_at - INTERVAL 61 SECOND");

        second.check();

        assertThat(second.remarks()).isEmpty();
    }
}
