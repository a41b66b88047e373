package org.tucai.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CaptureMode;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.Blobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

@TucaiTest
class ReviewIT {
    private static final Map<String, Object> ACCEPT = Map.of("decision", "ACCEPT");
    private static final Map<String, Object> REJECT =
            Map.of("decision", "REJECT", "reasons", List.of("eyes-closed", "blur"), "note", "请睁眼");
    private static final String PHONE = "13611112222";

    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final ReviewRoom room;
    private final CaptureService captures;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private final Blobs blobs;
    private String reviewer;
    private String student;

    ReviewIT(
            Http http,
            People people,
            CampaignFixtures campaigns,
            ReviewRoom room,
            CaptureService captures,
            DueJobs jobs,
            MutableClock clock,
            Rows rows,
            Blobs blobs) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.room = room;
        this.captures = captures;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
        this.blobs = blobs;
    }

    @BeforeEach
    void people() {
        reviewer = people.aReviewer();
        student = people.aStudent(PHONE);
        room.receives(student);
    }

    private Campaign campaign(Consumer<CampaignFixtures.Terms> terms) {
        return campaigns.anOpenCampaign(terms);
    }

    private CaptureStatus status(String captureNo) {
        return captures.require(captureNo).status();
    }

    @Test
    void anAcceptanceTakesEffectAfterTenSeconds() throws Exception {
        String capture = room.submit(campaign(t -> {}), 1).getFirst();
        String review = room.claimOne(reviewer);

        Http.Reply decided = room.decide(reviewer, review, ACCEPT).expect(200);
        jobs.runDue();

        assertThat(decided.<String>at("status")).isEqualTo("DECIDED");
        assertThat(status(capture)).isEqualTo(CaptureStatus.IN_REVIEW);
        room.decisionsTakeEffect();
        assertThat(status(capture)).isEqualTo(CaptureStatus.ACCEPTED);
        jobs.run(ApplyReviewJob.TYPE, review);
        assertThat(status(capture)).isEqualTo(CaptureStatus.ACCEPTED);
        assertThat(rows.texts("SELECT to_state FROM state_transition WHERE kind = 'review' ORDER BY id"))
                .containsExactly("WAITING", "CLAIMED", "DECIDED", "EFFECTIVE");
        room.decide(reviewer, review, ACCEPT).expectProblem(409, "claim-lapsed");
    }

    /** Lost on disk, or deleted after the backup of the database was made. */
    @Test
    void aPhotoWhosePictureCannotBeOpenedIsNotAcceptedButMayBeRejected() throws Exception {
        List<String> submitted = room.submit(campaign(t -> {}), 3);
        List<String> reviews =
                room.claim(reviewer, 3).stream().map(r -> (String) r.get("no")).toList();
        List<String> keys = rows.texts("SELECT blob_key FROM photo ORDER BY id");
        blobs.lose(keys.get(0));
        blobs.spoil(keys.get(1));

        room.decide(reviewer, reviews.get(0), ACCEPT).expectProblem(409, "picture-missing");
        Http.Reply many = http.as(reviewer)
                .post(
                        "/api/v1/review/decisions",
                        Map.of(
                                "decisions",
                                List.of(
                                        Map.of("no", reviews.get(1), "decision", "ACCEPT"),
                                        Map.of("no", reviews.get(2), "decision", "ACCEPT"))))
                .expect(200);

        assertThat(many.list()).extracting(d -> d.get("problem")).containsExactly("picture-missing", null);
        room.decideForGood(reviewer, reviews.get(0), REJECT);
        assertThat(submitted)
                .extracting(this::status)
                .containsExactly(CaptureStatus.REJECTED, CaptureStatus.IN_REVIEW, CaptureStatus.ACCEPTED);
    }

    @Test
    void aRejectionNamesReasonsAndTellsTheStudent() throws Exception {
        String capture = room.submit(campaign(t -> {}), 1).getFirst();
        String review = room.claimOne(reviewer);
        room.decide(reviewer, review, Map.of("decision", "REJECT")).expectProblem(422, "reasons-needed");
        room.decide(reviewer, review, Map.of("decision", "REJECT", "reasons", List.of("ugly")))
                .expectProblem(422, "invalid-fields");
        room.decide(reviewer, review, Map.of("decision", "ACCEPT", "reasons", List.of("blur")))
                .expectProblem(422, "reasons-needed");

        room.decideForGood(reviewer, review, REJECT);

        assertThat(status(capture)).isEqualTo(CaptureStatus.REJECTED);
        assertThat(captures.rejections(capture).getFirst().note()).isEqualTo("请睁眼");
        assertThat(rows.texts(
                        "SELECT actor FROM state_transition WHERE subject = ? AND to_state = 'REJECTED'", capture))
                .singleElement()
                .asString()
                .startsWith("REVIEWER:");
        assertThat(http.get("/sandbox/messages?to=" + PHONE).text()).contains("未通过审核", "闭眼");
    }

    @Test
    void aDecisionIsUndoneWithinTenSecondsAndNotLater() throws Exception {
        String capture = room.submit(campaign(t -> {}), 1).getFirst();
        String review = room.claimOne(reviewer);
        room.decide(reviewer, review, REJECT).expect(200);
        clock.advance(Duration.ofSeconds(9));

        room.undo(people.aReviewer(), review).expectProblem(409, "not-your-decision");
        room.undo(reviewer, review).expect(200);
        assertThat(rows.number(
                        "SELECT COUNT(*) FROM review WHERE no = ? AND decision IS NULL AND reasons IS NULL"
                                + " AND note IS NULL AND decided_by IS NULL AND decided_as IS NULL AND decided_at IS NULL"
                                + " AND effective_at IS NULL",
                        review))
                .isOne();
        room.decisionsTakeEffect();
        assertThat(status(capture)).isEqualTo(CaptureStatus.IN_REVIEW);
        room.decideForGood(reviewer, review, ACCEPT);

        assertThat(status(capture)).isEqualTo(CaptureStatus.ACCEPTED);
        room.undo(reviewer, review).expectProblem(409, "too-late-to-undo");
    }

    @Test
    void aDecisionCannotBeUndoneAfterTenSecondsThoughItHasNotTakenEffect() throws Exception {
        room.submit(campaign(t -> {}), 1);
        String review = room.claimOne(reviewer);
        room.decide(reviewer, review, REJECT).expect(200);

        clock.advance(Duration.ofSeconds(10));

        room.undo(reviewer, review).expectProblem(409, "too-late-to-undo");
    }

    @Test
    void aDecisionWhoseJobRunsTooEarlyTakesEffectInTime() throws Exception {
        String capture = room.submit(campaign(t -> {}), 1).getFirst();
        String review = room.claimOne(reviewer);
        room.decide(reviewer, review, ACCEPT).expect(200);
        rows.change("DELETE FROM scheduled_tasks WHERE task_name = 'apply-review'");

        jobs.run("apply-review", review); // as if the clock had been set back since the job was enqueued
        assertThat(status(capture)).isEqualTo(CaptureStatus.IN_REVIEW);
        room.decisionsTakeEffect();

        assertThat(status(capture)).isEqualTo(CaptureStatus.ACCEPTED);
    }

    /** As after the page was closed and opened again. */
    @Test
    void aReviewerFindsAgainWhatIsClaimedOrMayStillBeUndone() throws Exception {
        room.submit(campaign(t -> {}), 2);
        String first = room.claimOne(reviewer);
        String second = room.claimOne(reviewer);
        room.decide(reviewer, first, ACCEPT).expect(200);

        assertThat(held(reviewer)).containsExactlyInAnyOrder(first, second);
        assertThat(held(people.aReviewer())).isEmpty();
        room.decisionsTakeEffect();
        assertThat(held(reviewer)).containsExactly(second);
        clock.advance(ReviewService.LEASE);
        assertThat(held(people.again(reviewer))).isEmpty();
    }

    private List<String> held(String token) {
        return Http.column(
                        http.as(token).get("/api/v1/review/reviews").expect(200).list(), "no")
                .stream()
                .map(String::valueOf)
                .toList();
    }

    @Test
    void ofTwoDecisionsAtOnceOneCounts() throws Exception {
        for (int round = 0; round < 5; round++) {
            room.submit(campaign(t -> {}), 1);
            String review = room.claimOne(reviewer);

            List<Integer> statuses = Race.answers(
                    () -> room.decide(reviewer, review, ACCEPT).status(),
                    () -> room.decide(reviewer, review, REJECT).status());

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void aWithdrawalWithinTheTenSecondsWins() throws Exception {
        String capture = room.submit(campaign(t -> {}), 1).getFirst();
        String review = room.claimOne(reviewer);
        room.decide(reviewer, review, REJECT).expect(200);

        http.as(student)
                .post("/api/v1/student/captures/" + capture + "/withdrawals", null)
                .expect(200);
        room.decisionsTakeEffect();

        assertThat(status(capture)).isEqualTo(CaptureStatus.PHOTO_READY);
        assertThat(captures.rejections(capture)).isEmpty();
    }

    /** It never took effect, so there is nothing to report to a manager. */
    @Test
    void aDecisionOnAWithdrawnPhotoCannotBeUndone() throws Exception {
        String capture = room.submit(campaign(t -> {}), 1).getFirst();
        String review = room.claimOne(reviewer);
        room.decide(reviewer, review, REJECT).expect(200);
        http.as(student)
                .post("/api/v1/student/captures/" + capture + "/withdrawals", null)
                .expect(200);

        Http.Reply refused = room.undo(reviewer, review);

        refused.expectProblem(409, "not-your-decision");
        assertThat(refused.<String>at("detail")).contains("撤回");
    }

    @Test
    void onSiteTheAnswerIsImmediate() throws Exception {
        String onSite =
                room.submit(campaign(t -> t.mode = CaptureMode.ON_SITE), 1).getFirst();

        room.decide(reviewer, room.claimOne(reviewer), ACCEPT).expect(200);

        assertThat(status(onSite)).isEqualTo(CaptureStatus.ACCEPTED);
    }

    @Test
    void aManagersDecisionIsAuditedWithTheManagerRole() throws Exception {
        String capture = room.submit(campaign(t -> {}), 1).getFirst();
        String manager = people.aManager();

        room.decideForGood(manager, room.claimOne(manager), ACCEPT);

        Http.Reply trail = http.as(people.again(manager))
                .get("/api/v1/admin/audit-entries?action=capture-accepted&subject=" + capture)
                .expect(200);
        assertThat(trail.<String>at("items.0.actor")).startsWith("MANAGER:");
    }

    @Test
    void manyReviewsAreDecidedAtOnceEachWithItsOwnResult() throws Exception {
        List<String> nos = room.submit(campaign(t -> {}), 3);
        List<Object> reviews = Http.column(room.claim(reviewer, 2), "no");
        List<Map<String, Object>> wanted = new ArrayList<>();
        reviews.forEach(r -> wanted.add(Map.of("no", r, "decision", "ACCEPT")));
        wanted.add(Map.of("no", "rev_00000000000000000000", "decision", "ACCEPT"));

        List<Map<String, Object>> results = http.as(reviewer)
                .post("/api/v1/review/decisions", Map.of("decisions", wanted))
                .expect(200)
                .list();
        room.decisionsTakeEffect();

        assertThat(Http.column(results, "taken")).containsExactly(true, true, false);
        assertThat(results.get(2)).containsEntry("problem", "not-found");
        assertThat(nos.stream().map(this::status).filter(s -> s == CaptureStatus.ACCEPTED))
                .hasSize(2);
    }

    @Test
    void eachRefusalOfManyDecisionsIsExplainedInTheReviewersLanguage() throws Exception {
        room.submit(campaign(t -> {}), 2);
        List<Object> reviews = Http.column(room.claim(reviewer, 2), "no");
        Map<String, Object> decisions = Map.of(
                "decisions",
                List.of(
                        Map.of("no", reviews.get(0), "decision", "REJECT"),
                        Map.of("no", reviews.get(1), "decision", "REJECT", "reasons", List.of("blur", "no-such")),
                        Map.of("no", "rev_00000000000000000000", "decision", "ACCEPT")));

        Http.Reply zh =
                http.as(reviewer).post("/api/v1/review/decisions", decisions).expect(200);
        Http.Reply en = http.as(reviewer)
                .post("/api/v1/review/decisions", decisions, "Accept-Language", "en")
                .expect(200);

        assertThat(Http.column(zh.list(), "problem")).containsExactly("reasons-needed", "invalid-fields", "not-found");
        assertThat(Http.column(zh.list(), "title")).startsWith("请选择原因").doesNotContainNull();
        assertThat(Http.column(en.list(), "detail"))
                .startsWith("A rejection needs at least one reason, an acceptance none.")
                .doesNotContainNull();
        assertThat(en.list().get(1).get("errors"))
                .isEqualTo(List.of(Map.of("detail", "there is no such reason", "pointer", "/decisions/1/reasons/1")));
    }

    @Test
    void anUnknownReasonIsNamedWithItsPlaceInTheReviewersLanguage() throws Exception {
        room.submit(campaign(t -> {}), 1);
        Map<String, Object> finding = Map.of("decision", "REJECT", "reasons", List.of("blur", "no-such-reason"));
        String path = "/api/v1/review/reviews/" + room.claimOne(reviewer) + "/decisions";

        Http.Reply refused = http.as(reviewer).post(path, finding).expectPlainProblem(422, "invalid-fields");
        Http.Reply english = http.as(reviewer).post(path, finding, "Accept-Language", "en");

        assertThat(refused.<String>at("errors.0.pointer")).isEqualTo("/reasons/1");
        assertThat(english.<String>at("errors.0.detail")).isEqualTo("there is no such reason");
    }

    @Test
    void noneOfManyDecisionsIsTakenWhenOneIsInvalid() throws Exception {
        String capture = room.submit(campaign(t -> {}), 1).getFirst();
        Map<String, Object> good = Map.of("no", room.claimOne(reviewer), "decision", "ACCEPT");

        for (Map<String, Object> odd : Arrays.asList(Map.<String, Object>of("no", "评审", "decision", "ACCEPT"), null)) {
            http.as(reviewer)
                    .post("/api/v1/review/decisions", Map.of("decisions", Arrays.asList(good, odd)))
                    .expectProblem(422, "invalid-fields");
        }
        room.decisionsTakeEffect();

        assertThat(status(capture)).isEqualTo(CaptureStatus.IN_REVIEW);
    }

    @Test
    void onlyTheHolderSeesThePhotoAndItsFacts() throws Exception {
        room.submit(campaign(t -> {}), 1);
        Map<String, Object> claimed = room.claim(reviewer, 1).getFirst();
        String path = "/api/v1/review/reviews/" + claimed.get("no");

        Http.Reply seen = http.as(reviewer).get(path).expect(200);

        assertThat(seen.<String>at("facts.maskedName")).isEqualTo("张*");
        assertThat(seen.<String>at("photo.verdict")).isEqualTo("PASS");
        assertThat(seen.<String>at("originalUrl")).as("it is not kept").isNull();
        http.as(reviewer).get((String) claimed.get("pictureUrl")).expect(200);
        String other = people.aReviewer();
        http.as(other).get(path).expectProblem(404, "not-found");
        http.as(other).get((String) claimed.get("pictureUrl")).expectProblem(404, "not-found");
        assertThat(http.as(people.aManager())
                        .get("/api/v1/admin/audit-entries?action=picture-opened")
                        .<List<?>>at("items"))
                .hasSize(1);
        assertThat(rows.texts("SELECT subject FROM audit_entry WHERE action = 'review-opened'"))
                .containsExactly((String) claimed.get("no"));
        http.as(people.aStudent()).get(path).expectProblem(403, "forbidden");
    }

    @Test
    void auditEntriesAreFoundByTheStaffNumberWithOrWithoutTheRole() throws Exception {
        room.submit(campaign(t -> {}), 1);
        http.as(reviewer)
                .get((String) room.claim(reviewer, 1).getFirst().get("pictureUrl"))
                .expect(200);
        Http manager = http.as(people.aManager());
        String trail = "/api/v1/admin/audit-entries?action=picture-opened&actor=";
        String inTheirRole =
                manager.get("/api/v1/admin/audit-entries?action=picture-opened").at("items.0.actor");
        String no = inTheirRole.substring(inTheirRole.indexOf(':') + 1);

        assertThat(manager.get(trail + inTheirRole).<List<?>>at("items")).hasSize(1);
        assertThat(manager.get(trail + no).<List<?>>at("items")).hasSize(1);
        assertThat(manager.get(trail + "MANAGER:" + no).<List<?>>at("items")).isEmpty();
        assertThat(manager.get(trail + "stf_00000000000000000000").<List<?>>at("items"))
                .isEmpty();
    }
}
