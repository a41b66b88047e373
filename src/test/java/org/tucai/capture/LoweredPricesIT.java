package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.School;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Nobody pays more than a student who begins today, nor more than was said when ordering. */
@TucaiTest
class LoweredPricesIT {
    private final Http http;
    private final Journeys journeys;
    private final CampaignFixtures campaigns;
    private final StudentCaptureService students;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private School school;

    LoweredPricesIT(
            Http http,
            Journeys journeys,
            CampaignFixtures campaigns,
            StudentCaptureService students,
            DueJobs jobs,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.campaigns = campaigns;
        this.students = students;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    @BeforeEach
    void aSchool() {
        school = campaigns.aSchool();
    }

    private Walk bound(Consumer<CampaignFixtures.Terms> terms) {
        return journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, terms));
    }

    @ParameterizedTest
    @EnumSource
    void anUnpaidSubmissionIsReviewedWhenTheSchoolTakesTheFeeOver(PayWhen payWhen) {
        Walk walk = bound(t -> t.payWhen = PayWhen.AFTER_SHOOTING);
        journeys.submit(walk);

        change(walk, t -> {
            t.payWhen = payWhen;
            t.feeMinor = 0;
        });

        assertThat(journeys.nextStep(walk)).isEqualTo("WAIT_FOR_REVIEW");
        assertThat(order(walk).<String>at("statusText")).isEqualTo("无需支付");
        assertThat(rows.texts("SELECT template FROM message WHERE subject = ?", walk.captureNo()))
                .containsExactly("SUBMITTED");
    }

    @ParameterizedTest
    @EnumSource
    void anUnpaidOrderFollowsALowerFeeButNotAHigherOne(PayWhen payWhen) {
        Walk walk = bound(t -> t.payWhen = payWhen);
        if (payWhen == PayWhen.AFTER_SHOOTING) {
            journeys.submit(walk);
        }

        change(walk, t -> {
            t.payWhen = payWhen;
            t.feeMinor = 2000;
        });
        assertThat(order(walk).<Integer>at("total.minor")).isEqualTo(1500);
        change(walk, t -> {
            t.payWhen = payWhen;
            t.feeMinor = 1000;
        });

        assertThat(order(walk).<Integer>at("total.minor")).isEqualTo(1000);
        assertThat(order(walk).<Integer>at("lines.0.unit.minor")).isEqualTo(1000);
        journeys.pay(walk);
        assertThat(order(walk).<String>at("status")).isEqualTo("PAID");
    }

    /** The job that lowers the prices of orders would not find one that is placed at this moment. */
    @Test
    void anOrderPlacedWhileTheFeeIsBeingLoweredIsPlacedAtTheNewOne(HeldTransaction held) {
        Walk walk = bound(t -> {});
        String photo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        String submissions = "/api/v1/student/captures/" + walk.captureNo() + "/submissions";

        held.of(
                () -> campaigns.change(walk.campaign(), t -> t.feeMinor = 1000),
                () -> http.as(walk.token())
                        .post(submissions, Map.of("photoNo", photo))
                        .expect(200));

        assertThat(order(walk).<Integer>at("total.minor")).isEqualTo(1000);
    }

    @Test
    void aPaidOrderKeepsItsPriceAndOneBeingCheckedKeepsItToo() {
        Walk paid = bound(t -> t.payWhen = PayWhen.AFTER_SHOOTING);
        journeys.submit(paid);
        journeys.pay(paid);
        Walk late = journeys.aBoundStudent(school, paid.campaign());
        journeys.submit(late);
        clock.advance(Duration.ofHours(25));

        campaigns.change(paid.campaign(), t -> t.feeMinor = 1000);
        students.followTerms(paid.captureNo());
        students.followTerms(late.captureNo());

        assertThat(rows.texts("SELECT DISTINCT CAST(total_minor AS CHAR) FROM purchase_order"))
                .containsExactly("1500");
    }

    @Test
    void printsOfferedLaterOrMadeCheaperAreBoughtWithAnOrderPlacedBefore() {
        Walk walk = bound(t -> {
            t.payWhen = PayWhen.BEFORE_SHOOTING;
            t.printsOffered = false;
        });
        Consumer<CampaignFixtures.Terms> offered = t -> {
            t.payWhen = PayWhen.BEFORE_SHOOTING;
            t.printsOffered = true;
            t.printPriceMinor = 500;
        };

        change(walk, offered);
        String orders = "/api/v1/student/orders/" + order(walk).<String>at("no");
        http.as(walk.token()).put(orders + "/prints", Journeys.prints(2)).expect(200);
        change(walk, offered.andThen(t -> t.printPriceMinor = 300));

        assertThat(order(walk).<Integer>at("total.minor")).isEqualTo(1500 + 2 * 300);
        assertThat(order(walk).<List<Object>>at("lines")).hasSize(2);
        http.as(walk.token()).get(orders + "/address").expect(200);
        change(walk, t -> {
            t.payWhen = PayWhen.BEFORE_SHOOTING;
            t.printsOffered = false;
        });
        assertThat(order(walk).<Integer>at("total.minor")).isEqualTo(1500 + 2 * 300);
    }

    /** Without a change of the fee, and where paying does not come first. */
    @Test
    void cheaperPrintsAloneMakeAnUnpaidSubmissionCheaper() {
        Walk walk = bound(t -> t.printsOffered = false);
        journeys.submit(walk);
        String prints = "/api/v1/student/orders/" + order(walk).<String>at("no") + "/prints";

        change(walk, t -> t.printsOffered = true);
        http.as(walk.token()).put(prints, Journeys.prints(2)).expect(200);
        change(walk, t -> t.printPriceMinor = 300);

        assertThat(order(walk).<Integer>at("total.minor")).isEqualTo(1500 + 2 * 300);
    }

    private void change(Walk walk, Consumer<CampaignFixtures.Terms> terms) {
        campaigns.change(walk.campaign(), terms);
        jobs.runDue();
    }

    private Http.Reply order(Walk walk) {
        Http own = http.as(walk.token());
        String orderNo = own.get("/api/v1/student/screens/home").at("cards.0.order.no");
        return own.get("/api/v1/student/orders/" + orderNo).expect(200);
    }
}
