package org.tucai.proofreading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.ProofreadingSilence;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.TucaiTest;

/** 正确 or 有误, asked twice. */
@TucaiTest
class ProofreadingIT {
    private static final String HERE = "/api/v1/student/proofreadings";
    private static final String ADMIN = "/api/v1/admin/proofreadings";

    private final ReviewedCaptures reviewed;
    private final CaptureService captures;
    private final ProofreadingService service;
    private final CampaignFixtures campaigns;
    private final People people;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Http http;
    private String student;
    private String accountNo;

    ProofreadingIT(
            ReviewedCaptures reviewed,
            CaptureService captures,
            ProofreadingService service,
            CampaignFixtures campaigns,
            People people,
            DueJobs jobs,
            MutableClock clock,
            Http http) {
        this.reviewed = reviewed;
        this.captures = captures;
        this.service = service;
        this.campaigns = campaigns;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
        this.http = http;
    }

    @BeforeEach
    void aStudent() {
        student = people.aStudent();
        accountNo = http.as(student).get("/api/v1/student/account").expect(200).at("no");
    }

    @Test
    void opensWithTheAcceptanceForFifteenWorkingDays() {
        Proofreading open = accepted(ProofreadingSilence.STAYS_OPEN);

        Http.Reply view = http.as(student).get(HERE + "/" + open.no()).expect(200);
        assertThat((String) view.at("status")).isEqualTo("OPEN");
        // Monday 20 April + 15 working days of 2026, with 1-5 May off and 9 May worked
        assertThat((String) view.at("dueAt")).isEqualTo("2026-05-14T00:00:00+08:00");
        assertThat((String) view.at("facts.studentNo")).isEqualTo("B1");
    }

    @Test
    void countsCorrectOnlyWhenSaidTwice() {
        Proofreading open = accepted(ProofreadingSilence.STAYS_OPEN);
        confirm(open, Map.of("answer", "CORRECT")).expectProblem(409, "answer-first");

        answer(open, "CORRECT").expect(201);
        assertThat(now(open).status()).isEqualTo(ProofreadingStatus.OPEN);
        confirm(open, Map.of("answer", "CORRECT")).expect(201);

        assertThat(now(open).status()).isEqualTo(ProofreadingStatus.CONFIRMED);
        answer(open, "WRONG").expectProblem(409, "proofreading-closed");
    }

    @Test
    void startsAnewWhenTheAnswersDiffer() {
        Proofreading open = accepted(ProofreadingSilence.STAYS_OPEN);
        answer(open, "CORRECT").expect(201);

        confirm(open, Map.of("answer", "WRONG", "reason", "NAME")).expectProblem(409, "answers-differ");

        assertThat(now(open).firstAnswer()).isNull();
        confirm(open, Map.of("answer", "CORRECT")).expectProblem(409, "answer-first");
    }

    @Test
    void opensAnErratumThatAManagerResolves() {
        Proofreading open = accepted(ProofreadingSilence.STAYS_OPEN);
        answer(open, "WRONG").expect(201);
        evidence(open, ReviewedCaptures.jpeg(1)).expect(201);
        confirm(open, Map.of("answer", "WRONG")).expectProblem(422, "reason-missing");
        confirm(open, Map.of("answer", "WRONG", "reason", "NAME", "note", "我的名字有三个字"))
                .expect(201);

        String manager = people.aManager();
        Http.Reply seen = http.as(manager).get(ADMIN + "/" + open.no()).expect(200);
        http.as(manager).get(ADMIN + "/" + open.no() + "/picture").expect(200);
        assertThat(http.as(manager)
                        .get("/api/v1/admin/audit-entries?subject=" + open.no())
                        .text())
                .contains("proofreading-read", "proofreading-picture");
        assertThat((String) seen.at("note")).isEqualTo("我的名字有三个字");
        http.as(manager)
                .get(ADMIN + "/" + open.no() + "/evidence/" + seen.at("evidence.0"))
                .expect(200);
        http.as(manager)
                .post(ADMIN + "/" + open.no() + "/resolutions", Map.of("resolution", "CORRECTED", "note", "已在学籍平台更正"))
                .expect(201);

        assertThat(now(open).status()).isEqualTo(ProofreadingStatus.RESOLVED);
        assertThat((String) http.as(student).get(HERE + "/" + open.no()).at("resolutionNote"))
                .isEqualTo("已在学籍平台更正");
    }

