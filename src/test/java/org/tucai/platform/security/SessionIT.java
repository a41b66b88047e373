package org.tucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.TucaiTest;

@TucaiTest
class SessionIT {
    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final MutableClock clock;

    SessionIT(Http http, People people, CampaignFixtures campaigns, MutableClock clock) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    private Http.Reply signIn(String who) {
        return http.post("/api/v1/student/wechat-sessions", Map.of("code", "sandbox-" + who), "User-Agent", who)
                .expect(200);
    }

    private Http.Reply refresh(String token) {
        return http.post("/api/v1/tokens", Map.of("refreshToken", token));
    }

    private int account(String token) {
        return http.as(token).get("/api/v1/student/account").status();
    }

    @Test
    void anAccessTokenLivesTenMinutesAndIsRenewed() {
        Http.Reply first = signIn("a");
        assertThat(first.<Integer>at("expiresIn")).isEqualTo(600);
        assertThat(account(first.at("accessToken"))).isEqualTo(200);

        clock.advance(Duration.ofMinutes(10));

        assertThat(account(first.at("accessToken"))).isEqualTo(401);
        Http.Reply second = refresh(first.at("refreshToken")).expect(200);
        assertThat(account(second.at("accessToken"))).isEqualTo(200);
        assertThat(second.<String>at("sessionNo")).isEqualTo(first.at("sessionNo"));
    }

    @Test
    void anOldRefreshTokenEndsTheSession() {
        Http.Reply first = signIn("a");
        Http.Reply second = refresh(first.at("refreshToken")).expect(200);
        clock.advance(Duration.ofSeconds(30));

        refresh(first.at("refreshToken")).expectProblem(401, "refresh-token-reused");

        assertThat(account(second.at("accessToken"))).isEqualTo(401);
        refresh(second.at("refreshToken")).expectProblem(401, "session-ended");
    }

    /** Phones lose answers: a client that repeats its request at once gets the same answer once more, and nothing beyond it. */
    @Test
    void aRefreshWhoseAnswerWasLostCanBeRepeatedForHalfAMinute() {
        Http.Reply first = signIn("a");
        Http.Reply lost = refresh(first.at("refreshToken")).expect(200);
        clock.advance(Duration.ofSeconds(29));

        Http.Reply again = refresh(first.at("refreshToken")).expect(200);

        assertThat(again.<String>at("refreshToken")).isEqualTo(lost.at("refreshToken"));
        assertThat(again.<String>at("refreshBefore")).isEqualTo(lost.at("refreshBefore"));
        assertThat(account(again.at("accessToken"))).isEqualTo(200);
        refresh(again.at("refreshToken")).expect(200);
    }

    @Test
    void askingAgainDoesNotExtendTheTimeForALostAnswer() {
        Http.Reply first = signIn("a");
        refresh(first.at("refreshToken")).expect(200);
        clock.advance(Duration.ofSeconds(20));
        refresh(first.at("refreshToken")).expect(200);
        clock.advance(Duration.ofSeconds(20));

        refresh(first.at("refreshToken")).expectProblem(401, "refresh-token-reused");
    }

    @Test
    void aTokenOlderThanThePreviousOneEndsTheSessionEvenWithinHalfAMinute() {
        Http.Reply first = signIn("a");
        Http.Reply second = refresh(first.at("refreshToken")).expect(200);
        Http.Reply third = refresh(second.at("refreshToken")).expect(200);

        refresh(first.at("refreshToken")).expectProblem(401, "refresh-token-reused");

        assertThat(account(third.at("accessToken"))).isEqualTo(401);
        refresh(second.at("refreshToken")).expectProblem(401, "session-ended");
    }

    @Test
    void anEndedSessionDoesNotRepeatALostAnswer() {
        Http.Reply first = signIn("a");
        Http.Reply second = refresh(first.at("refreshToken")).expect(200);
        http.as(second.at("accessToken")).delete("/api/v1/sessions/current").expect(204);

        refresh(first.at("refreshToken")).expectProblem(401, "session-ended");
    }

    @Test
    void twoUsesAtOnceGetTheSameTokenAndItsReuseIsDetectedLater() throws Exception {
        for (int round = 0; round < 5; round++) {
            String token = signIn("a" + round).at("refreshToken");

            List<Http.Reply> replies = Race.answers(() -> refresh(token), () -> refresh(token));

            assertThat(replies).allSatisfy(r -> r.expect(200));
            String next = replies.getFirst().at("refreshToken");
            assertThat(replies.getLast().<String>at("refreshToken")).isEqualTo(next);
            Http.Reply one = refresh(next).expect(200);
            clock.advance(Duration.ofSeconds(30));
            refresh(next).expectProblem(401, "refresh-token-reused");
            assertThat(account(one.at("accessToken"))).isEqualTo(401);
        }
    }

