package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CaptureMode;
import org.tucai.campaign.School;
import org.tucai.capture.StudentCaptureService;
import org.tucai.capture.UploadDesk;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.Blobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Two requests do something at the same moment: one wins, the other is told so, and nothing is done twice or by half. */
@TucaiTest
class RaceIT {
    private static final int TIMES = 3;
    private static final String STUDENT = "/api/v1/student/";

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;

    RaceIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            DueJobs jobs,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    private static List<Integer> statuses(List<Object> replies) {
        return replies.stream().map(r -> ((Http.Reply) r).status()).toList();
    }

    private static Http.Reply loser(List<Object> replies) {
        return replies.stream()
                .map(Http.Reply.class::cast)
                .filter(r -> r.status() >= 400)
                .findFirst()
                .orElseThrow();
    }

    @RepeatedTest(TIMES)
    void ofTwoAccountsThatBindOneCodeAtOnceOneSucceeds() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        String code = codes.aCode(school);
        String one = people.aStudent();
        String other = people.aStudent();

        List<Object> replies = Race.of(List.of(
                () -> journeys.createCapture(one, campaign, code),
                () -> journeys.createCapture(other, campaign, code)));

        assertThat(statuses(replies)).containsExactlyInAnyOrder(201, 409);
        loser(replies).expectPlainProblem(409, "code-bound-elsewhere");
        assertThat(rows.number("SELECT COUNT(*) FROM capture")).isEqualTo(1);
        assertThat(rows.number("SELECT COUNT(*) FROM consent")).isEqualTo(2);
    }

    @RepeatedTest(TIMES)
    void aCodeBoundTwiceAtOnceByOneAccountMakesOneCapture() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        String code = codes.aCode(school);
        String token = people.aStudent();

        List<Object> replies = Race.twice(() -> journeys.createCapture(token, campaign, code));

        assertThat(statuses(replies)).containsExactlyInAnyOrder(201, 409);
        loser(replies).expectPlainProblem(409, "capture-exists");
    }

    @RepeatedTest(TIMES)
    void anUploadTicketAcceptsOneOfTwoPicturesAtOnce() {
        Walk walk = journeys.aBoundStudent();
        String ticket = journeys.ticket(walk);
        byte[] one = journeys.aPortrait();
        byte[] other = journeys.aPortrait();

        List<Object> replies =
                Race.of(List.of(() -> journeys.upload(walk, ticket, one), () -> journeys.upload(walk, ticket, other)));

        assertThat(statuses(replies)).containsExactlyInAnyOrder(200, 409);
        loser(replies).expectPlainProblem(409, "ticket-used");
        assertOnePhoto(walk);
    }

    @RepeatedTest(TIMES)
    void aPictureUploadedTwiceAtOnceIsStoredOnce() {
        Walk walk = journeys.aBoundStudent();
        String ticket = journeys.ticket(walk);
        byte[] picture = journeys.aPortrait();

        List<Object> replies = Race.twice(() -> journeys.upload(walk, ticket, picture));

        assertThat(statuses(replies)).containsOnly(200);
        assertThat(replies.stream().map(r -> ((Http.Reply) r).<String>at("no")).distinct())
                .hasSize(1);
        assertOnePhoto(walk);
    }

    /** As two servers may: at one, a student's pictures are taken in turns. */
    @Test
    void aPictureTakenElsewhereWhileItIsInspectedLeavesOneFile(HeldTransaction held, UploadDesk desk, Blobs blobs) {
        Walk walk = journeys.aBoundStudent();
        String ticket = journeys.ticket(walk);
        byte[] picture = journeys.aPortrait();
        String token = ticket.substring(ticket.lastIndexOf('/') + 1);
        long before = blobs.count();

        held.of(
                () -> desk.take(token, accountOf(walk), picture),
                () -> journeys.upload(walk, ticket, picture).expect(200));

        assertOnePhoto(walk);
        assertThat(blobs.count()).as("the crop and its original").isEqualTo(before + 2);
    }

    @Test
    void anotherPictureTakenElsewhereWhileOneIsInspectedIsTheOneThatCounts(
            HeldTransaction held, UploadDesk desk, Blobs blobs) {
        Walk walk = journeys.aBoundStudent();
        String ticket = journeys.ticket(walk);
        String token = ticket.substring(ticket.lastIndexOf('/') + 1);
        byte[] late = journeys.aPortrait();
        long before = blobs.count();

        held.of(
                () -> desk.take(token, accountOf(walk), journeys.aPortrait()),
                () -> journeys.upload(walk, ticket, late).expectPlainProblem(409, "ticket-used"));

        assertOnePhoto(walk);
        assertThat(blobs.count()).isEqualTo(before + 2);
    }

    @Test
    void aPictureInspectedWhileItsCaptureIsGivenUpLeavesNoFile(
            HeldTransaction held, StudentCaptureService students, Blobs blobs) {
        Walk walk = journeys.aBoundStudent();
        String ticket = journeys.ticket(walk);
        byte[] picture = journeys.aPortrait();
        long before = blobs.count();

        held.of(
                () -> students.cancel(walk.captureNo(), accountOf(walk)),
                () -> journeys.upload(walk, ticket, picture).expectPlainProblem(409, "not-taking-photos"));

        assertThat(rows.number("SELECT COUNT(*) FROM photo")).isZero();
        assertThat(blobs.count()).isEqualTo(before);
    }

    private String accountOf(Walk walk) {
        return rows.texts("SELECT account_no FROM capture WHERE no = ?", walk.captureNo())
                .getFirst();
    }

    private void assertOnePhoto(Walk walk) {
        assertThat(rows.number("SELECT COUNT(*) FROM photo")).isEqualTo(1);
        assertThat(http.as(walk.token())
                        .get(STUDENT + "captures/" + walk.captureNo())
                        .<Integer>at("triesUsed"))
                .isEqualTo(1);
    }

    @RepeatedTest(TIMES)
    void theLastTryIsNotUsedTwice() {
        School school = campaigns.aSchool();
        Walk walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> t.triesAllowed = 1));
        String first = journeys.ticket(walk);
        String second = journeys.ticket(walk);
        byte[] one = journeys.aPortrait();
        byte[] other = journeys.aPortrait();

        List<Object> replies =
                Race.of(List.of(() -> journeys.upload(walk, first, one), () -> journeys.upload(walk, second, other)));

        assertThat(statuses(replies)).containsExactlyInAnyOrder(200, 409);
        loser(replies).expectPlainProblem(409, "tries-used-up");
        assertOnePhoto(walk);
    }

    @RepeatedTest(TIMES)
    void submittingTwiceMakesOneOrder() {
        Walk walk = journeys.aBoundStudent();
        String photo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");

        List<Object> replies = Race.twice(() -> submit(walk, photo));

        assertThat(statuses(replies)).containsOnly(200);
        assertThat(rows.number("SELECT COUNT(*) FROM purchase_order")).isEqualTo(1);
        assertThat(rows.number("SELECT COUNT(*) FROM state_transition WHERE kind = 'capture'"
                        + " AND to_state = 'AWAITING_PAYMENT'"))
                .isEqualTo(1);
    }

    @RepeatedTest(TIMES)
    void ofSubmittingAndReplacingAPhotoAtOnceOneSucceeds() {
        Walk walk = journeys.aBoundStudent();
        String photo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        String ticket = journeys.ticket(walk);
        byte[] next = journeys.aPortrait();

        List<Object> replies = Race.of(List.of(() -> submit(walk, photo), () -> journeys.upload(walk, ticket, next)));

        assertThat(statuses(replies)).containsExactlyInAnyOrder(200, 409);
        assertThat(loser(replies).<String>at("code")).isIn("photo-not-current", "not-taking-photos");
        assertThat(rows.number("SELECT COUNT(*) FROM photo WHERE status = 'CURRENT'"))
                .isEqualTo(1);
    }

    @RepeatedTest(TIMES)
    void aPhotoSubmittedDuringTheClosingIsEitherReviewedOrRefused() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> t.feeMinor = 0);
        Walk walk = journeys.aBoundStudent(school, campaign);
        String photo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        String manager = people.aManager();

        List<Object> replies = Race.of(List.of(() -> submit(walk, photo), () -> close(manager, campaign)));
        jobs.runDue();

        Http.Reply submitted = (Http.Reply) replies.getFirst();
        ((Http.Reply) replies.getLast()).expect(200);
        if (submitted.status() == 200) {
            assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
        } else {
            submitted.expectPlainProblem(409, "campaign-closed");
            assertThat(journeys.status(walk)).isEqualTo("EXPIRED");
        }
    }

    @RepeatedTest(TIMES)
    void aCaptureBoundDuringTheClosingDoesNotStayOpen() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        String code = codes.aCode(school);
        String token = people.aStudent();
        String manager = people.aManager();

        Race.of(List.of(() -> journeys.createCapture(token, campaign, code), () -> close(manager, campaign)));
        jobs.runDue();

        assertThat(rows.number("SELECT COUNT(*) FROM capture WHERE status <> 'EXPIRED' OR facts_sealed IS NOT NULL"))
                .isZero();
    }

    @RepeatedTest(TIMES)
    void aWithdrawalDuringADecisionWins() {
        Walk walk = journeys.aStudentInReview();
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, walk);

        List<Object> replies = Race.of(List.of(() -> decide(reviewer, review), () -> withdraw(walk)));
        clock.advance(Duration.ofSeconds(11));
        jobs.runDue();

        ((Http.Reply) replies.getLast()).expect(200);
        assertThat(((Http.Reply) replies.getFirst()).status()).isIn(200, 409);
        assertThat(journeys.status(walk)).isEqualTo("TO_SUBMIT");
        assertThat(rows.texts("SELECT status FROM review")).containsExactly("WITHDRAWN");
    }

    @RepeatedTest(TIMES)
    void ofAnOnSiteDecisionAndAWithdrawalAtOnceOneSucceeds() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {
            t.mode = CaptureMode.ON_SITE;
            t.feeMinor = 0;
        });
        Walk walk = journeys.aBoundStudent(school, campaign);
        String reviewer = people.aReviewer();
        String own = "/api/v1/review/on-site-captures/" + walk.captureNo();
        String photo = http.as(reviewer)
                .send("PUT", own + "/photo", "image/jpeg", journeys.aPortrait())
                .expect(200)
                .at("no");
        http.as(reviewer).post(own + "/submissions", Map.of("photoNo", photo)).expect(200);
        String review = journeys.claim(reviewer, walk);

        List<Object> replies = Race.of(List.of(() -> decide(reviewer, review), () -> withdraw(walk)));

        assertThat(statuses(replies)).containsExactlyInAnyOrder(200, 409);
        boolean decided = ((Http.Reply) replies.getFirst()).status() == 200;
        assertThat(rows.texts("SELECT status FROM capture")).containsExactly(decided ? "ACCEPTED" : "PHOTO_READY");
        assertThat(rows.texts("SELECT status FROM review")).containsExactly(decided ? "EFFECTIVE" : "WITHDRAWN");
    }

    @RepeatedTest(TIMES)
    void aDecisionRepeatedDuringItsUndoCountsOnlyIfItWasAccepted() {
        Walk walk = journeys.aStudentInReview();
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, walk);
        decide(reviewer, review).expect(200);
        String undos = "/api/v1/review/reviews/" + review + "/undos";

        List<Object> replies = Race.of(
                List.of(() -> decide(reviewer, review), () -> http.as(reviewer).post(undos, null)));
        boolean decidedAgain = ((Http.Reply) replies.getFirst()).status() == 200;
        ((Http.Reply) replies.getLast()).expect(200);
        clock.advance(Duration.ofSeconds(11));
        jobs.runDue();

        assertThat(journeys.status(walk)).isEqualTo(decidedAgain ? "IN_PRODUCTION" : "IN_REVIEW");
    }

    @RepeatedTest(TIMES)
    void undoingTwiceUndoesOnce() {
        Walk walk = journeys.aStudentInReview();
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, walk);
        decide(reviewer, review).expect(200);

        List<Object> replies =
                Race.twice(() -> http.as(reviewer).post("/api/v1/review/reviews/" + review + "/undos", null));

        assertThat(statuses(replies)).contains(200);
        assertThat(rows.number("SELECT COUNT(*) FROM state_transition WHERE cause = 'undone'"))
                .isEqualTo(1);
    }

    @RepeatedTest(TIMES)
    void ofTwoManagersWhoChangeOneCampaignAtOnceOneSucceeds() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        String one = people.aManager();
        String other = people.aManager();
        String path = "/api/v1/admin/campaigns/" + campaign.no();
        Http.Reply read = http.as(one).get(path).expect(200);
        String etag = read.header("ETag");
        Map<String, Object> terms = read.at("terms");

        List<Object> replies = Race.of(List.of(
                () -> http.as(one).put(path + "/terms", with(terms, 3), "If-Match", etag),
                () -> http.as(other).put(path + "/terms", with(terms, 7), "If-Match", etag)));

        assertThat(statuses(replies)).containsExactlyInAnyOrder(200, 412);
        loser(replies).expectPlainProblem(412, "precondition-failed");
        http.as(other).put(path + "/terms", with(terms, 7)).expectPlainProblem(428, "precondition-required");
        Http.Reply fresh = http.as(other).get(path).expect(200);
        http.as(other)
                .put(path + "/terms", with(fresh.at("terms"), 9), "If-Match", fresh.header("ETag"))
                .expect(200);
    }

    @RepeatedTest(TIMES)
    void aManualRefundDuringARejectionDoesNotRefundMoreThanTheFee() {
        Walk walk = journeys.aStudentInReview();
        String manager = people.aManager();
        String order = rows.texts("SELECT no FROM purchase_order").getFirst();
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, walk);
        http.as(reviewer)
                .post(
                        "/api/v1/review/reviews/" + review + "/decisions",
                        Map.of("decision", "REJECT", "reasons", List.of("blur")))
                .expect(200);
        clock.advance(Duration.ofSeconds(11));

        Race.of(List.of(
                () -> http.as(manager)
                        .post(
                                "/api/v1/admin/orders/" + order + "/refunds",
                                Map.of("amountMinor", 1000, "reason", "协商")),
                () -> {
                    jobs.runDue();
                    return null;
                }));
        for (int i = 0; i < 4; i++) {
            jobs.runDue();
            clock.advance(Duration.ofMinutes(1));
        }
        jobs.runDue();

        assertThat(rows.number("SELECT SUM(refunded_minor) FROM payment")).isEqualTo(1500);
        assertThat(rows.texts("SELECT status FROM capture")).containsExactly("REJECTED");
    }

    @RepeatedTest(TIMES)
    void aFullManualRefundDuringAnAcceptanceLeavesThePhotoAcceptedOrUnpaid() {
        Walk walk = journeys.aStudentInReview();
        String manager = people.aManager();
        String order = rows.texts("SELECT no FROM purchase_order").getFirst();
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, walk);
        decide(reviewer, review).expect(200);
        clock.advance(Duration.ofSeconds(11));

        List<Object> replies = Race.of(List.of(
                () -> http.as(manager)
                        .post(
                                "/api/v1/admin/orders/" + order + "/refunds",
                                Map.of("amountMinor", 1500, "reason", "协商")),
                () -> {
                    jobs.run("apply-review", review);
                    return "done";
                }));

        ((Http.Reply) replies.getFirst()).expect(201);
        assertThat(replies.getLast()).isEqualTo("done");
        boolean accepted = rows.texts("SELECT status FROM review").contains("EFFECTIVE");
        assertThat(rows.texts("SELECT status FROM capture"))
                .containsExactly(accepted ? "ACCEPTED" : "AWAITING_PAYMENT");
        assertThat(rows.number("SELECT COUNT(*) FROM photo_package")).isEqualTo(accepted ? 1 : 0);
        assertThat(rows.number("SELECT COUNT(*) FROM purchase_order")).isEqualTo(accepted ? 1 : 2);
    }

    @Test
    void aDecisionAppliedTwiceAtOnceAcceptsThePhotoOnce() {
        Walk walk = journeys.aStudentInReview();
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, walk);
        decide(reviewer, review).expect(200);
        clock.advance(Duration.ofSeconds(11));

        List<Object> ends = Race.twice(() -> {
            jobs.run("apply-review", review);
            return "done";
        });

        assertThat(ends).containsOnly("done");
        assertThat(rows.number("SELECT COUNT(*) FROM state_transition WHERE to_state = 'ACCEPTED'"))
                .isEqualTo(1);
        assertThat(rows.number("SELECT COUNT(*) FROM photo_package")).isEqualTo(1);
    }

    private static Map<String, Object> with(Map<String, Object> terms, int tries) {
        Map<String, Object> changed = new LinkedHashMap<>(terms);
        changed.put("triesAllowed", tries);
        return changed;
    }

    private Http.Reply submit(Walk walk, String photoNo) {
        return http.as(walk.token())
                .post(STUDENT + "captures/" + walk.captureNo() + "/submissions", Map.of("photoNo", photoNo));
    }

    private Http.Reply withdraw(Walk walk) {
        return http.as(walk.token()).post(STUDENT + "captures/" + walk.captureNo() + "/withdrawals", null);
    }

    private Http.Reply decide(String reviewer, String review) {
        return http.as(reviewer).post("/api/v1/review/reviews/" + review + "/decisions", Map.of("decision", "ACCEPT"));
    }

    private Http.Reply close(String manager, Campaign campaign) {
        return http.as(manager).post("/api/v1/admin/campaigns/" + campaign.no() + "/closings", null, "If-Match", "*");
    }
}
