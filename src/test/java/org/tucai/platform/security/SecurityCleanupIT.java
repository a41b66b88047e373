package org.tucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Nothing is kept about sign-ins for longer than it is of use. */
@TucaiTest
class SecurityCleanupIT {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Http http;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;

    SecurityCleanupIT(Http http, DueJobs jobs, MutableClock clock, Rows rows) {
        this.http = http;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    @Test
    void aSessionIsForgottenAWeekAfterItEnded() {
        String token = signIn("a").at("accessToken");
        http.as(token).delete("/api/v1/sessions/current").expect(204);
        signIn("b");

        clock.advance(Duration.ofDays(7));
        assertThat(keptOf("login_session")).isEqualTo(2);
        clock.advance(A_MOMENT);
        assertThat(keptOf("login_session")).isEqualTo(1);
    }

    @Test
    void aSessionIsForgottenAWeekAfterItWasLastOfUse() {
        signIn("a");

        clock.advance(Duration.ofDays(37));
        assertThat(keptOf("login_session")).isEqualTo(1);
        clock.advance(A_MOMENT);
        assertThat(keptOf("login_session")).isZero();
    }

    @Test
    void countsOfTriesAreForgottenAWeekAfterTheFirstUnlessTheyLock(LoginTryService tries) {
        tries.take("counted", 2, Duration.ofDays(8));
        clock.advance(A_MOMENT);
        tries.take("locked", 1, Duration.ofDays(8));

        clock.advance(Duration.ofDays(7).minus(A_MOMENT));
        assertThat(keptOf("login_try")).isEqualTo(2);
        clock.advance(Duration.ofDays(1));
        assertThat(keptOf("login_try")).isEqualTo(1);
        clock.advance(Duration.ofDays(8));
        assertThat(keptOf("login_try")).isZero();
    }

    @Test
    void anAddressIsForgottenNinetyDaysAfterTheLastSignInFromIt(KnownAddresses addresses) {
        addresses.remember("stf_one", "198.51.100.1");
        addresses.remember("stf_two", "198.51.100.1");
        clock.advance(A_MOMENT);
        addresses.remember("stf_two", "198.51.100.1");

        clock.advance(Duration.ofDays(90).minus(A_MOMENT));
        assertThat(keptOf("known_address")).isEqualTo(2);
        clock.advance(A_MOMENT);
        assertThat(keptOf("known_address")).isEqualTo(1);
    }

    private Http.Reply signIn(String who) {
        return http.post("/api/v1/student/wechat-sessions", Map.of("code", "sandbox-" + who))
                .expect(200);
    }

    private long keptOf(String table) {
        jobs.runRecurring("security-cleanup");
        return rows.number("SELECT COUNT(*) FROM " + table);
    }
}
