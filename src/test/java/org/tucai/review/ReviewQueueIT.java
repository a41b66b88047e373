package org.tucai.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
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
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** What waits for review: taken on a lease, counted by due day. */
@TucaiTest
class ReviewQueueIT {
    private static final Map<String, Object> ACCEPT = Map.of("decision", "ACCEPT");

    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final ReviewRoom room;
    private final ReviewService reviews;
    private final DueDayService dueDays;
    private final OverdueService overdue;
    private final DueJobs jobs;
    private final HeldTransaction held;
    private final MutableClock clock;
    private final Rows rows;
    private String reviewer;

    ReviewQueueIT(
            Http http,
            People people,
            CampaignFixtures campaigns,
            ReviewRoom room,
            ReviewService reviews,
            DueDayService dueDays,
            OverdueService overdue,
            DueJobs jobs,
            HeldTransaction held,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.room = room;
        this.reviews = reviews;
        this.dueDays = dueDays;
        this.overdue = overdue;
        this.jobs = jobs;
        this.held = held;
        this.clock = clock;
        this.rows = rows;
    }

    @BeforeEach
    void people() {
        reviewer = people.aReviewer();
        room.receives(people.aStudent());
    }

    @Test
    void whoClaimsInTheSameMomentFindsWhatTheOtherLeft() throws Exception {
        room.submit(campaigns.anOpenCampaign(t -> {}), 3);
        List<Object> second = new ArrayList<>();

        held.of(
                () -> reviews.claim(1, null, new Actor(Role.REVIEWER, "stf_another")),
                () -> second.addAll(Http.column(room.claim(reviewer, 2), "no")));

        assertThat(second).hasSize(2);
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
    void aLapsedLeaseWaitsAgainInTheFigures() throws Exception {
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
    void dueDaysAreCountedAnewWhenTheYearBecomesKnown() throws Exception {
        clock.setTo(Instant.parse("2026-12-30T02:00:00Z"));
        String manager = people.aManager();
        reviewer = people.aReviewer();
        String token = people.aStudent();
        Campaign late =
                campaigns.anOpenCampaign(t -> t.closesAt = clock.instant().plus(Duration.ofDays(30)));
        room.receives(token);
        room.submit(late, 1);
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

    @Test
    void aDueDayInDecemberIsCountedAnewWhenTheNextYearsNoticeTakesADayOfIt() throws Exception {
        String manager = aManagerWithOnePhotoDueInTheLastDaysOfDecember();
        assertThat(dueDays()).containsExactly("2026-12-29 certain");

        loads(manager, "2026-12-28", "2026-12-28");

        assertThat(dueDays()).containsExactly("2026-12-30 certain");
    }

    @Test
    void aDecisionThatIsUndoneFindsItsDueDayCountedAnew() throws Exception {
        String manager = aManagerWithOnePhotoDueInTheLastDaysOfDecember();
        String review = room.claimOne(reviewer);
        room.decide(reviewer, review, ACCEPT).expect(200);

        loads(manager, "2026-12-28", "2026-12-28");
        room.undo(reviewer, review).expect(200);

        assertThat(dueDays()).containsExactly("2026-12-30 certain");
    }

    @Test
    void oneReviewThatCannotBeCountedKeepsNoOtherFromItsDay() throws Exception {
        String manager = aManagerWithOnePhotoDueInTheLastDaysOfDecember();
        room.submit(campaigns.anOpenCampaign(t -> t.closesAt = clock.instant().plus(Duration.ofDays(30))), 1);
        rows.change("UPDATE review SET status = 'BROKEN' ORDER BY live_capture LIMIT 1");
        load(manager, "2026-12-28", "2026-12-28");

        assertThatThrownBy(() -> jobs.run(RecountDueDaysJob.TYPE, "2027")).hasMessageContaining("failed for 1 of them");

        assertThat(dueDays()).containsExactly("2026-12-30 certain");
    }

    private String aManagerWithOnePhotoDueInTheLastDaysOfDecember() throws Exception {
        clock.setTo(Instant.parse("2026-12-22T02:00:00Z"));
        String manager = people.aManager();
        reviewer = people.aReviewer();
        room.receives(people.aStudent());
        loads(manager, "2027-01-01", "2027-01-03");
        room.submit(campaigns.anOpenCampaign(t -> t.closesAt = clock.instant().plus(Duration.ofDays(30))), 1);
        return manager;
    }

    @Test
    void aReviewWhoseDueDayMovesInThisMomentIsNotMarkedLate() throws Exception {
        clock.setTo(Instant.parse("2026-12-22T02:00:00Z"));
        room.receives(people.aStudent());
        loads(people.aManager(), "2027-01-01", "2027-01-03");
        room.submit(campaigns.anOpenCampaign(t -> t.closesAt = clock.instant().plus(Duration.ofDays(30))), 1);
        clock.setTo(Instant.parse("2026-12-30T02:00:00Z"));
        load(people.aManager(), "2026-12-28", "2026-12-28");
        String waiting = (String) room.claim(people.aReviewer(), 1).getFirst().get("no");

        held.of(() -> dueDays.recount(waiting), overdue::markOverdue);

        reviewer = people.aReviewer();
        assertThat(dueDays()).containsExactly("2026-12-30 certain");
        assertThat(http.as(reviewer).get("/api/v1/review/queue").<Integer>at("overdue"))
                .isZero();
    }

    private void loads(String manager, String from, String to) {
        load(manager, from, to);
        jobs.runDue();
    }

    private void load(String manager, String from, String to) {
        Map<String, Object> year = Map.of(
                "year", 2027, "source", "测试", "off", List.of(Map.of("from", from, "to", to)), "worked", List.of());
        http.as(manager)
                .put("/api/v1/admin/calendar-years/2027", year, "If-Match", "*")
                .expect(200);
    }

    private List<String> dueDays() {
        return http.as(reviewer).get("/api/v1/review/queue").expect(200).<List<Map<String, Object>>>at("lines").stream()
                .map(l -> l.get("dueDay") + ((boolean) l.get("provisional") ? " provisional" : " certain"))
                .toList();
    }

    @Test
    void onlyWhatTheAskerMayClaimIsCountedAsWaitingForTheAsker() throws Exception {
        room.submit(campaigns.anOpenCampaign(t -> t.fourEyes = true), 1);
        String review = room.claimOne(reviewer);
        room.decide(reviewer, review, ACCEPT).expect(200);
        room.decisionsTakeEffect();
        String second = people.aReviewer();

        assertWaiting(reviewer, 0, 1);
        assertWaiting(second, 1, 0);
        room.decide(second, room.claimOne(second), Map.of("decision", "REJECT", "reasons", List.of("blur")))
                .expect(200);
        room.decisionsTakeEffect();

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
    void theQueueCountsByDueDayAndCampaignAndLateOnesAreMarked() throws Exception {
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
