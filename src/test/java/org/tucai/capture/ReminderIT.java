package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CaptureMode;
import org.tucai.campaign.School;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.time.ChinaTime;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Warnings that students get before it is too late. */
@TucaiTest
class ReminderIT {
    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;

    ReminderIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            DueJobs jobs,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    private long told(Walk walk, String title) {
        // an SMS code is sent at most once a minute
        clock.advance(Duration.ofSeconds(61));
        List<Map<String, Object>> messages = http.as(people.again(walk.token()))
                .get("/api/v1/student/messages")
                .expect(200)
                .at("items");
        return messages.stream().filter(m -> title.equals(m.get("title"))).count();
    }

    private void remind() {
        jobs.runRecurring("remind-deadline");
        jobs.runRecurring("remind-deadline");
    }

    @Test
    void unfinishedStudentsAreRemindedOncePerWindow() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {
            t.feeMinor = 0;
            t.makeUpOpensAt = MutableClock.START.plus(Duration.ofDays(40));
            t.makeUpClosesAt = MutableClock.START.plus(Duration.ofDays(50));
        });
        Campaign brief = campaigns.anOpenCampaign(school, t -> {
            t.featureCode = "bb11";
            t.makeUpOpensAt = MutableClock.START.plus(Duration.ofDays(40));
            t.makeUpClosesAt = MutableClock.START.plus(Duration.ofDays(42));
        });
        Walk unfinished = journeys.aBoundStudent(school, campaign);
        Walk inBrief = journeys.aBoundStudent(school, brief);
        Walk submitted = journeys.aBoundStudent(school, campaign);
        journeys.submit(submitted);
        remind();
        assertThat(told(unfinished, "采集即将截止")).isZero();

        clock.advance(Duration.ofDays(28));
        remind();
        assertThat(told(unfinished, "采集即将截止")).isEqualTo(1);
        assertThat(told(submitted, "采集即将截止")).isZero();
        for (int day : List.of(39, 41)) { // between the windows, and early in the second
            clock.setTo(MutableClock.START.plus(Duration.ofDays(day)));
            remind();
            assertThat(told(unfinished, "采集即将截止")).as("day " + day).isEqualTo(1);
            assertThat(told(inBrief, "采集即将截止")).as("day " + day).isEqualTo(day < 40 ? 1 : 2);
        }
        clock.setTo(MutableClock.START.plus(Duration.ofDays(48)));
        remind();

        assertThat(told(unfinished, "采集即将截止")).isEqualTo(2);
    }

    @Test
    void aStudentShotOnSiteIsRemindedToCome() {
        School school = campaigns.aSchool();
        Walk unfinished =
                journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> t.mode = CaptureMode.ON_SITE));
        Walk online = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> t.featureCode = "bb11"));
        Walk unpaid = journeys.aBoundStudent(school, unfinished.campaign());
        rows.change("UPDATE capture SET status = 'AWAITING_PAYMENT' WHERE no = '" + unpaid.captureNo() + "'");

        clock.advance(Duration.ofDays(28));
        remind();

        assertThat(said(unfinished, "采集即将截止")).contains("请尽快到现场完成").doesNotContain("小程序");
        assertThat(said(online, "采集即将截止")).contains("请尽快打开小程序完成");
        assertThat(said(unpaid, "采集即将截止"))
                .as("nobody has to come for the payment")
                .contains("请尽快打开小程序完成");
    }

    @Test
    void aStudentWithoutTriesLeftIsToldWhomToContact() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> t.triesAllowed = 1);
        Walk spent = journeys.aBoundStudent(school, campaign);
        Walk ready = journeys.aBoundStudent(school, campaign);
        rows.change("UPDATE capture SET tries_used = 1 WHERE no = '" + spent.captureNo() + "'");
        rows.change("UPDATE capture SET tries_used = 1, status = 'PHOTO_READY' WHERE no = '" + ready.captureNo() + "'");

        clock.advance(Duration.ofDays(28));
        remind();

        assertThat(said(spent, "采集即将截止")).contains("机会已用完", "联系采集单位").doesNotContain("小程序");
        assertThat(said(ready, "采集即将截止"))
                .as("the last try was good, only to be submitted")
                .contains("请尽快打开小程序完成");
    }

    private String said(Walk walk, String title) {
        clock.advance(Duration.ofSeconds(61));
        return http
                .as(people.again(walk.token()))
                .get("/api/v1/student/messages")
                .expect(200)
                .<List<Map<String, Object>>>at("items")
                .stream()
                .filter(m -> title.equals(m.get("title")))
                .findFirst()
                .orElseThrow()
                .get("body")
                .toString();
    }

    @Test
    void anUnreadableCampaignDoesNotStopRemindersForOtherStudents() {
        journeys.aBoundStudent();
        rows.change("UPDATE campaign SET mode = 'BROKEN'");
        Walk other = journeys.aBoundStudent();

        clock.advance(Duration.ofDays(28));
        assertThatThrownBy(() -> jobs.runRecurring("remind-deadline")).hasMessageContaining("failed for 1 of them");

        assertThat(told(other, "采集即将截止")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"08:59, 0", "09:00, 1", "20:59, 1", "21:00, 0"})
    void nobodyIsRemindedAtNight(LocalTime at, long told) {
        Walk walk = journeys.aBoundStudent();
        clock.setTo(LocalDate.of(2026, 5, 18).atTime(at).atZone(ChinaTime.ZONE).toInstant());

        remind();

        assertThat(told(walk, "采集即将截止")).isEqualTo(told);
    }

    @Test
    void aWindowThatEndsAtMidnightIsSaidToEndTheDayBefore() {
        School school = campaigns.aSchool();
        Walk walk = journeys.aBoundStudent(
                school, campaigns.anOpenCampaign(school, t -> t.closesAt = Instant.parse("2026-05-20T16:00:00Z")));

        clock.advance(Duration.ofDays(28));
        remind();

        assertThat(said(walk, "采集即将截止")).contains("将于2026年5月20日截止");
    }

    @Test
    void aReminderRunTwiceIsSentOnce(ReminderService reminders) {
        Walk walk = journeys.aBoundStudent();

        reminders.remind(walk.captureNo(), walk.campaign().closesAt());
        reminders.remind(walk.captureNo(), walk.campaign().closesAt());

        assertThat(told(walk, "采集即将截止")).isEqualTo(1);
    }

    @Test
    void aStudentWhoHasJustFinishedIsNotReminded(ReminderService reminders) {
        Walk walk = journeys.aStudentInReview();

        reminders.remind(walk.captureNo(), walk.campaign().closesAt());

        assertThat(told(walk, "采集即将截止")).isZero();
    }

    @Test
    void aStudentWhoGivesUpAtThatMomentIsNotReminded(
            ReminderService reminders, StudentCaptureService captures, HeldTransaction held) {
        Walk walk = journeys.aBoundStudent();
        String account = rows.texts("SELECT account_no FROM capture").getFirst();

        held.of(
                () -> captures.cancel(walk.captureNo(), account),
                () -> reminders.remind(walk.captureNo(), walk.campaign().closesAt()));

        assertThat(told(walk, "采集即将截止")).isZero();
    }

    @Test
    void ofTwoRemindersAtOnceOneIsSent(ReminderService reminders) {
        Walk walk = journeys.aBoundStudent();

        Race.twice(() -> {
            reminders.remind(walk.captureNo(), walk.campaign().closesAt());
            return "reminded";
        });

        assertThat(told(walk, "采集即将截止")).isEqualTo(1);
    }

    @Test
    void aStudentIsRemindedOfAnUnpaidOrderOnceBeforeItLapses() {
        Walk walk = journeys.aBoundStudent();
        journeys.submit(walk);
        clock.advance(Duration.ofHours(20));
        jobs.runDue();
        clock.advance(Duration.ofSeconds(61));
        String order = http.as(people.again(walk.token()))
                .get("/api/v1/student/screens/home")
                .at("cards.0.order.no");
        jobs.run("remind-order", order);
        assertThat(told(walk, "订单待支付")).isEqualTo(1);

        clock.advance(Duration.ofHours(4));
        jobs.runDue();
        jobs.run("remind-order", order);

        assertThat(told(walk, "订单待支付")).isEqualTo(1);
    }

    @Test
    void theReminderOfAShortLivedOrderComesHalfWayAndNotAtOnce() {
        School school = campaigns.aSchool();
        Campaign campaign =
                campaigns.anOpenCampaign(school, t -> t.closesAt = MutableClock.START.plus(Duration.ofHours(3)));
        Walk walk = journeys.aBoundStudent(school, campaign);
        journeys.submit(walk);
        jobs.runDue();
        assertThat(told(walk, "订单待支付")).isZero();

        clock.advance(Duration.ofHours(1).plusMinutes(31));
        jobs.runDue();

        assertThat(told(walk, "订单待支付")).isEqualTo(1);
    }

    @Test
    void aStudentWhoHasPaidIsNotReminded() {
        Walk walk = journeys.aBoundStudent();
        journeys.submit(walk);
        journeys.pay(walk);

        clock.advance(Duration.ofHours(20).plusSeconds(61));
        jobs.runDue();

        assertThat(told(walk, "订单待支付")).isZero();
    }
}
