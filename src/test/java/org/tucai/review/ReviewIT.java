package org.tucai.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CaptureMode;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.SubmittedCaptures;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
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
    private final SubmittedCaptures submitted;
    private final CaptureService captures;
    private final DueJobs jobs;
    private final MutableClock clock;
    private String reviewer;
    private String student;
    private String accountNo;

    ReviewIT(
            Http http,
            People people,
            CampaignFixtures campaigns,
            SubmittedCaptures submitted,
            CaptureService captures,
            DueJobs jobs,
            MutableClock clock) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.submitted = submitted;
        this.captures = captures;
        this.jobs = jobs;
        this.clock = clock;
    }

    @BeforeEach
    void people() {
        reviewer = people.aReviewer();
        student = people.aStudent(PHONE);
        accountNo = http.as(student).get("/api/v1/student/account").at("no");
    }

    private Campaign campaign(Consumer<CampaignFixtures.Terms> terms) {
        return campaigns.anOpenCampaign(terms);
    }

    private List<String> submit(Campaign campaign, int count) throws IOException {
        List<String> nos = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nos.add(submitted.one(campaign, accountNo));
        }
        return nos;
    }

    private List<Map<String, Object>> claim(String token, int count) {
        return http.as(token)
                .post("/api/v1/review/claims", Map.of("count", count))
                .expect(200)
                .atRoot();
    }

    private String claimOne(String token) {
        return (String) claim(token, 1).getFirst().get("no");
    }

    private Http.Reply decide(String token, String review, Map<String, Object> finding) {
        return http.as(token).post("/api/v1/review/reviews/" + review + "/decisions", finding);
    }

    private void afterUndo() {
        clock.advance(Duration.ofSeconds(10));
        jobs.runDue();
    }

    private CaptureStatus status(String captureNo) {
        return captures.require(captureNo).status();
    }

    @Test
    void anAcceptanceTakesEffectAfterTenSeconds() throws Exception {
        String capture = submit(campaign(t -> {}), 1).getFirst();
        String review = claimOne(reviewer);

        Http.Reply decided = decide(reviewer, review, ACCEPT).expect(200);
        jobs.runDue();

        assertThat(decided.<String>at("status")).isEqualTo("DECIDED");
        assertThat(status(capture)).isEqualTo(CaptureStatus.IN_REVIEW);
        afterUndo();
        assertThat(status(capture)).isEqualTo(CaptureStatus.ACCEPTED);
        jobs.run(ApplyReviewJob.TYPE, review);
        assertThat(status(capture)).isEqualTo(CaptureStatus.ACCEPTED);
        decide(reviewer, review, ACCEPT).expectProblem(409, "claim-lapsed");
    }

    @Test
    void aRejectionNamesReasonsAndTellsTheStudent() throws Exception {
        String capture = submit(campaign(t -> {}), 1).getFirst();
        String review = claimOne(reviewer);
        decide(reviewer, review, Map.of("decision", "REJECT")).expectProblem(422, "reasons-needed");
        decide(reviewer, review, Map.of("decision", "REJECT", "reasons", List.of("ugly")))
                .expectProblem(422, "invalid-fields");
        decide(reviewer, review, Map.of("decision", "ACCEPT", "reasons", List.of("blur")))
                .expectProblem(422, "reasons-needed");

        decide(reviewer, review, REJECT).expect(200);
        afterUndo();

        assertThat(status(capture)).isEqualTo(CaptureStatus.REJECTED);
        assertThat(captures.rejections(capture).getFirst().note()).isEqualTo("请睁眼");
        assertThat(http.get("/sandbox/messages?to=" + PHONE).text()).contains("未通过审核", "闭眼");
    }

    @Test
    void aDecisionIsUndoneWithinTenSecondsAndNotLater() throws Exception {
        String capture = submit(campaign(t -> {}), 1).getFirst();
        String review = claimOne(reviewer);
        String undo = "/api/v1/review/reviews/" + review + "/undos";
        decide(reviewer, review, REJECT).expect(200);
        clock.advance(Duration.ofSeconds(9));

        http.as(people.aReviewer()).post(undo, null).expectProblem(409, "not-your-decision");
        http.as(reviewer).post(undo, null).expect(200);
        afterUndo();
        assertThat(status(capture)).isEqualTo(CaptureStatus.IN_REVIEW);
        decide(reviewer, review, ACCEPT).expect(200);
        afterUndo();

        assertThat(status(capture)).isEqualTo(CaptureStatus.ACCEPTED);
        http.as(reviewer).post(undo, null).expectProblem(409, "too-late-to-undo");
    }

    @Test
    void aLapsedLeaseIsRefusedAndOthersMayTakeThePhoto() throws Exception {
        submit(campaign(t -> {}), 1);
        String review = claimOne(reviewer);
        assertThat(claim(people.aReviewer(), 1)).isEmpty();

        clock.advance(Duration.ofMinutes(15));

        reviewer = people.again(reviewer);
        decide(reviewer, review, ACCEPT).expectProblem(409, "claim-lapsed");
        String other = people.aReviewer();
        assertThat(claimOne(other)).isEqualTo(review);
        decide(reviewer, review, ACCEPT).expectProblem(409, "claim-lapsed");
        decide(other, review, ACCEPT).expect(200);
    }

    @Test
    void aReleasedPhotoIsBackInTheQueue() throws Exception {
        submit(campaign(t -> {}), 1);
        String review = claimOne(reviewer);

        http.as(reviewer)
                .post("/api/v1/review/reviews/" + review + "/releases", null)
                .expect(204);

        decide(reviewer, review, ACCEPT).expectProblem(409, "claim-lapsed");
        assertThat(claimOne(people.aReviewer())).isEqualTo(review);
    }

    @Test
    void twoReviewersAtOnceNeverGetTheSamePhoto() throws Exception {
        submit(campaign(t -> {}), 20);
        String other = people.aReviewer();
        Callable<List<Object>> one = () -> Http.column(claim(reviewer, 15), "no");
        Callable<List<Object>> two = () -> Http.column(claim(other, 15), "no");

        List<List<Object>> claimed = Race.answers(one, two);

        List<Object> all = new ArrayList<>(claimed.get(0));
        all.addAll(claimed.get(1));
        all.addAll(Http.column(claim(people.aReviewer(), 15), "no"));
        assertThat(all).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void ofTwoDecisionsAtOnceOneCounts() throws Exception {
        for (int round = 0; round < 5; round++) {
            submit(campaign(t -> {}), 1);
            String review = claimOne(reviewer);

            List<Integer> statuses = Race.answers(
                    () -> decide(reviewer, review, ACCEPT).status(),
                    () -> decide(reviewer, review, REJECT).status());

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void aWithdrawalWithinTheTenSecondsWins() throws Exception {
        String capture = submit(campaign(t -> {}), 1).getFirst();
        String review = claimOne(reviewer);
        decide(reviewer, review, REJECT).expect(200);

        http.as(student)
                .post("/api/v1/student/captures/" + capture + "/withdrawals", null)
                .expect(200);
        afterUndo();

        assertThat(status(capture)).isEqualTo(CaptureStatus.PHOTO_READY);
        assertThat(captures.rejections(capture)).isEmpty();
    }

    @Test
    void fourEyesMustAgreeAndAManagerSettlesADispute() throws Exception {
        Campaign campaign = campaign(t -> t.fourEyes = true);
        List<String> nos = submit(campaign, 2);
        String other = people.aReviewer();
        List<Object> reviews = Http.column(claim(reviewer, 2), "no");
        reviews.forEach(r -> decide(reviewer, (String) r, ACCEPT).expect(200));
        afterUndo();
        assertThat(nos).allSatisfy(no -> assertThat(status(no)).isEqualTo(CaptureStatus.IN_REVIEW));
        assertThat(claim(reviewer, 2)).isEmpty();

        assertThat(claim(other, 2)).hasSize(2);
        decide(other, (String) reviews.get(0), ACCEPT).expect(200);
        decide(other, (String) reviews.get(1), REJECT).expect(200);
        afterUndo();

        assertThat(nos.stream().map(this::status))
                .containsExactlyInAnyOrder(CaptureStatus.ACCEPTED, CaptureStatus.IN_REVIEW);
        assertThat(claim(people.aReviewer(), 1)).isEmpty();
        String manager = people.aManager();
        assertThat(claimOne(manager)).isEqualTo(reviews.get(1));
        decide(manager, (String) reviews.get(1), REJECT).expect(200);
        afterUndo();
        assertThat(nos.stream().map(this::status))
                .containsExactlyInAnyOrder(CaptureStatus.ACCEPTED, CaptureStatus.REJECTED);
    }

    @Test
    void aDisputeIsNotSettledByAManagerWhoTookPartInIt() throws Exception {
        submit(campaign(t -> t.fourEyes = true), 1);
        String manager = people.aManager();
        String review = claimOne(reviewer);
        decide(reviewer, review, ACCEPT).expect(200);
        assertThat(claimOne(manager)).isEqualTo(review);
        decide(manager, review, REJECT).expect(200);

        assertThat(claim(manager, 1)).isEmpty();
        assertThat(claimOne(people.aManager())).isEqualTo(review);
    }

    @Test
    void onSiteTheAnswerIsImmediate() throws Exception {
        String onSite = submit(campaign(t -> t.mode = CaptureMode.ON_SITE), 1).getFirst();

        decide(reviewer, claimOne(reviewer), ACCEPT).expect(200);

        assertThat(status(onSite)).isEqualTo(CaptureStatus.ACCEPTED);
    }

    @Test
    void aManagersDecisionIsNotedAsAManagers() throws Exception {
        String capture = submit(campaign(t -> {}), 1).getFirst();
        String manager = people.aManager();

        decide(manager, claimOne(manager), ACCEPT).expect(200);
        afterUndo();

        Http.Reply trail = http.as(people.again(manager))
                .get("/api/v1/admin/audit-entries?action=capture-accepted&subject=" + capture)
                .expect(200);
        assertThat(trail.<String>at("items.0.actor")).startsWith("MANAGER:");
    }

    @Test
    void aLapsedLeaseWaitsAgainInTheFigures() throws Exception {
        submit(campaign(t -> {}), 2);
        claim(reviewer, 1);

        clock.advance(Duration.ofMinutes(15));

        reviewer = people.again(reviewer);
        Http.Reply counts = http.as(reviewer).get("/api/v1/review/queue").expect(200);
        assertThat(counts.<Integer>at("waiting")).isEqualTo(2);
        assertThat(counts.<Integer>at("claimed")).isZero();
        assertThat(http.as(reviewer).get("/api/v1/review/reviews").list()).isEmpty();
    }

    @Test
    void dueDaysAreCountedAnewWhenTheYearBecomesKnown() throws Exception {
        clock.setTo(Instant.parse("2026-12-30T02:00:00Z"));
        String manager = people.aManager();
        reviewer = people.aReviewer();
        String token = people.aStudent();
        Campaign late = campaign(t -> t.closesAt = clock.instant().plus(Duration.ofDays(30)));
        submitted.one(late, http.as(token).get("/api/v1/student/account").at("no"));
        assertThat(dueDays()).containsExactly("2027-01-06 provisional");

        Map<String, Object> year = Map.of(
                "year",
                2027,
                "source",
                "测试",
                "off",
                List.of(Map.of("from", "2027-01-01", "to", "2027-01-03")),
                "worked",
                List.of());
        http.as(manager).put("/api/v1/admin/calendar-years/2027", year).expect(200);
        jobs.runDue();
        jobs.run(RecountDueDaysJob.TYPE, "2027");

        assertThat(dueDays()).containsExactly("2027-01-07 certain");
        Http.Reply trail = http.as(manager).get("/api/v1/admin/audit-entries?action=review-due-day-moved");
        assertThat(trail.<List<Object>>at("items")).hasSize(1);
    }

    private List<String> dueDays() {
        return http.as(reviewer).get("/api/v1/review/queue").expect(200).<List<Map<String, Object>>>at("lines").stream()
                .map(l -> l.get("dueDay") + ((boolean) l.get("provisional") ? " provisional" : " certain"))
                .toList();
    }

    @Test
    void theQueueCountsByDueDayAndCampaignAndLateOnesAreMarked() throws Exception {
        Campaign campaign = campaign(t -> {});
        submit(campaign, 3);
        claim(reviewer, 1);

        Http.Reply counts = http.as(reviewer).get("/api/v1/review/queue").expect(200);

        assertThat(counts.<Map<String, Object>>at("lines.0"))
                .containsEntry("dueDay", "2026-04-27")
                .containsEntry("campaignNo", campaign.no())
                .containsEntry("provisional", false)
                .containsEntry("waiting", 2)
                .containsEntry("claimed", 1)
                .containsEntry("overdue", 0);
        clock.advance(Duration.ofDays(8));
        jobs.runRecurring("review-overdue");
        jobs.runRecurring("review-overdue");
        reviewer = people.again(reviewer);
        assertThat(http.as(reviewer).get("/api/v1/review/queue").<Integer>at("overdue"))
                .isEqualTo(3);
        assertThat(Http.column(claim(reviewer, 3), "overdue")).containsOnly(true);
        Http.Reply trail = http.as(people.aManager()).get("/api/v1/admin/audit-entries?action=review-overdue");
        assertThat(trail.<List<Object>>at("items")).hasSize(3);
    }

    @Test
    void manyAreDecidedAlikeEachOnItsOwn() throws Exception {
        List<String> nos = submit(campaign(t -> {}), 3);
        List<Object> reviews = Http.column(claim(reviewer, 2), "no");
        List<Map<String, Object>> wanted = new ArrayList<>();
        reviews.forEach(r -> wanted.add(Map.of("no", r, "decision", "ACCEPT")));
        wanted.add(Map.of("no", "rev_00000000000000000000", "decision", "ACCEPT"));

        List<Map<String, Object>> results = http.as(reviewer)
                .post("/api/v1/review/decisions", Map.of("decisions", wanted))
                .expect(200)
                .atRoot();
        afterUndo();

        assertThat(Http.column(results, "taken")).containsExactly(true, true, false);
        assertThat(results.get(2)).containsEntry("problem", "not-found");
        assertThat(nos.stream().map(this::status).filter(s -> s == CaptureStatus.ACCEPTED))
                .hasSize(2);
    }

    @Test
    void onlyTheHolderSeesThePhotoAndItsFacts() throws Exception {
        submit(campaign(t -> {}), 1);
        Map<String, Object> claimed = claim(reviewer, 1).getFirst();
        String path = "/api/v1/review/reviews/" + claimed.get("no");

        Http.Reply seen = http.as(reviewer).get(path).expect(200);

        assertThat(seen.<String>at("facts.maskedName")).isEqualTo("张*");
        assertThat(seen.<String>at("photo.verdict")).isEqualTo("PASS");
        http.as(reviewer).get((String) claimed.get("pictureUrl")).expect(200);
        String other = people.aReviewer();
        http.as(other).get(path).expectProblem(404, "not-found");
        http.as(other).get((String) claimed.get("pictureUrl")).expectProblem(404, "not-found");
        http.as(people.aStudent()).get(path).expectProblem(403, "forbidden");
    }
}
