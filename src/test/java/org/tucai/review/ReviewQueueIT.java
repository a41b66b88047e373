package org.tucai.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.TucaiTest;

/** Reviews waiting in the queue: claimed on a lease, counted by due day. */
@TucaiTest
class ReviewQueueIT {
    private static final Map<String, Object> ACCEPT = Map.of("decision", "ACCEPT");

    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final ReviewRoom room;
    private final ReviewService reviews;
    private final DueJobs jobs;
    private final HeldTransaction held;
    private final MutableClock clock;
    private String reviewer;

    ReviewQueueIT(
            Http http,
            People people,
            CampaignFixtures campaigns,
            ReviewRoom room,
            ReviewService reviews,
            DueJobs jobs,
            HeldTransaction held,
            MutableClock clock) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.room = room;
        this.reviews = reviews;
        this.jobs = jobs;
        this.held = held;
        this.clock = clock;
    }

    @BeforeEach
    void people() {
        reviewer = people.aReviewer();
        room.receives(people.aStudent());
    }

    @Test
    void reviewersWhoClaimAtOnceGetDifferentPhotosWithoutWaiting() throws Exception {
        room.submit(campaigns.anOpenCampaign(t -> {}), 3);
        List<Object> second = new ArrayList<>();

        held.of(
                () -> reviews.claim(1, null, new Actor(Role.REVIEWER, "stf_another")),
                () -> second.addAll(Http.column(room.claim(reviewer, 2), "no")));

        assertThat(second).hasSize(2);
    }

    @Test
    void photosOfACampaignThatDoesNotExistCannotBeClaimed() {
        http.as(people.aReviewer())
                .post("/api/v1/review/claims", Map.of("count", 1, "campaignNo", "cmp_00000000000000000000"))
                .expectPlainProblem(404, "not-found");
    }

    @Test
    void onlyPhotosOfTheWantedCampaignAreClaimedNewOnesAndLapsedOnes() throws Exception {
        Campaign wanted = campaigns.anOpenCampaign(t -> {});
        room.submit(campaigns.anOpenCampaign(t -> {}), 1);
        List<String> here = room.submit(wanted, 1);

        assertThat(claimed(reviewer, wanted)).isEqualTo(here);

        room.claim(people.aReviewer(), 1);
        clock.advance(Duration.ofMinutes(15));
        assertThat(claimed(people.aReviewer(), wanted)).isEqualTo(here);
    }

    private List<Object> claimed(String by, Campaign campaign) {
        return Http.column(
                http.as(by)
                        .post("/api/v1/review/claims", Map.of("count", 2, "campaignNo", campaign.no()))
                        .expect(200)
                        .list(),
                "captureNo");
    }

    @Test
    void aLapsedLeaseIsRefusedAndOthersMayTakeThePhoto() throws Exception {
        room.submit(campaigns.anOpenCampaign(t -> {}), 1);
        String review = room.claimOne(reviewer);
        assertThat(room.claim(people.aReviewer(), 1)).isEmpty();

        clock.advance(Duration.ofMinutes(15));

        reviewer = people.again(reviewer);
        room.decide(reviewer, review, ACCEPT).expectProblem(409, "claim-lapsed");
        String other = people.aReviewer();
        assertThat(room.claimOne(other)).isEqualTo(review);
        room.decide(reviewer, review, ACCEPT).expectProblem(409, "claim-lapsed");
        room.decide(other, review, ACCEPT).expect(200);
    }

    @Test
    void aReleasedPhotoIsBackInTheQueue() throws Exception {
        room.submit(campaigns.anOpenCampaign(t -> {}), 1);
        String review = room.claimOne(reviewer);

        http.as(reviewer)
                .post("/api/v1/review/reviews/" + review + "/releases", null)
                .expect(204);

        room.decide(reviewer, review, ACCEPT).expectProblem(409, "claim-lapsed");
        assertThat(room.claimOne(people.aReviewer())).isEqualTo(review);
    }

    /** "Given back" would be untrue: the decision takes effect in ten seconds. */
    @Test
    void aDecidedReviewCannotBeReleasedUntilTheDecisionIsUndone() throws Exception {
        room.submit(campaigns.anOpenCampaign(t -> {}), 1);
        String review = room.claimOne(reviewer);
        room.decide(reviewer, review, ACCEPT).expect(200);
        String releases = "/api/v1/review/reviews/" + review + "/releases";

        http.as(reviewer).post(releases, null).expectProblem(409, "claim-lapsed");
        room.undo(reviewer, review).expect(200);

        http.as(reviewer).post(releases, null).expect(204);
    }

    @Test
    void twoReviewersAtOnceNeverGetTheSamePhoto() throws Exception {
        room.submit(campaigns.anOpenCampaign(t -> {}), 20);
        String other = people.aReviewer();
        Callable<List<Object>> one = () -> Http.column(room.claim(reviewer, 15), "no");
        Callable<List<Object>> two = () -> Http.column(room.claim(other, 15), "no");

        List<List<Object>> claimed = Race.answers(one, two);

        List<Object> all = new ArrayList<>(claimed.get(0));
        all.addAll(claimed.get(1));
        all.addAll(Http.column(room.claim(people.aReviewer(), 15), "no"));
        assertThat(all).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void aReviewWhoseLeaseLapsedComesBeforeReviewsDueLater() throws Exception {
        Campaign campaign = campaigns.anOpenCampaign(t -> {});
        room.submit(campaign, 1);
        String first = room.claimOne(reviewer);
        clock.advance(Duration.ofDays(1));
        room.submit(campaign, 1);

        assertThat(room.claimOne(people.aReviewer())).isEqualTo(first);
    }

    @Test
    void aReviewWhoseLeaseLapsedCountsAsWaitingAgain() throws Exception {
        room.submit(campaigns.anOpenCampaign(t -> {}), 2);
        room.claim(reviewer, 1);

        clock.advance(Duration.ofMinutes(15));

        reviewer = people.again(reviewer);
        Http.Reply counts = http.as(reviewer).get("/api/v1/review/queue").expect(200);
        assertThat(counts.<Integer>at("waiting")).isEqualTo(2);
        assertThat(counts.<Integer>at("claimed")).isZero();
        assertThat(http.as(reviewer).get("/api/v1/review/reviews").list()).isEmpty();
    }

    @Test
    void onlyReviewsThatTheCallerMayClaimAreCountedAsWaiting() throws Exception {
        room.submit(campaigns.anOpenCampaign(t -> t.fourEyes = true), 1);
        String review = room.claimOne(reviewer);
        room.decideForGood(reviewer, review, ACCEPT);
        String second = people.aReviewer();

        assertWaiting(reviewer, 0, 1);
        assertWaiting(second, 1, 0);
        room.decideForGood(second, room.claimOne(second), Map.of("decision", "REJECT", "reasons", List.of("blur")));

        assertWaiting(second, 0, 1);
        assertWaiting(people.aReviewer(), 0, 1);
        assertWaiting(people.aManager(), 1, 0);
    }

    private void assertWaiting(String token, int forTheAsker, int forOthers) {
        Http.Reply counts = http.as(token).get("/api/v1/review/queue").expect(200);
        assertThat(counts.<Map<String, Object>>at("lines.0"))
                .containsEntry("waiting", forTheAsker)
                .containsEntry("waitingForOthers", forOthers);
        assertThat(counts.<Integer>at("waiting")).isEqualTo(forTheAsker);
        assertThat(counts.<Integer>at("waitingForOthers")).isEqualTo(forOthers);
    }

    @Test
    void figuresCountDecisionsThatTookEffectAndLateOnes() throws Exception {
        room.submit(campaigns.anOpenCampaign(t -> {}), 3);
        clock.advance(Duration.ofMinutes(1));
        List<Object> reviews = Http.column(room.claim(reviewer, 2), "no");
        room.decide(reviewer, (String) reviews.get(0), ACCEPT).expect(200);
        room.decideForGood(reviewer, (String) reviews.get(1), Map.of("decision", "REJECT", "reasons", List.of("blur")));
        clock.advance(Duration.ofDays(8));
        reviewer = people.again(reviewer);
        room.decide(reviewer, room.claimOne(reviewer), ACCEPT).expect(200);

        assertThat(figures())
                .containsEntry("accepted", 1)
                .containsEntry("rejected", 1)
                .containsEntry("late", 0);
        room.decisionsTakeEffect();
        assertThat(figures())
                .containsEntry("accepted", 2)
                .containsEntry("rejected", 1)
                .containsEntry("late", 1);
    }

    private Map<String, Object> figures() {
        return http.as(people.aManager())
                .get("/api/v1/admin/review-figures?from=2026-04-20&to=2026-04-30")
                .expect(200)
                .list()
                .getFirst();
    }

    @Test
    void theQueueIsCountedByDueDayAndCampaignAndLateReviewsAreMarked() throws Exception {
        Campaign campaign = campaigns.anOpenCampaign(t -> {});
        room.submit(campaign, 3);
        room.claim(reviewer, 1);

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
        assertThat(Http.column(room.claim(reviewer, 3), "overdue")).containsOnly(true);
        Http.Reply trail = http.as(people.aManager()).get("/api/v1/admin/audit-entries?action=review-overdue");
        assertThat(trail.<List<Object>>at("items")).hasSize(3);
    }
}
