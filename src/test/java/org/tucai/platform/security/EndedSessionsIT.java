package org.tucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** An access token does not show that its session has ended: ended sessions must be remembered until it expires. */
@TucaiTest
class EndedSessionsIT {
    private final Http http;
    private final EndedSessions ended;
    private final MutableClock clock;
    private final Rows rows;
    private String token;
    private String no;

    EndedSessionsIT(Http http, EndedSessions ended, MutableClock clock, Rows rows) {
        this.http = http;
        this.ended = ended;
        this.clock = clock;
        this.rows = rows;
    }

    @BeforeEach
    void aSession() {
        Http.Reply session = http.post("/api/v1/student/wechat-sessions", Map.of("code", "sandbox-a"))
                .expect(200);
        token = session.at("accessToken");
        no = session.at("sessionNo");
    }

    private int account() {
        return http.as(token).get("/api/v1/student/account").status();
    }

    @Test
    void aSignOutHoldsAsLongAsTheSessionsTokensLive() {
        http.as(token).delete("/api/v1/sessions/current").expect(204);

        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        ended.refresh();

        assertThat(account()).isEqualTo(401);
    }

    @Test
    void aSessionEndedByAnotherServerIsRefusedAfterTheNextRefresh() {
        rows.change("UPDATE login_session SET ended_at = refreshed_at WHERE no = '" + no + "'");
        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(account()).isEqualTo(200);

        ended.refresh();

        assertThat(account()).isEqualTo(401);
    }

    @Test
    void anEndedSessionIsForgottenOnceItsTokensHaveExpired() {
        http.as(token).delete("/api/v1/sessions/current").expect(204);

        clock.advance(Duration.ofMinutes(11).plusSeconds(1));
        ended.refresh();

        assertThat(ended.contains(no)).isFalse();
    }
}