    @Test
    void tellsTheStudentWhatBecameOfWhatWasWrong() {
        Proofreading corrected = disputed();
        Proofreading unfounded = disputed();
        String manager = people.aManager();

        resolve(manager, corrected, "CORRECTED", "已在学籍平台更正");
        resolve(manager, unfounded, "UNFOUNDED", "经核对与学籍档案一致");

        assertThat(http.as(student).get("/api/v1/student/messages").text())
                .contains("校对反馈已处理", "已更正", "已在学籍平台更正", "核实无误", "经核对与学籍档案一致");
        assertThat(http.as(student)
                        .get("/api/v1/student/messages", "Accept-Language", "en")
                        .text())
                .contains("Found to be right");
    }

    private void resolve(String manager, Proofreading disputed, String how, String note) {
        http.as(manager)
                .post(ADMIN + "/" + disputed.no() + "/resolutions", Map.of("resolution", how, "note", note))
                .expect(201);
    }

    @Test
    void letsTheStudentShootAgainWhenAManagerSaysSo() {
        Proofreading open = disputed();

        http.as(people.aManager())
                .post(ADMIN + "/" + open.no() + "/resolutions", Map.of("resolution", "RETAKE", "note", "请重新拍摄"))
                .expect(201);

        assertThat(captures.require(open.captureNo()).status()).isEqualTo(CaptureStatus.ERRATUM);
        assertThat(now(open).status()).isEqualTo(ProofreadingStatus.RESOLVED);
    }

    @Test
    void keepsTheAcceptedPhotoWhenItIsTooLateToTakeAnother() {
        Proofreading open = disputed();
        clock.advance(Duration.ofDays(31));

        http.as(people.aManager())
                .post(ADMIN + "/" + open.no() + "/resolutions", Map.of("resolution", "RETAKE", "note", "请重新拍摄"))
                .expectProblem(409, "retake-too-late");
        jobs.runDue();

        assertThat(captures.require(open.captureNo()).status()).isEqualTo(CaptureStatus.ACCEPTED);
        assertThat(now(open).status()).isEqualTo(ProofreadingStatus.DISPUTED);
    }

    @Test
    void tellsTheStudentInItsOwnWordsWhyItIsTakenAgain() {
        Proofreading open = disputed();

        http.as(people.aManager())
                .post(ADMIN + "/" + open.no() + "/resolutions", Map.of("resolution", "RETAKE", "note", "照片非本人"))
                .expect(201);

        Http.Reply seen = http.as(student)
                .get("/api/v1/student/captures/" + open.captureNo())
                .expect(200);
        assertThat((String) seen.at("statusText")).isEqualTo("校对有误");
        assertThat((String) seen.at("rejection.note")).isEqualTo("照片非本人");
        assertThat(http.as(student).get("/api/v1/student/messages").text())
                .contains("校对有误，请重新拍摄")
                .doesNotContain("学信网退回");
    }

    @Test
    void movesAProvisionalDueDateLaterButNeverEarlier() {
        clock.setTo(Instant.parse("2026-12-30T02:00:00Z"));
        student = people.aStudent();
        accountNo = http.as(student).get("/api/v1/student/account").expect(200).at("no");
        Proofreading open = accepted(ProofreadingSilence.STAYS_OPEN);
        assertThat(open.provisional()).isTrue();
        String manager = people.aManager();

        loads(manager, "2027-01-01", "2027-01-03", List.of(), "*");
        Proofreading later = now(open);
        assertThat(later.dueAt()).isEqualTo(open.dueAt().plus(Duration.ofDays(1)));
        assertThat(later.provisional()).isFalse();
        jobs.run(RecountProofreadingsJob.TYPE, "2027");

        assertThat(now(open)).isEqualTo(later);
    }

    private void loads(String manager, String from, String to, List<String> worked, String etag) {
        Map<String, Object> year =
                Map.of("year", 2027, "source", "测试", "off", List.of(Map.of("from", from, "to", to)), "worked", worked);
        http.as(manager)
                .put("/api/v1/admin/calendar-years/2027", year, "If-Match", etag)
                .expect(200);
        jobs.runDue();
    }

