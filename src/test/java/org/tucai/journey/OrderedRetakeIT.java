package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.campaign.School;
import org.tucai.capture.CaptureService;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TestAuthority;
import org.tucai.testing.TucaiTest;

/** A photo was accepted by mistake: a manager has it taken again, although the student reported nothing. */
@TucaiTest
class OrderedRetakeIT {
    private static final String PHONE = "13911112222";
    private static final Map<String, String> NOT_HER = Map.of("note", "照片不是本人");
    private static final Map<String, String> WISH = Map.of("names", "STUDENT_NO", "folders", "NONE");

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final CaptureService captures;
    private final TestAuthority authority;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private School school;
    private Http client;
    private Walk walk;

    OrderedRetakeIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            CaptureService captures,
            TestAuthority authority,
            DueJobs jobs,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.captures = captures;
        this.authority = authority;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    @BeforeEach
    void aStudentInReview() {
        school = campaigns.aSchool();
        client = http.as(people.aSchoolClient(school.no()));
        walk = journeys.bind(people.aStudent(PHONE), campaigns.anOpenCampaign(school, t -> {}), codes.aCode(school));
        journeys.submit(walk);
        journeys.pay(walk);
    }

    @Test
    void theStudentIsToldAndShootsAgainForFreeAndTheSchoolGetsTheNewPicture() {
        journeys.decide(walk, "ACCEPT", List.of());
        String wrong = pulledPhoto();

        Http.Reply ordered = order().expect(201);
        jobs.runDue();

        assertThat(ordered.<String>at("status")).isEqualTo("ERRATUM");
        assertThat(ordered.<String>at("statusText")).isEqualTo("需重新拍摄");
        assertThat(told()).endsWith("已通过的照片经采集单位复核不能使用，原因：照片不是本人。请打开小程序重新拍摄，无需再次付费。");
        assertThat(http.get("/sandbox/messages?to=" + PHONE).text()).contains("经采集单位复核不能使用");
        assertThat(schoolSees("REJECTED", "items.0.captureNo")).isEqualTo(walk.captureNo());
        assertThat(schoolSees("REJECTED", "items.0.removePicture")).isEqualTo(true);
        assertThat(journeys.submit(walk).<String>at("status")).isEqualTo("IN_REVIEW");
        journeys.decide(walk, "ACCEPT", List.of());
        assertThat(pulledPhoto()).isNotEqualTo(wrong);
        assertThat(schoolSees("DONE", "items.0.removePicture")).isEqualTo(false);
        assertThat(rows.number("SELECT COUNT(*) FROM payment")).isEqualTo(1);
        assertThat(rows.number("SELECT COUNT(*) FROM refund")).isZero();
        assertThat(manager().get("/api/v1/admin/money/check").<List<Object>>at("faults"))
                .isEmpty();
    }

    @Test
    void nobodyReadsThatTheStudentReportedAMistake() {
        journeys.decide(walk, "ACCEPT", List.of());

        order().expect(201);

        String here = walk.captureNo();
        Http student = http.as(walk.token());
        Http.Reply progress =
                student.get("/api/v1/student/screens/captures/" + here).expect(200);
        assertThat(progress.<String>at("card.capture.statusText")).isEqualTo("需重新拍摄");
        assertThat(progress.<String>at("card.capture.rejection.note")).isEqualTo("照片不是本人");
        assertThat(progress.<String>at("card.nextStep.code")).isEqualTo("SHOOT_AGAIN");
        clock.advance(Duration.ofMinutes(1)); // schools see a change half a minute later
        assertThat(List.of(
                        progress.text(),
                        student.get("/api/v1/student/screens/home").expect(200).text(),
                        student.get("/api/v1/student/captures").expect(200).text(),
                        student.get("/api/v1/student/messages").expect(200).text(),
                        client.get("/api/v1/school/students?list=REJECTED")
                                .expect(200)
                                .text(),
                        manager().get("/api/v1/admin/captures").expect(200).text(),
                        manager()
                                .get("/api/v1/admin/captures/" + here)
                                .expect(200)
                                .text(),
                        manager()
                                .post("/api/v1/admin/captures/lookups", Map.of("number", PHONE))
                                .expect(200)
                                .text()))
                .allSatisfy(seen ->
                        assertThat(seen).contains(here).doesNotContain("校对有误").doesNotContain("您反馈"));
        assertThat(manager()
                        .get("/api/v1/admin/audit-entries?action=capture-retake-ordered")
                        .<String>at("items.0.subject"))
                .isEqualTo(here);
    }

