package org.tucai.proofreading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.ProofreadingSilence;
import org.tucai.platform.job.DueJobs;
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

    private final CheckedStudent student;
    private final ProofreadingService service;
    private final People people;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Http http;

    ProofreadingIT(
            CheckedStudent student,
            ProofreadingService service,
            People people,
            DueJobs jobs,
            MutableClock clock,
            Http http) {
        this.student = student;
        this.service = service;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
        this.http = http;
    }

    @BeforeEach
    void aStudent() {
        student.arrives();
    }

    @Test
    void opensWithTheAcceptanceForFifteenWorkingDays() {
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);

        Http.Reply view = student.view(open).expect(200);
        assertThat((String) view.at("status")).isEqualTo("OPEN");
        // Monday 20 April + 15 working days of 2026, with 1-5 May off and 9 May worked
        assertThat((String) view.at("dueAt")).isEqualTo("2026-05-14T00:00:00+08:00");
        assertThat((String) view.at("facts.studentNo")).isEqualTo("B1");
    }

    @Test
    void countsCorrectOnlyWhenSaidTwice() {
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);
        student.confirm(open, Map.of("answer", "CORRECT")).expectProblem(409, "answer-first");

        student.answer(open, "CORRECT").expect(201);
        assertThat(student.now(open).status()).isEqualTo(ProofreadingStatus.OPEN);
        student.confirm(open, Map.of("answer", "CORRECT")).expect(201);

        assertThat(student.now(open).status()).isEqualTo(ProofreadingStatus.CONFIRMED);
        student.answer(open, "WRONG").expectProblem(409, "proofreading-closed");
    }

    @Test
    void namesWhatCanBeWrongInTheLanguageOfTheStudent() {
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);
        String path = "/api/v1/student/proofreadings/erratum-reasons";

        Http.Reply zh = http.as(people.aStudent()).get(path).expect(200);
        Http.Reply en =
                http.as(people.aStudent()).get(path, "Accept-Language", "en").expect(200);

        assertThat(Http.column(zh.list(), "text")).contains("照片不是本人", "专业有误");
        assertThat(Http.column(en.list(), "text")).contains("The picture is not me");
        Object code = zh.list().getFirst().get("code");
        student.answer(open, "WRONG").expect(201);
        student.confirm(open, Map.of("answer", "WRONG", "reason", code)).expect(201);
    }

    @Test
    void startsOverWhenTheTwoAnswersDiffer() {
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);
        student.answer(open, "CORRECT").expect(201);

        student.confirm(open, Map.of("answer", "WRONG", "reason", "NAME")).expectProblem(409, "answers-differ");

        assertThat(student.now(open).firstAnswer()).isNull();
        student.confirm(open, Map.of("answer", "CORRECT")).expectProblem(409, "answer-first");
    }

    @Test
    void refusesEvidenceThatIsNoPicture() {
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);

        student.evidence(open, new byte[] {1, 2, 3}).expectProblem(422, "evidence-unreadable");
        student.evidence(open, new byte[0]).expectProblem(422, "evidence-unreadable");
        student.evidence(open, "image/heic", new byte[] {1, 2, 3}).expectProblem(422, "evidence-unreadable");
    }

    @Test
    void isHiddenFromOtherStudents() {
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);

        http.as(people.aStudent()).get(HERE + "/" + open.no()).expectProblem(404, "not-found");
        student.get(ADMIN + "/" + open.no()).expect(403);
    }

    @Test
    void silenceIsHandledAsTheCampaignSays() {
        Proofreading assumed = student.accepted(ProofreadingSilence.COUNTS_AS_CORRECT);
        Proofreading overdue = student.accepted(ProofreadingSilence.STAYS_OPEN);
        Proofreading again = student.accepted(ProofreadingSilence.ASK_AGAIN);

        clock.setTo(assumed.dueAt());
        jobs.runDue();

        assertThat(student.now(assumed).status()).isEqualTo(ProofreadingStatus.ASSUMED);
        assertThat(student.now(overdue).status()).isEqualTo(ProofreadingStatus.OVERDUE);
        assertThat(student.now(again).status()).isEqualTo(ProofreadingStatus.OPEN);
        assertThat(student.now(again).rounds()).isEqualTo(2);
        clock.setTo(student.now(again).dueAt());
        jobs.runDue();
        jobs.run("end-proofreading", again.no());
        assertThat(student.now(again).status()).isEqualTo(ProofreadingStatus.OVERDUE);
    }

    @Test
    void silenceAfterAFirstAnswerOfWrongDoesNotCountAsCorrect() {
        Proofreading saidWrong = student.accepted(ProofreadingSilence.COUNTS_AS_CORRECT);
        student.answer(saidWrong, "WRONG").expect(201);

        clock.setTo(saidWrong.dueAt());
        jobs.runDue();

        student.returns();
        assertThat(student.now(saidWrong).status()).isEqualTo(ProofreadingStatus.OVERDUE);
        student.confirm(saidWrong, Map.of("answer", "WRONG", "reason", "NAME")).expect(201);
        assertThat(student.now(saidWrong).status()).isEqualTo(ProofreadingStatus.DISPUTED);
    }

    @Test
    void remindsInTheMorningAndNotAtMidnight() {
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);
        assertThat(open.dueAt()).isEqualTo("2026-05-13T16:00:00Z");

        clock.setTo(Instant.parse("2026-05-11T00:59:59Z"));
        jobs.runDue();
        jobs.run(RemindProofreadingJob.TYPE, open.no());
        student.returns();
        assertThat(student.get("/api/v1/student/messages").text()).doesNotContain("图像信息核对即将到期");

        clock.setTo(Instant.parse("2026-05-11T01:00:00Z"));
        jobs.runDue();
        jobs.run(RemindProofreadingJob.TYPE, open.no());
        assertThat(student.get("/api/v1/student/messages").text()).containsOnlyOnce("图像信息核对即将到期");
    }

    @Test
    void aStudentWhoIsAskedAgainIsToldSoAndRemindedAgain() {
        Proofreading open = student.accepted(ProofreadingSilence.ASK_AGAIN);
        remindedOf(open);
        clock.setTo(open.dueAt());
        jobs.runDue();
        remindedOf(student.now(open));

        student.returns();
        String messages = student.get("/api/v1/student/messages").text();
        assertThat(messages.split("请核对图像信息", -1)).hasSize(1 + 2);
        assertThat(messages.split("图像信息核对即将到期", -1)).hasSize(1 + 2);
    }

    private void remindedOf(Proofreading open) {
        clock.setTo(CheckingTime.remindAt(open));
        jobs.runDue();
        jobs.run(RemindProofreadingJob.TYPE, open.no());
    }

    @Test
    void canStillBeAnsweredWhenOverdue() {
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);
        clock.setTo(open.dueAt().plus(Duration.ofDays(1)));
        jobs.runDue();

        service.answer(open.no(), student.accountNo(), Answer.CORRECT);
        service.confirm(open.no(), student.accountNo(), Answer.CORRECT, null, null);

        assertThat(student.now(open).status()).isEqualTo(ProofreadingStatus.CONFIRMED);
    }

    @Test
    void countsOneOfTwoConfirmationsAtOnce() {
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);
        service.answer(open.no(), student.accountNo(), Answer.CORRECT);

        var ends = Race.twice(() -> service.confirm(open.no(), student.accountNo(), Answer.CORRECT, null, null));

        assertThat(ends).filteredOn(e -> e instanceof Proofreading).hasSize(1);
        assertThat(ends)
                .filteredOn(e -> e instanceof RuntimeException)
                .singleElement()
                .hasToString("org.tucai.platform.problem.ProblemException: proofreading-closed");
    }
}
