package org.tucai.proofreading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.ProofreadingSilence;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.Blobs;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** 有误: how a manager handles it. */
@TucaiTest
class ErratumIT {
    private static final String ADMIN = "/api/v1/admin/proofreadings";

    private final CheckedStudent student;
    private final CaptureService captures;
    private final People people;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Http http;
    private final Blobs blobs;

    ErratumIT(
            CheckedStudent student,
            CaptureService captures,
            People people,
            DueJobs jobs,
            MutableClock clock,
            Http http,
            Blobs blobs) {
        this.student = student;
        this.captures = captures;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
        this.http = http;
        this.blobs = blobs;
    }

    @BeforeEach
    void aStudent() {
        student.arrives();
    }

    @Test
    void opensAnErratumThatAManagerResolves() {
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);
        student.answer(open, "WRONG").expect(201);
        student.evidence(open, ReviewedCaptures.jpeg(1)).expect(201);
        student.confirm(open, Map.of("answer", "WRONG")).expectProblem(422, "reason-missing");
        student.confirm(open, Map.of("answer", "WRONG", "reason", "NAME", "note", "我的名字有三个字"))
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
        Proofreading other = student.accepted(ProofreadingSilence.STAYS_OPEN);
        assertThat(http.as(manager).get(ADMIN + "/" + other.no()).<List<?>>at("evidence"))
                .isEmpty();
        http.as(manager)
                .get(ADMIN + "/" + other.no() + "/evidence/" + seen.at("evidence.0"))
                .expectProblem(404, "not-found");
        http.as(manager)
                .get(ADMIN + "/" + open.no() + "/evidence/evd_00000000000000000000")
                .expectProblem(404, "not-found");
        http.as(manager)
                .post(ADMIN + "/" + open.no() + "/resolutions", Map.of("resolution", "CORRECTED", "note", "已在学籍平台更正"))
                .expect(201);

