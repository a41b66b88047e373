package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Two servers with a copy of one data folder each, on one database. */
@TucaiTest
class OtherServersIT {
    private static final String FIRST = "production:/srv/tucai";
    private static final String SECOND = "trial:/srv/tucai";

    private final Rows rows;
    private final OtherServers first;
    private final OtherServers second;

    OtherServersIT(ServerPlaces places, Rows rows) {
        this.rows = rows;
        this.first = new OtherServers(places, FIRST);
        this.second = new OtherServers(places, SECOND);
    }

    @BeforeEach
    void theFirstWorks() {
        rows.change("DELETE FROM server_place");
        first.check();
    }

    @Test
    void theSecondIsWarnedAtItsStartAndTheFirstMeanwhile() {
        second.check();
        first.look();

        assertWarned(second, FIRST);
        assertWarned(first, SECOND);
    }

    @Test
    void aServerThatIsStartedAgainIsNotWarnedOfItself() {
        first.check();

        assertNotWarned(first, FIRST);
    }

    @Test
    void nobodyIsWarnedOfAServerThatWasStopped() {
        first.leave();

        second.check();

        assertNotWarned(second, FIRST);
    }

    @Test
    void nobodyIsWarnedOfAServerThatWasKilledOverAMinuteAgo() {
        rows.change("UPDATE server_place SET seen_at = seen_at - INTERVAL 61 SECOND");

        second.check();

        assertNotWarned(second, FIRST);
    }

    /** The server that runs this test may be named too: it says every few seconds that it is there. */
    private static void assertWarned(OtherServers server, String of) {
        assertThat(server.remarks()).anyMatch(said -> said.contains(of));
    }

    private static void assertNotWarned(OtherServers server, String of) {
        assertThat(server.remarks()).noneMatch(said -> said.contains(of));
    }
}