    @Test
    void aForgedOrForeignRefreshTokenIsRefused() {
        String token = signIn("a").at("refreshToken");
        String next = token.replace(".1.", ".2.");

        refresh(next).expectProblem(401, "session-ended");
        refresh("x").expectProblem(401, "session-ended");
        refresh(token).expect(200);
    }

    @Test
    void anIdleSessionEnds() {
        String token = signIn("a").at("refreshToken");

        clock.advance(Duration.ofDays(30));

        refresh(token).expectProblem(401, "session-ended");
    }

    @Test
    void noSessionAndNoneOfItsTokensOutliveItsLongestTime() {
        String token = signIn("a").at("refreshToken");
        for (int month = 0; month < 6; month++) {
            clock.advance(Duration.ofDays(29));
            token = refresh(token).expect(200).at("refreshToken");
        }
        clock.advance(Duration.ofDays(6).minusMinutes(5)); // 180 days less five minutes

        Http.Reply last = refresh(token).expect(200);
        assertThat(last.<Integer>at("expiresIn")).isEqualTo(300);
        clock.advance(Duration.ofMinutes(5));

        assertThat(account(last.at("accessToken"))).isEqualTo(401);
        refresh(last.at("refreshToken")).expectProblem(401, "session-ended");
    }

    @Test
    void signingOutTakesEffectAtOnce() {
        Http.Reply session = signIn("a");

        http.as(session.at("accessToken")).delete("/api/v1/sessions/current").expect(204);

        assertThat(account(session.at("accessToken"))).isEqualTo(401);
        refresh(session.at("refreshToken")).expectProblem(401, "session-ended");
    }

    @Test
    void theOwnerListsAndEndsOtherSessionsButAStrangerCannotEndThem() {
        Http.Reply phone = signIn("a");
        Http.Reply lost = http.post(
                "/api/v1/student/wechat-sessions",
                Map.of("code", "sandbox-a"),
                "User-Agent",
                "lost phone" + "!".repeat(100));
        String stranger = signIn("b").at("accessToken");

        List<Map<String, Object>> seen =
                http.as(phone.at("accessToken")).get("/api/v1/sessions").list();
        http.as(stranger).delete("/api/v1/sessions/" + lost.at("sessionNo")).expectProblem(404, "not-found");
        http.as(phone.at("accessToken"))
                .delete("/api/v1/sessions/" + lost.at("sessionNo"))
                .expect(204);

        assertThat(Http.column(seen, "device")).containsExactlyInAnyOrder("a", "lost phone" + "!".repeat(70));
        assertThat(account(lost.at("accessToken"))).isEqualTo(401);
        assertThat(account(phone.at("accessToken"))).isEqualTo(200);
    }

    @Test
    void tokensNotSignedByUsAreRefused() {
        String[] parts = signIn("a").<String>at("accessToken").split("\\.");
        String none = base64("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        String otherBody = parts[0] + "."
                + base64(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("STUDENT", "MANAGER"))
                + "." + parts[2];
        String otherAlgorithm = base64("{\"alg\":\"HS512\"}") + "." + parts[1] + "." + parts[2];

        assertThat(List.of(none, otherBody, otherAlgorithm, "x.y.z", parts[0] + "." + parts[1] + "."))
                .allSatisfy(token -> assertThat(account(token)).isEqualTo(401));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"alg\":null}",
                "{\"alg\":\"dir\",\"enc\":null}",
                "{\"alg\":\"dir\",\"enc\":\"A128GCM\",\"epk\":null}"
            })
    void tokensWithNothingInTheirHeaderAreRefusedLikeOthers(String header) {
        assertThat(List.of(base64(header) + ".e30.AAAA", base64(header) + ".e30.A.A.A"))
                .allSatisfy(token -> assertThat(account(token)).isEqualTo(401));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rolesCannotCallEachOthersEndpoints() {
        String student = people.aStudent();
        String reviewer = people.aReviewer();
        String school = people.aSchoolClient(campaigns.aSchool().no());

        http.as(student).get("/api/v1/admin/staff").expectProblem(403, "forbidden");
        http.as(reviewer).get("/api/v1/admin/staff").expectProblem(403, "forbidden");
        http.as(school).get("/api/v1/student/account").expectProblem(403, "forbidden");
        http.as(reviewer).get("/api/v1/student/account").expectProblem(403, "forbidden");
    }

    @Test
    void anAddressWithManyFailuresIsLockedForAWhile() {
        for (int i = 0; i < 100; i++) {
            refresh("x").expect(401);
        }

        refresh("x").expectProblem(429, "too-many-failed-logins");
        clock.advance(Duration.ofMinutes(10));
        refresh("x").expectProblem(401, "session-ended");
    }
}