    @Test
    void countsACertainDueDateAnewWhenItsYearIsReplaced() {
        Proofreading open = accepted(ProofreadingSilence.STAYS_OPEN);
        assertThat(open.provisional()).isFalse();

        replaces(2026, "2026-05-06", "2026-05-06");

        // without 1-5 May off and 9 May worked, but with the 6th off: 20 April + 15 working days is 12 May
        assertThat(now(open).dueAt()).isEqualTo(open.dueAt());
        replaces(2026, "2026-04-27", "2026-05-06");
        assertThat(now(open).dueAt()).isEqualTo(Instant.parse("2026-05-21T16:00:00Z"));
        assertThat(now(open).provisional()).isFalse();
    }

    @Test
    void countsADueDateInDecemberAnewWhenTheNextYearsNoticeTakesADayOfIt() {
        loads(people.aManager(), "2027-01-01", "2027-01-03", List.of(), "*");
        clock.setTo(Instant.parse("2026-12-08T02:00:00Z"));
        student = people.aStudent();
        accountNo = http.as(student).get("/api/v1/student/account").expect(200).at("no");
        Proofreading open = accepted(ProofreadingSilence.STAYS_OPEN);
        assertThat(open.dueAt()).isEqualTo(Instant.parse("2026-12-29T16:00:00Z"));

        loads(people.aManager(), "2026-12-28", "2026-12-28", List.of(), "*");

        assertThat(now(open).dueAt()).isEqualTo(Instant.parse("2026-12-30T16:00:00Z"));
    }

    private void replaces(int year, String from, String to) {
        Map<String, Object> days = Map.of(
                "year", year, "source", "测试", "off", List.of(Map.of("from", from, "to", to)), "worked", List.of());
        http.as(people.aManager())
                .put("/api/v1/admin/calendar-years/" + year, days, "If-Match", "*")
                .expect(200);
        jobs.runDue();
    }

    @Test
    void keepsAPromisedDayThatWouldComeEarlier() {
        clock.setTo(Instant.parse("2026-12-30T02:00:00Z"));
        student = people.aStudent();
        accountNo = http.as(student).get("/api/v1/student/account").expect(200).at("no");
        Proofreading open = accepted(ProofreadingSilence.STAYS_OPEN);

        loads(people.aManager(), "2027-02-10", "2027-02-11", List.of("2027-01-09", "2027-01-10"), "*");

        assertThat(now(open).dueAt()).isEqualTo(open.dueAt());
        assertThat(now(open).provisional()).isFalse();
    }

    @Test
    void refusesEvidenceThatIsNoPicture() {
        Proofreading open = accepted(ProofreadingSilence.STAYS_OPEN);

        evidence(open, new byte[] {1, 2, 3}).expectProblem(422, "evidence-unreadable");
        evidence(open, new byte[0]).expectProblem(422, "evidence-unreadable");
    }

    @Test
    void isNobodyElses() {
        Proofreading open = accepted(ProofreadingSilence.STAYS_OPEN);

        http.as(people.aStudent()).get(HERE + "/" + open.no()).expectProblem(404, "not-found");
        http.as(student).get(ADMIN + "/" + open.no()).expect(403);
    }

    @Test
    void meansWhatTheCampaignSaysWhenNobodyAnswers() {
        Proofreading assumed = accepted(ProofreadingSilence.COUNTS_AS_CORRECT);
        Proofreading overdue = accepted(ProofreadingSilence.STAYS_OPEN);
        Proofreading again = accepted(ProofreadingSilence.ASK_AGAIN);

        clock.setTo(assumed.dueAt());
        jobs.runDue();

        assertThat(now(assumed).status()).isEqualTo(ProofreadingStatus.ASSUMED);
        assertThat(now(overdue).status()).isEqualTo(ProofreadingStatus.OVERDUE);
        assertThat(now(again).status()).isEqualTo(ProofreadingStatus.OPEN);
        assertThat(now(again).rounds()).isEqualTo(2);
        clock.setTo(now(again).dueAt());
        jobs.runDue();
        jobs.run("end-proofreading", again.no());
        assertThat(now(again).status()).isEqualTo(ProofreadingStatus.OVERDUE);
    }

