package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.picture.PictureFiles;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TestAuthority;
import org.tucai.testing.TucaiTest;

/** Once a capture is forgotten only numbers, statuses and times are left: nobody's words, measurements or hashes (PIPL 47). */
@TucaiTest
class ForgottenIT {
    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final TestAuthority authority;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private School school;
    private Campaign campaign;

    ForgottenIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            TestAuthority authority,
            DueJobs jobs,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.authority = authority;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    @BeforeEach
    void aCampaign() {
        authority.start();
        school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> {});
    }

    @Test
    void noReportsHashesOrTextsAboutAVerifiedStudentAreLeft() {
        Walk walk = aVerifiedStudentWithTextsInEveryTable();
        journeys.giveUp(journeys.aBoundStudent(school, campaign));
        assertThat(storedTextsAndHashes())
                .as("kept while it is needed, whoever else is forgotten")
                .doesNotContain(0L);

        clock.advance(Duration.ofDays(200));
        jobs.runDue();
        jobs.runRecurring("retention");

        assertThat(rows.texts("SELECT status FROM capture")).containsExactly("VERIFIED", "WITHDRAWN");
        assertThat(rows.texts("SELECT facts_sealed FROM capture")).containsOnlyNulls();
        assertThat(storedTextsAndHashes()).containsOnly(0L);
        assertThat(rows.number("SELECT COUNT(*) FROM photo")).isEqualTo(3);
        Http student = http.as(people.again(walk.token()));
        Http.Reply screen = student.get("/api/v1/student/screens/captures/" + walk.captureNo())
                .expect(200);
        assertThat(screen.<List<?>>at("photos")).hasSize(3);
        assertThat(screen.<List<?>>at("photos.0.checks")).isEmpty();
    }

    /** How many values of each kind that may reveal something about a person are stored. */
    private List<Long> storedTextsAndHashes() {
        return List.of(
                rows.number("SELECT COUNT(report) FROM photo"),
                rows.number("SELECT COUNT(upload_hash) FROM photo"),
                rows.number("SELECT COUNT(jpeg_hash) + COUNT(jpeg_bytes) + COUNT(likeness) FROM photo"),
                rows.number("SELECT COUNT(student_key) + COUNT(sealed_student) FROM conclusion"),
                rows.number("SELECT COUNT(words) FROM dispute"),
                rows.number("SELECT COUNT(answer) FROM dispute"),
                rows.number("SELECT COUNT(reason) FROM photo_package"),
                rows.number("SELECT COUNT(resolution_note) FROM proofreading"),
                rows.number("SELECT COUNT(note_sealed) + COUNT(reason) FROM proofreading"),
                rows.number("SELECT COUNT(note) FROM rejection"));
    }

    /**
     * A student with an unusable, a returned and an accepted photo; checked as wrong, disputed by the school, concluded by the authority.
     */
    private Walk aVerifiedStudentWithTextsInEveryTable() {
        authority.post("/returns", Map.of("reason", "背景不均匀"));
        Walk walk = journeys.aBoundStudent(school, campaign);
        BufferedImage wall = new BufferedImage(900, 1200, BufferedImage.TYPE_3BYTE_BGR);
        journeys.shoot(walk, PictureFiles.written(wall, "jpeg")).expect(200);
        journeys.submit(walk);
        journeys.pay(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        jobs.runDue();
        journeys.submit(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        jobs.runDue();
        reportsAnErratum(walk, "名字有误");
        theSchoolDisputes(walk, "照片与本人不符");
        authority.conclude("同一人");
        return walk;
    }

    private void reportsAnErratum(Walk walk, String words) {
        Http student = http.as(walk.token());
        String no = student.get("/api/v1/student/proofreadings").list().stream()
                .filter(p -> "OPEN".equals(p.get("status")))
                .findFirst()
                .orElseThrow()
                .get("no")
                .toString();
        String check = "/api/v1/student/proofreadings/" + no;
        student.post(check + "/answers", Map.of("answer", "WRONG")).expect(201);
        student.post(check + "/confirmations", Map.of("answer", "WRONG", "reason", "NAME", "note", words))
                .expect(201);
        http.as(people.aManager())
                .post(
                        "/api/v1/admin/proofreadings/" + no + "/resolutions",
                        Map.of("resolution", "CORRECTED", "note", "张小明的姓名已更正"))
                .expect(201);
    }

    private void theSchoolDisputes(Walk walk, String words) {
        clock.advance(Duration.ofMinutes(1));
        Http client = http.as(people.aSchoolClient(school.no()));
        Http.Reply delivery = client.post("/api/v1/school/deliveries", Map.of("names", "STUDENT_NO", "folders", "NONE"))
                .expect(201);
        client.get(delivery.<String>at("archiveUrl")).expect(200);
        client.post("/api/v1/school/deliveries/" + delivery.at("no") + "/acknowledgements", null)
                .expect(201);
        String no = client.post("/api/v1/school/disputes", Map.of("captureNo", walk.captureNo(), "words", words))
                .expect(201)
                .at("no");
        http.as(people.aManager())
                .post("/api/v1/admin/disputes/" + no + "/resolutions", Map.of("answer", "已联系张小明核实"))
                .expect(201);
    }

    @Test
    void theReasonsOfARejectionAreForgottenWithTheCampaign() {
        rejected();
        journeys.giveUp(journeys.aBoundStudent(school, campaign));
        assertThat(rows.number("SELECT COUNT(*) FROM rejection WHERE reasons <> ''"))
                .isEqualTo(1);
        assertThat(rows.number("SELECT COUNT(reasons) + COUNT(note) FROM review"))
                .isEqualTo(2);

        close();

        assertThat(rows.number("SELECT COUNT(report) + COUNT(upload_hash) FROM photo"))
                .isZero();
        assertThat(rows.number("SELECT COUNT(*) FROM rejection WHERE reasons <> ''"))
                .isZero();
        assertThat(rows.number("SELECT COUNT(reasons) + COUNT(note) FROM review"))
                .isZero();
        assertThat(rows.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'capture-forgotten'"))
                .isEqualTo(2);
    }

    @Test
    void theHashOfARejectedUploadOfAGivenUpCaptureIsKeptUntilTheCampaignEnds() {
        journeys.giveUp(rejected());
        journeys.giveUp(rejected(campaigns.anOpenCampaign(school, t -> t.featureCode = "ZW26"))); // which goes on
        assertThat(rows.number("SELECT COUNT(report) FROM photo")).isZero();
        assertThat(rows.number("SELECT COUNT(upload_hash) FROM photo")).isEqualTo(2);
        assertThat(rows.number("SELECT COUNT(*) FROM turned_down_upload")).isEqualTo(2);

        close();

        assertThat(rows.number("SELECT COUNT(upload_hash) FROM photo")).isEqualTo(1);
        assertThat(rows.number("SELECT COUNT(*) FROM turned_down_upload")).isEqualTo(1);
    }

    @Test
    void theTriesOfAGivenUpCaptureAreCountedUntilTheCampaignIsOver() {
        Walk walk = journeys.aBoundStudent(school, campaign);
        journeys.shoot(walk, journeys.aPortrait()).expect(200);
        http.as(walk.token()).delete("/api/v1/student/account").expect(204);
        assertThat(rows.number("SELECT COUNT(*) FROM spent_tries WHERE tries_used = 1"))
                .isEqualTo(1);
        assertThat(rows.number("SELECT COUNT(enrolment_key) FROM capture")).isZero();

        close();

        assertThat(rows.number("SELECT COUNT(*) FROM spent_tries")).isZero();
    }

    @Test
    void theConsentOfAGivenUpCaptureStaysOnRecordAsWithdrawn() {
        Walk walk = journeys.aBoundStudent(school, campaign);
        String standing = "SELECT COUNT(*) FROM consent WHERE withdrawn_at IS NULL";
        long agreed = rows.number(standing);
        assertThat(agreed).isPositive();
        journeys.aBoundStudent(school, campaign); // whose own consent stays

        journeys.giveUp(walk);

        assertThat(rows.number(standing)).isEqualTo(agreed);
        assertThat(rows.number("SELECT COUNT(*) FROM consent")).isEqualTo(2 * agreed);
        http.as(walk.token()).delete("/api/v1/student/account").expect(204);
        assertThat(rows.number("SELECT COUNT(*) FROM account"))
                .as("no picture goes on without it")
                .isEqualTo(1);
    }

    private Walk rejected() {
        return rejected(campaign);
    }

    private Walk rejected(Campaign in) {
        Walk walk = journeys.aBoundStudent(school, in);
        journeys.submit(walk);
        journeys.pay(walk);
        String reviewer = people.aReviewer();
        http.as(reviewer)
                .post(
                        "/api/v1/review/reviews/" + journeys.claim(reviewer, walk) + "/decisions",
                        Map.of("decision", "REJECT", "reasons", List.of("headwear"), "note", "请摘下帽子"))
                .expect(200);
        clock.advance(Duration.ofSeconds(11));
        jobs.runDue();
        return walk;
    }

    private void close() {
        http.as(people.aManager())
                .post("/api/v1/admin/campaigns/" + campaign.no() + "/closings", null, "If-Match", "*")
                .expect(200);
        jobs.runDue();
    }

    @Test
    void conclusionsAboutUnknownStudentsAreDeletedAfterHalfAYear() {
        http.as(people.aManager())
                .send(
                        "POST",
                        "/api/v1/admin/conclusion-files",
                        "text/csv",
                        ("studentUniqueNo,packageNo,label,concludedAt\nSU404,,同一人,2026-04-19T10:00:00Z\n"
                                        + "SU405,,像又不像,2026-04-19T10:00:00Z\n")
                                .getBytes(),
                        "Idempotency-Key",
                        "c")
                .expect(200);

        clock.advance(Duration.ofDays(179));
        jobs.runRecurring("forget-conclusions");
        assertThat(rows.number("SELECT COUNT(sealed_student) FROM conclusion")).isEqualTo(2);

        clock.advance(Duration.ofDays(2));
        jobs.runRecurring("forget-conclusions");
        assertThat(rows.number("SELECT COUNT(*) FROM conclusion")).isZero();
    }

    /** Answers are kept for a day for repeated requests; those of the same student's other capture stay. */
    @Test
    void storedAnswersWithTheFactsOfAGivenUpCaptureAreForgotten() {
        String kept = "SELECT COUNT(*) FROM idempotency_record WHERE body IS NOT NULL";
        Walk walk = journeys.aBoundStudent(school, campaign);
        Http student = http.as(walk.token());
        long ofOne = rows.number(kept);
        Campaign other = campaigns.anOpenCampaign(school, t -> t.featureCode = "ZW26");
        String text = codes.aCode(school);
        Map<String, Object> body = Map.of("text", text);
        Http.Reply opened = student.post("/api/v1/student/codes", body, "Idempotency-Key", "k1");
        journeys.bind(walk.token(), other, text);

        student.post("/api/v1/student/captures/" + walk.captureNo() + "/cancellations", null)
                .expect(200);

        assertThat(rows.number(kept)).isEqualTo(1 + ofOne + 1);
        assertThat(student.post("/api/v1/student/codes", body, "Idempotency-Key", "k1")
                        .<String>at("no"))
                .isEqualTo(opened.at("no"));
    }

    @Test
    void aCaptureWhoseFactsAreDamagedIsForgottenAllTheSame() {
        Walk walk = journeys.aBoundStudent(school, campaign);
        rows.change("UPDATE capture SET facts_sealed = 'AAAA' WHERE no = '" + walk.captureNo() + "'");

        journeys.giveUp(walk);

        assertThat(rows.number("SELECT COUNT(*) FROM capture WHERE facts_sealed IS NOT NULL"))
                .isZero();
    }

    /** Executed again, it would restart what was given up. */
    @Test
    void aRequestRepeatedAfterItsCaptureWasGivenUpIsNotExecutedAgain() {
        Walk walk = journeys.aBoundStudent(school, campaign);
        Http student = http.as(walk.token());
        String code = student.post("/api/v1/student/codes", Map.of("text", codes.aCode(school)))
                .expect(201)
                .at("no");
        student.post("/api/v1/student/codes/" + code + "/confirmations", Map.of("lastFour", "123X"))
                .expect(200);
        Campaign other = campaigns.anOpenCampaign(school, t -> t.featureCode = "ZW26");
        Map<String, Object> begin = Map.of(
                "codeNo",
                code,
                "featureCode",
                other.featureCode(),
                "consentVersion",
                student.get("/api/v1/student/consent-notice").at("version"));
        String no = student.post("/api/v1/student/captures", begin, "Idempotency-Key", "k2")
                .expect(201)
                .at("no");
        student.post("/api/v1/student/captures/" + no + "/cancellations", null).expect(200);

        student.post("/api/v1/student/captures", begin, "Idempotency-Key", "k2").expectProblem(404, "not-found");

        assertThat(rows.number("SELECT COUNT(*) FROM capture WHERE campaign_no = '" + other.no() + "'"))
                .isEqualTo(1);
    }

    @Test
    void countsOfWrongEntriesAreDeletedOnceTheyCannotLockAnyone() {
        String token = people.aStudent();
        String code = http.as(token)
                .post("/api/v1/student/codes", Map.of("text", codes.aCode(school)))
                .expect(201)
                .at("no");
        String confirmations = "/api/v1/student/codes/" + code + "/confirmations";
        http.as(token).post(confirmations, Map.of("lastFour", "0000")).expectProblem(422, "wrong-last-four");

        clock.advance(Duration.ofHours(23));
        jobs.runRecurring("delete-expired-codes");
        assertThat(rows.number("SELECT COUNT(*) FROM last_four_tries WHERE wrong = 1"))
                .isEqualTo(2);

        clock.advance(Duration.ofHours(2));
        jobs.runRecurring("delete-expired-codes");
        assertThat(rows.number("SELECT COUNT(*) FROM last_four_tries")).isZero();
    }
}
