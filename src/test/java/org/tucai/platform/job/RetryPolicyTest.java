package org.tucai.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    @Test
    void eachPauseDoublesUpToTheLongest() {
        assertThat(RetryPolicy.LOCAL.pauseAfter(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(RetryPolicy.LOCAL.pauseAfter(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(RetryPolicy.LOCAL.pauseAfter(9)).isEqualTo(Duration.ofSeconds(512));
        assertThat(RetryPolicy.LOCAL.pauseAfter(10)).isEqualTo(Duration.ofMinutes(10));
        assertThat(RetryPolicy.LOCAL.pauseAfter(1000)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void countsTheFailuresUntilThePauseStopsGrowing() {
        RetryPolicy exact = new RetryPolicy(9, Duration.ofSeconds(1), Duration.ofSeconds(4));

        assertThat(RetryPolicy.LOCAL.failuresToLongestPause()).isEqualTo(10);
        assertThat(exact.failuresToLongestPause()).isEqualTo(3);
    }

    @Test
    void callsToOtherSystemsAreRetriedForAboutTwoDays() {
        RetryPolicy remote = RetryPolicy.REMOTE;

        Duration all =
                IntStream.range(1, remote.tries()).mapToObj(remote::pauseAfter).reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isBetween(Duration.ofHours(48), Duration.ofHours(52));
    }
}