    @Test
    void aPhotoThatTheAuthorityAlreadyHasIsReplacedThereToo() {
        authority.start();
        journeys.decide(walk, "ACCEPT", List.of());
        jobs.runDue();
        assertThat(journeys.status(walk)).isEqualTo("FORWARDED");

        order().expect(201);
        journeys.submit(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        jobs.runDue();
        authority.conclude("同一人");

        assertThat(journeys.status(walk)).isEqualTo("VERIFIED");
        assertThat(rows.number("SELECT COUNT(DISTINCT photo_no) FROM photo_package"))
                .isEqualTo(2);
    }

    @Test
    void aPhotoThatStillWaitsForTheAuthorityIsNotSent() {
        journeys.decide(walk, "ACCEPT", List.of()); // the authority is away

        order().expect(201);
        authority.start();
        clock.advance(Duration.ofHours(2));
        jobs.runDue();

        assertThat(rows.texts("SELECT status FROM photo_package")).containsExactly("CANCELLED");
        assertThat(rows.texts("SELECT status FROM capture")).containsExactly("ERRATUM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CORRECT", "WRONG"})
    void whatTheStudentSaidAboutThePictureDoesNotMatter(String answer) {
        journeys.decide(walk, "ACCEPT", List.of());
        String check = check();
        say(check, "answers", answer).expect(201);
        say(check, "confirmations", answer).expect(201);

        order().expect(201);
        journeys.submit(walk);
        journeys.decide(walk, "ACCEPT", List.of());

        assertThat(check()).as("the new picture has a check of its own").isNotEqualTo(check);
        assertThat(journeys.nextStep(walk)).isEqualTo("PROOFREAD");
    }

    @Test
    void anOpenCheckEndsWithThePicture() {
        journeys.decide(walk, "ACCEPT", List.of());
        String check = check();
        say(check, "answers", "CORRECT").expect(201);

        order().expect(201);

        say(check, "confirmations", "CORRECT").expectProblem(409, "proofreading-closed");
    }

    @Test
    void theOrderWinsOverAnAnswerGivenInTheSameMoment() {
        journeys.decide(walk, "ACCEPT", List.of());
        String check = check();
        say(check, "answers", "WRONG").expect(201);
        Http manager = manager();

        List<Http.Reply> both = Race.answers(() -> order(manager), () -> say(check, "confirmations", "WRONG"));

        assertThat(both.getFirst().status()).isEqualTo(201);
        assertThat(both.getLast().status()).isIn(201, 409);
        assertThat(rows.texts("SELECT status FROM proofreading")).containsExactly("CANCELLED");
        assertThat(journeys.status(walk)).isEqualTo("ERRATUM");
    }

    @Test
    void ofTwoOrdersOneCounts() {
        journeys.decide(walk, "ACCEPT", List.of());
        Http manager = manager();

        List<Http.Reply> both = Race.answers(() -> order(manager), () -> order(manager));

        assertThat(both).extracting(Http.Reply::status).containsExactlyInAnyOrder(201, 409);
        order().expectPlainProblem(409, "no-photo-to-retake");
        assertThat(rows.number("SELECT COUNT(*) FROM message WHERE template = 'RETAKE_ORDERED'"))
                .isEqualTo(1);
    }

    @Test
    void onlyAnAcceptedPhotoIsTakenAgain() {
        order().expectPlainProblem(409, "no-photo-to-retake");
        manager()
                .post("/api/v1/admin/captures/cap_00000000000000000000/retakes", NOT_HER)
                .expectProblem(404, "not-found");

        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
    }

    @Test
    void thereIsNoRetakeAfterTheAuthoritysConclusion() {
        journeys.decide(walk, "ACCEPT", List.of());
        captures.forwarded(walk.captureNo());
        captures.verified(walk.captureNo(), "同一人");

        order().expectPlainProblem(409, "no-photo-to-retake");

        assertThat(journeys.status(walk)).isEqualTo("VERIFIED");
    }

    @Test
    void theAcceptedPhotoStaysWhenTheCampaignIsOver() {
        journeys.decide(walk, "ACCEPT", List.of());
        clock.advance(Duration.ofDays(31));

        order().expectPlainProblem(409, "retake-too-late");
        jobs.runDue();

        assertThat(captures.require(walk.captureNo()).photoNo()).isNotNull();
        assertThat(rows.texts("SELECT status FROM capture")).containsExactly("ACCEPTED");
    }

    @Test
    void onlyAManagerOrdersARetakeAndSaysWhy() {
        journeys.decide(walk, "ACCEPT", List.of());
        String retakes = "/api/v1/admin/captures/" + walk.captureNo() + "/retakes";

        for (String other : List.of(people.aReviewer(), people.aSchoolClient(school.no()), walk.token())) {
            http.as(other).post(retakes, NOT_HER).expectProblem(403, "forbidden");
        }
        manager().post(retakes, Map.of("note", " ")).expectProblem(422, "invalid-fields");
        manager().post(retakes, Map.of("note", "长".repeat(191))).expectProblem(422, "invalid-fields");

        assertThat(journeys.status(walk)).isEqualTo("IN_PRODUCTION");
    }

    private Http manager() {
        return http.as(people.aManager());
    }

    private Http.Reply order() {
        return order(manager());
    }

    private Http.Reply order(Http manager) {
        return manager.post("/api/v1/admin/captures/" + walk.captureNo() + "/retakes", NOT_HER);
    }

    private String told() {
        return http
                .as(walk.token())
                .get("/api/v1/student/messages")
                .expect(200)
                .<List<Map<String, String>>>at("items")
                .stream()
                .filter(message -> message.get("template").equals("RETAKE_ORDERED"))
                .map(message -> message.get("body"))
                .findFirst()
                .orElseThrow();
    }

    private Object schoolSees(String list, String what) {
        clock.advance(Duration.ofMinutes(1));
        return client.get("/api/v1/school/students?list=" + list).expect(200).at(what);
    }

    /** The photo in the school's newest delivery, which it pulls. */
    private String pulledPhoto() {
        clock.advance(Duration.ofMinutes(1));
        Http.Reply delivery = client.post("/api/v1/school/deliveries", WISH).expect(201);
        assertThat(delivery.<Integer>at("photos")).isEqualTo(1);
        client.get(delivery.at("archiveUrl")).expect(200);
        return rows.texts("SELECT photo_no FROM delivery_item ORDER BY id").getLast();
    }

    private String check() {
        return http.as(walk.token())
                .get("/api/v1/student/screens/home")
                .expect(200)
                .at("cards.0.check.no");
    }

    private Http.Reply say(String check, String what, String answer) {
        Map<String, String> said = what.equals("answers") || answer.equals("CORRECT")
                ? Map.of("answer", answer)
                : Map.of("answer", answer, "reason", "NOT_ME");
        return http.as(walk.token()).post("/api/v1/student/proofreadings/" + check + "/" + what, said);
    }
}