    @Test
    void neverTakesForCorrectWhatTheStudentHasCalledWrongOnce() {
        Proofreading saidWrong = accepted(ProofreadingSilence.COUNTS_AS_CORRECT);
        service.answer(saidWrong.no(), accountNo, Answer.WRONG);

        clock.setTo(saidWrong.dueAt());
        jobs.runDue();

        assertThat(now(saidWrong).status()).isEqualTo(ProofreadingStatus.OVERDUE);
        service.confirm(saidWrong.no(), accountNo, Answer.WRONG, ErratumReason.NAME, null);
        assertThat(now(saidWrong).status()).isEqualTo(ProofreadingStatus.DISPUTED);
    }

    @Test
    void remindsInTheMorningAndNotAtMidnight() {
        Proofreading open = accepted(ProofreadingSilence.STAYS_OPEN);
        assertThat(open.dueAt()).isEqualTo("2026-05-13T16:00:00Z");

        clock.setTo(Instant.parse("2026-05-11T00:59:59Z"));
        jobs.runDue();
        jobs.run(RemindProofreadingJob.TYPE, open.no());
        student = people.again(student);
        assertThat(http.as(student).get("/api/v1/student/messages").text()).doesNotContain("图像信息核对即将到期");

        clock.setTo(Instant.parse("2026-05-11T01:00:00Z"));
        jobs.runDue();
        jobs.run(RemindProofreadingJob.TYPE, open.no());
        assertThat(http.as(student).get("/api/v1/student/messages").text()).containsOnlyOnce("图像信息核对即将到期");
    }

    @Test
    void canStillBeAnsweredWhenOverdue() {
        Proofreading open = accepted(ProofreadingSilence.STAYS_OPEN);
        clock.setTo(open.dueAt().plus(Duration.ofDays(1)));
        jobs.runDue();

        service.answer(open.no(), accountNo, Answer.CORRECT);
        service.confirm(open.no(), accountNo, Answer.CORRECT, null, null);

        assertThat(now(open).status()).isEqualTo(ProofreadingStatus.CONFIRMED);
    }

    @Test
    void countsOneOfTwoConfirmationsAtOnce() {
        Proofreading open = accepted(ProofreadingSilence.STAYS_OPEN);
        service.answer(open.no(), accountNo, Answer.CORRECT);

        var ends = Race.twice(() -> service.confirm(open.no(), accountNo, Answer.CORRECT, null, null));

        assertThat(ends).filteredOn(e -> e instanceof Proofreading).hasSize(1);
        assertThat(ends)
                .filteredOn(e -> e instanceof RuntimeException)
                .singleElement()
                .hasToString("org.tucai.platform.problem.ProblemException: proofreading-closed");
    }

    private Proofreading disputed() {
        Proofreading open = accepted(ProofreadingSilence.STAYS_OPEN);
        service.answer(open.no(), accountNo, Answer.WRONG);
        return service.confirm(open.no(), accountNo, Answer.WRONG, ErratumReason.NOT_ME, null);
    }

    private Proofreading accepted(ProofreadingSilence silence) {
        Capture capture = reviewed.accepted(campaign(silence), accountNo, "B1");
        return service.of(accountNo).stream()
                .filter(p -> p.captureNo().equals(capture.no()))
                .findFirst()
                .orElseThrow();
    }

    private Campaign campaign(ProofreadingSilence silence) {
        return campaigns.anOpenCampaign(t -> {
            t.closesAt = clock.instant().plus(Duration.ofDays(30));
            t.proofreadingSilence = silence;
        });
    }

    private Proofreading now(Proofreading proofreading) {
        return service.requireOwn(proofreading.no(), accountNo);
    }

    private Http.Reply answer(Proofreading open, String answer) {
        return http.as(student).post(HERE + "/" + open.no() + "/answers", Map.of("answer", answer));
    }

    private Http.Reply evidence(Proofreading open, byte[] picture) {
        return http.as(student)
                .send(
                        "POST",
                        HERE + "/" + open.no() + "/evidence",
                        "image/jpeg",
                        picture,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    private Http.Reply confirm(Proofreading open, Map<String, Object> body) {
        return http.as(student).post(HERE + "/" + open.no() + "/confirmations", body);
    }
}
