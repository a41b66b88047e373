package org.tucai.capturecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tucai.testing.CodeFixtures.LAST_FOUR;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.TucaiTest;

/** A manager may lift the lock on the last four characters early. */
@TucaiTest
class LastFourLockIT {
    private static final String CODES = "/api/v1/student/codes";
    private static final String LOCKS = "/api/v1/admin/last-four-locks";
    private static final Map<String, String> REASON = Map.of("reason", "学生持学生证到场，系统录入有误");

    private final Http http;
    private final People people;
    private final CodeFixtures codes;
    private final CampaignFixtures campaigns;
    private final MutableClock clock;
    private String text;
    private String student;
    private Http manager;

    LastFourLockIT(Http http, People people, CodeFixtures codes, CampaignFixtures campaigns, MutableClock clock) {
        this.http = http;
        this.people = people;
        this.codes = codes;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @BeforeEach
    void aCode() {
        text = codes.aCode(campaigns.aSchool());
        student = people.aStudent();
        manager = http.as(people.aManager());
    }

    @Test
    void aManagerLiftsALockForAReasonThatIsAudited() {
        String code = lockedBy(student);
        Http.Reply locks = manager.get(LOCKS).expect(200);
        assertThat(locks.<String>at("items.0.codeNo")).isEqualTo(code);
        assertThat(locks.<String>at("items.0.accountNo"))
                .isEqualTo(http.as(student).get("/api/v1/student/account").at("no"));
        assertThat(locks.<String>at("items.0.lockedUntil")).isEqualTo("2026-04-21T10:00:00+08:00");

        manager.post(release(code), Map.of("reason", " ")).expectProblem(422, "invalid-fields");
        for (String number : List.of(
                "电话 138-1234-5678 已核", "电话　１３８　１２３４　５６７８ 已核", "电话 138－1234－5678 已核", "身份证３２０１０１２００３０１０１１２３X 已核")) {
            manager.post(release(code), Map.of("reason", number)).expectProblem(422, "invalid-fields");
        }
        manager.post(release(code), REASON).expect(204);

        confirm(student, code, LAST_FOUR).expect(200);
        assertThat(manager.get(LOCKS).<List<?>>at("items")).isEmpty();
        manager.post(release(code), REASON).expectProblem(404, "not-found");
        Http.Reply trail = manager.get("/api/v1/admin/audit-entries?action=last-four-released");
        assertThat(trail.<String>at("items.0.subject")).isEqualTo(code);
        assertThat(trail.<String>at("items.0.detail")).isEqualTo(REASON.get("reason"));
    }

    @Test
    void aManagerLiftsTheOwnersLockThatAStrangerCausedByTheOwnersCode() {
        String stranger = people.aStudent();
        String theirs = lockedBy(stranger);
        String own = opened(student);
        confirm(student, own, LAST_FOUR).expectProblem(429, "last-four-locked");

        manager.post(release(own), REASON).expect(204);

        confirm(stranger, theirs, LAST_FOUR).expectProblem(429, "last-four-locked");
        confirm(student, own, LAST_FOUR).expect(200);
    }

    @Test
    void theOwnersOwnCodeLiftsALockHoweverOftenAStrangerMeetsItMeanwhile() {
        String stranger = people.aStudent();
        String theirs = lockedBy(stranger);
        String own = opened(student);
        confirm(student, own, LAST_FOUR).expectProblem(429, "last-four-locked");
        confirm(stranger, theirs, "0000").expectProblem(429, "last-four-locked");

        manager.post(release(own), REASON).expect(204);

        confirm(stranger, theirs, LAST_FOUR).expectProblem(429, "last-four-locked");
        confirm(student, own, LAST_FOUR).expect(200);
    }

    @Test
    void afterALiftedLockWrongEntriesAreCountedFromZero() {
        String code = lockedBy(student);
        manager.post(release(code), REASON).expect(204);

        confirm(student, code, "0000").expectProblem(422, "wrong-last-four");
        confirm(student, code, "0000").expectProblem(422, "wrong-last-four");
        assertThat(confirm(student, code, "0000").<String>at("detail")).contains("2");
        confirm(student, code, "0000").expectProblem(422, "wrong-last-four");
        confirm(student, code, "0000").expectProblem(429, "last-four-locked");
    }

    @Test
    void nobodyButAManagerLiftsALock() {
        String code = lockedBy(student);

        http.as(people.aReviewer()).post(release(code), REASON).expectProblem(403, "forbidden");
        http.as(student).post(release(code), REASON).expectProblem(403, "forbidden");

        confirm(student, code, LAST_FOUR).expectProblem(429, "last-four-locked");
    }

    /** One's own guesses at another code, and a stranger's at this one: the student must not come back only to hear of another day. */
    @Test
    void ofTwoLocksTheLaterOneIsNamed() {
        String wanted = text;
        text = codes.aCode(campaigns.aSchool());
        lockedBy(student);
        clock.advance(Duration.ofMinutes(5));
        text = wanted;
        lockedBy(people.aStudent());

        Http.Reply refused = confirm(student, opened(student), LAST_FOUR);

        refused.expectProblem(429, "last-four-locked");
        assertThat(refused.<String>at("detail")).contains("2026年4月21日 10:05");
    }

    @Test
    void anEntryThatCannotEndAnIdNumberCostsNoTry() {
        String code = opened(student);

        for (String slip : List.of("123", "12345", "12X4", "后四位")) {
            Http.Reply refused = confirm(student, code, slip).expectPlainProblem(422, "invalid-fields");
            assertThat(refused.<String>at("errors.0.pointer")).isEqualTo("/lastFour");
        }

        assertThat(confirm(student, code, "0000").<String>at("detail")).contains("4 次");
    }

    @Test
    void ofManyGuessesAtOnceOnlyFiveAreCheckedAndAllAreAnswered() {
        String code = opened(student);
        confirm(student, code, "0000").expectProblem(422, "wrong-last-four");
        List<Callable<Http.Reply>> guesses = IntStream.range(1000, 1040)
                .mapToObj(guess -> (Callable<Http.Reply>) () -> confirm(student, code, Integer.toString(guess)))
                .toList();

        List<String> answers = Race.of(guesses).stream()
                .map(answer -> ((Http.Reply) answer).<String>at("code"))
                .sorted()
                .toList();

        assertThat(answers.subList(0, 37)).containsOnly("last-four-locked");
        assertThat(answers.subList(37, 40)).containsOnly("wrong-last-four");
        confirm(student, code, LAST_FOUR).expectProblem(429, "last-four-locked");
    }

    private String lockedBy(String token) {
        String code = opened(token);
        for (int i = 0; i < 4; i++) {
            confirm(token, code, "0000").expectProblem(422, "wrong-last-four");
        }
        confirm(token, code, "0000").expectProblem(429, "last-four-locked");
        return code;
    }

    private String opened(String token) {
        return http.as(token).post(CODES, Map.of("text", text)).expect(201).at("no");
    }

    private Http.Reply confirm(String token, String code, String lastFour) {
        return http.as(token).post(CODES + "/" + code + "/confirmations", Map.of("lastFour", lastFour));
    }

    private static String release(String code) {
        return LOCKS + "/" + code + "/releases";
    }
}
