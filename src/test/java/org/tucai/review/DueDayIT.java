package org.tucai.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;
import org.tucai.workday.ShippedYears;

/** The due days of open reviews, when a year's calendar becomes known or changes. */
@TucaiTest
class DueDayIT {
    private static final Map<String, Object> ACCEPT = Map.of("decision", "ACCEPT");

    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final ReviewRoom room;
    private final DueDayService dueDays;
    private final ShippedYears shipped;
    private final OverdueService overdue;
    private final DueJobs jobs;
    private final HeldTransaction held;
    private final MutableClock clock;
    private final Rows rows;
    private String reviewer;

    DueDayIT(
            Http http,
            People people,
            CampaignFixtures campaigns,
            ReviewRoom room,
            DueDayService dueDays,
            ShippedYears shipped,
            OverdueService overdue,
            DueJobs jobs,
            HeldTransaction held,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.room = room;
        this.dueDays = dueDays;
        this.shipped = shipped;
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
    void dueDaysAreRecountedWhenTheYearBecomesKnown() throws Exception {
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
    void dueDaysAreRecountedWhenANewerProgramComesWithTheYear() throws Exception {
        shipped.check();
        jobs.runDue();
        room.submit(campaigns.anOpenCampaign(t -> {}), 1);
        // as counted by the program before, which did not know the year
        rows.change("UPDATE review SET due_at = '2026-04-23 16:00:00', due_day = '2026-04-23', provisional = TRUE");
        shipped.check();
        jobs.runDue();
        assertThat(dueDays()).containsExactly("2026-04-23 provisional");

        rows.change("DELETE FROM shipped_year WHERE year = 2026");
        shipped.check();
        jobs.runDue();

        assertThat(dueDays()).containsExactly("2026-04-27 certain");
    }

    @Test
    void dueDaysAreRecountedWhenANewerProgramCorrectsTheYearUnlessAManagerHasLoadedIt() throws Exception {
        shipped.check();
        jobs.runDue();
        room.submit(campaigns.anOpenCampaign(t -> {}), 1);
        String wrong = "UPDATE review SET due_at = '2026-04-23 16:00:00', due_day = '2026-04-23'";
        rows.change(wrong);
        rows.change("UPDATE shipped_year SET off_days = '2026-04-24' WHERE year = 2026");

        shipped.check();
        jobs.runDue();
        assertThat(dueDays()).containsExactly("2026-04-27 certain");

        rows.change(wrong);
        rows.change("UPDATE shipped_year SET off_days = '2026-04-24' WHERE year = 2026");
        rows.change("INSERT INTO calendar_year (year, source, off_days, worked_days, loaded_at, loaded_by, version)"
                + " VALUES (2026, 'x', '2026-05-01', '', '2026-01-01', 'SYSTEM:system', 0)");
        shipped.check();

        jobs.runDue();
        assertThat(dueDays()).containsExactly("2026-04-23 certain");
    }

    @Test
    void aReviewCommittedAfterTheJobHasLookedIsRecountedHalfAMinuteLater() throws Exception {
        String manager = aManagerWithOnePhotoDueInTheLastDaysOfDecember();
        loads(manager, "2026-12-28", "2026-12-28");
        // as counted before the year was known
        rows.change("UPDATE review SET due_at = '2026-12-29 16:00:00', due_day = '2026-12-29', provisional = TRUE");

        clock.advance(Duration.ofSeconds(31));
        jobs.runDue();

        assertThat(dueDays()).containsExactly("2026-12-30 certain");
    }

    @Test
    void aDueDayInDecemberIsRecountedWhenTheNextYearsNoticeMakesADecemberDayAHoliday() throws Exception {
        String manager = aManagerWithOnePhotoDueInTheLastDaysOfDecember();
        assertThat(dueDays()).containsExactly("2026-12-29 certain");

        loads(manager, "2026-12-28", "2026-12-28");

        assertThat(dueDays()).containsExactly("2026-12-30 certain");
    }

    @Test
    void aReviewWhoseDecisionIsUndoneHasARecountedDueDay() throws Exception {
        String manager = aManagerWithOnePhotoDueInTheLastDaysOfDecember();
        String review = room.claimOne(reviewer);
        room.decide(reviewer, review, ACCEPT).expect(200);

        loads(manager, "2026-12-28", "2026-12-28");
        room.undo(reviewer, review).expect(200);

        assertThat(dueDays()).containsExactly("2026-12-30 certain");
    }

    @Test
    void aReviewThatCannotBeRecountedDoesNotStopTheOthers() throws Exception {
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
    void aReviewWhoseDueDayIsJustBeingMovedIsNotMarkedLate() throws Exception {
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
    void aDueDayThatStaysTheSameBecomesCertainOnceTheYearIsKnown() throws Exception {
        clock.setTo(Instant.parse("2026-12-30T02:00:00Z"));
        String manager = people.aManager();
        reviewer = people.aReviewer();
        room.receives(people.aStudent());
        room.submit(campaigns.anOpenCampaign(t -> t.closesAt = clock.instant().plus(Duration.ofDays(30))), 1);
        assertThat(dueDays()).containsExactly("2027-01-06 provisional");

        loads(manager, "2027-05-01", "2027-05-05");

        assertThat(dueDays()).containsExactly("2027-01-06 certain");
        assertThat(rows.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'review-due-day-certain'"))
                .isEqualTo(1);
    }

    @Test
    void aReviewThatIsNoLongerLateLosesItsMark() throws Exception {
        aManagerWithOnePhotoDueInTheLastDaysOfDecember();
        clock.setTo(Instant.parse("2026-12-30T02:00:00Z"));
        overdue.markOverdue();
        reviewer = people.aReviewer();
        assertThat(http.as(reviewer).get("/api/v1/review/queue").<Integer>at("overdue"))
                .isEqualTo(1);

        loads(people.aManager(), "2026-12-28", "2026-12-28");

        assertThat(dueDays()).containsExactly("2026-12-30 certain");
        assertThat(http.as(reviewer).get("/api/v1/review/queue").<Integer>at("overdue"))
                .isZero();
    }
}