        assertThat(student.now(open).status()).isEqualTo(ProofreadingStatus.RESOLVED);
        assertThat((String) student.view(open).at("resolutionNote")).isEqualTo("已在学籍平台更正");
        assertThat(http.as(manager)
                        .get("/api/v1/admin/audit-entries?action=proofreading-resolved")
                        .<String>at("items.0.subject"))
                .isEqualTo(open.no());
    }

    @Test
    void theListShowsTheReasonAndTheClosingTimeOfEachDispute() {
        Proofreading disputed = student.disputed();
        clock.advance(Duration.ofSeconds(1)); // the newest first
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);

        Http.Reply rows = http.as(people.aManager()).get(ADMIN).expect(200);

        assertThat(rows.<String>at("items.0.no")).isEqualTo(open.no());
        assertThat(rows.<Object>at("items.0.reason")).isNull();
        assertThat(rows.<Object>at("items.0.closedAt")).isNull();
        assertThat(rows.<String>at("items.0.dueDay")).isEqualTo(open.dueDay().toString());
        assertThat(rows.<String>at("items.1.no")).isEqualTo(disputed.no());
        assertThat(rows.<String>at("items.1.reason")).isEqualTo("NOT_ME");
        assertThat(rows.<String>at("items.1.reasonText")).isEqualTo("照片不是本人");
        assertThat(rows.<Object>at("items.1.closedAt")).isNotNull();
    }

    @Test
    void tellsTheStudentHowTheDisputeWasResolved() {
        Proofreading corrected = student.disputed();
        Proofreading unfounded = student.disputed();
        String manager = people.aManager();

        resolve(manager, corrected, "CORRECTED", "已在学籍平台更正");
        resolve(manager, unfounded, "UNFOUNDED", "经核对与学籍档案一致");

        assertThat(student.get("/api/v1/student/messages").text())
                .contains("校对反馈已处理", "已更正", "已在学籍平台更正", "核实无误", "经核对与学籍档案一致");
        assertThat(student.get("/api/v1/student/messages", "Accept-Language", "en")
                        .text())
                .contains("Found to be correct");
    }

    private void resolve(String manager, Proofreading disputed, String how, String note) {
        http.as(manager)
                .post(ADMIN + "/" + disputed.no() + "/resolutions", Map.of("resolution", how, "note", note))
                .expect(201);
    }

    @Test
    void acceptsFivePicturesOfEvidenceAndNoneAfterTheConfirmation() {
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);
        student.answer(open, "WRONG").expect(201);
        for (int i = 1; i <= 5; i++) {
            student.evidence(open, ReviewedCaptures.jpeg(i)).expect(201);
        }

        long kept = blobs.count();

        student.evidence(open, ReviewedCaptures.jpeg(6)).expectPlainProblem(409, "too-much-evidence");
        assertThat(blobs.count()).as("nothing of the sixth is kept").isEqualTo(kept);

        student.confirm(open, Map.of("answer", "WRONG", "reason", "NAME")).expect(201);
        student.evidence(open, ReviewedCaptures.jpeg(7)).expectPlainProblem(409, "proofreading-closed");
    }

    @Test
    void isResolvedOnceAndOnlyAfterTheStudentHasConfirmedIt() {
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);
        Map<String, String> corrected = Map.of("resolution", "CORRECTED", "note", "已更正");
        Http manager = http.as(people.aManager());
        String resolutions = ADMIN + "/" + open.no() + "/resolutions";
        student.answer(open, "WRONG").expect(201);
        manager.post(resolutions, corrected).expectPlainProblem(409, "nothing-to-resolve");

        student.confirm(open, Map.of("answer", "WRONG", "reason", "NAME")).expect(201);
        manager.post(resolutions, corrected).expect(201);
        manager.post(resolutions, corrected).expectPlainProblem(409, "nothing-to-resolve");
    }

    @Test
    void allowsNoRetakeAfterTheAuthoritysConclusion() {
        Proofreading open = student.disputed();
        captures.forwarded(open.captureNo());
        captures.verified(open.captureNo(), "同一人");
        Http manager = http.as(people.aManager());
        String resolutions = ADMIN + "/" + open.no() + "/resolutions";

        manager.post(resolutions, Map.of("resolution", "RETAKE", "note", "请重新拍摄"))
                .expectPlainProblem(409, "retake-impossible");
        manager.post(resolutions, Map.of("resolution", "UNFOUNDED", "note", "核实无误"))
                .expect(201);

        assertThat(captures.require(open.captureNo()).status()).isEqualTo(CaptureStatus.VERIFIED);
    }

    @Test
    void letsTheStudentShootAgainWhenAManagerSaysSo() {
        Proofreading open = student.disputed();

        http.as(people.aManager())
                .post(ADMIN + "/" + open.no() + "/resolutions", Map.of("resolution", "RETAKE", "note", "请重新拍摄"))
                .expect(201);

        assertThat(captures.require(open.captureNo()).status()).isEqualTo(CaptureStatus.ERRATUM);
        assertThat(student.now(open).status()).isEqualTo(ProofreadingStatus.RESOLVED);
    }

    @Test
    void keepsTheAcceptedPhotoWhenItIsTooLateToTakeAnother() {
        Proofreading open = student.disputed();
        clock.advance(Duration.ofDays(31));

        http.as(people.aManager())
                .post(ADMIN + "/" + open.no() + "/resolutions", Map.of("resolution", "RETAKE", "note", "请重新拍摄"))
                .expectProblem(409, "retake-too-late");
        jobs.runDue();

        assertThat(captures.require(open.captureNo()).status()).isEqualTo(CaptureStatus.ACCEPTED);
        assertThat(student.now(open).status()).isEqualTo(ProofreadingStatus.DISPUTED);
    }

    /** An overdue check holds nothing, a disputed one does; an answer that is being stored is not yet either. */
    @Test
    void aDisputeAtTheMomentOfTheCleanupKeepsThePicture(HeldTransaction held, ProofreadingService service) {
        Proofreading overdue = student.accepted(ProofreadingSilence.STAYS_OPEN);
        captures.forwarded(overdue.captureNo());
        captures.verified(overdue.captureNo(), "同一人");
        clock.advance(Duration.ofDays(200));
        jobs.runDue();
        service.answer(overdue.no(), student.accountNo(), Answer.WRONG);

        held.of(
                () -> service.confirm(overdue.no(), student.accountNo(), Answer.WRONG, ErratumReason.NOT_ME, null),
                () -> jobs.runRecurring("retention"));

        assertThat(student.now(overdue).status()).isEqualTo(ProofreadingStatus.DISPUTED);
        assertThat(captures.require(overdue.captureNo()).factsSealed()).isNotNull();
    }

    @Test
    void tellsTheStudentThatTheRetakeIsDueToTheErratum() {
        Proofreading open = student.disputed();

        http.as(people.aManager())
                .post(ADMIN + "/" + open.no() + "/resolutions", Map.of("resolution", "RETAKE", "note", "照片非本人"))
                .expect(201);

        Http.Reply seen =
                student.get("/api/v1/student/captures/" + open.captureNo()).expect(200);
        assertThat((String) seen.at("statusText")).isEqualTo("校对有误");
        assertThat((String) seen.at("rejection.note")).isEqualTo("照片非本人");
        assertThat(student.get("/api/v1/student/messages").text())
                .contains("校对有误，请重新拍摄")
                .doesNotContain("学信网退回");
    }
}
