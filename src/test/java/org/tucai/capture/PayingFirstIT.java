package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.School;
import org.tucai.order.CheckoutService;
import org.tucai.order.Order;
import org.tucai.order.OrderService;
import org.tucai.order.OrderStatus;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.security.Actor;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** Paying before shooting, paying again, and prints with either (DOMAIN §1.3, §1.6). */
@TucaiTest
class PayingFirstIT {
    private final Http http;
    private final StudentPhone phone;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CaptureService captures;
    private final DueJobs jobs;
    private final MutableClock clock;
    private School school;

    PayingFirstIT(
            Http http,
            StudentPhone phone,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CaptureService captures,
            DueJobs jobs,
            MutableClock clock) {
        this.http = http;
        this.phone = phone;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.captures = captures;
        this.jobs = jobs;
        this.clock = clock;
    }

    @BeforeEach
    void aSchool() {
        school = campaigns.aSchool();
    }

    private Walk bound(Consumer<CampaignFixtures.Terms> terms) {
        return journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, terms));
    }

    private static Map<String, Object> twoPrints() {
        return Map.of(
                "count",
                2,
                "address",
                Map.of("recipient", "张三", "phone", "13800000001", "region", "江苏省南京市", "street", "汉口路 22 号"));
    }

    @Test
    void noPhotoCanBeTakenBeforeThePayment() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        phone.ticket(walk, "CAMERA").expectProblem(409, "pay-first");
        assertThat(journeys.nextStep(walk)).isEqualTo("PAY");

        journeys.pay(walk);

        assertThat(journeys.nextStep(walk)).isEqualTo("SHOOT");
        assertThat(phone.submit(walk, Map.of()).expect(200).<String>at("status"))
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void anOrderBeforeShootingDoesNotLapseOvernightAndIsPaidAgainAfterARejection() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        clock.advance(Duration.ofHours(30));
        jobs.runDue();
        Walk nextDay = journeys.again(walk);
        journeys.pay(nextDay);
        phone.submit(nextDay, Map.of()).expect(200);

        journeys.decide(nextDay, "REJECT", List.of("blur"));

        assertThat(journeys.nextStep(nextDay)).isEqualTo("PAY");
        phone.ticket(nextDay, "CAMERA").expectProblem(409, "pay-first");
        journeys.pay(nextDay);
        assertThat(phone.submit(nextDay, Map.of()).expect(200).<String>at("status"))
                .isEqualTo("IN_REVIEW");
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue();
        assertThat(http.as(nextDay.token()).get("/api/v1/student/messages").text())
                .contains("费用15.00元已原路退回");
    }

    @Test
    void anOrderOfACampaignWithAFarEndCanBePaid() {
        Walk walk = bound(t -> {
            t.payWhen = PayWhen.BEFORE_SHOOTING;
            t.closesAt = Instant.parse("2999-12-31T15:59:59Z");
        });

        journeys.pay(walk);

        assertThat(journeys.nextStep(walk)).isEqualTo("SHOOT");
    }

    @Test
    void aMakeUpWindowAddedAfterTheOrderLapsedBringsANewPayableOrder() {
        Consumer<CampaignFixtures.Terms> short2 = t -> {
            t.payWhen = PayWhen.BEFORE_SHOOTING;
            t.closesAt = MutableClock.START.plus(Duration.ofDays(2));
        };
        Walk walk = bound(short2);
        clock.advance(Duration.ofDays(3));
        jobs.runDue();

        change(walk, short2.andThen(t -> {
            t.makeUpOpensAt = MutableClock.START.plus(Duration.ofDays(3));
            t.makeUpClosesAt = MutableClock.START.plus(Duration.ofDays(9));
        }));

        Walk madeUp = journeys.again(walk);
        assertThat(journeys.nextStep(madeUp)).isEqualTo("PAY");
        journeys.pay(madeUp);
        assertThat(phone.submit(madeUp, Map.of()).expect(200).<String>at("status"))
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void anUnpaidFeeIsDroppedWhenTheSchoolTakesItOver() {
        Walk waiting = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        Walk unpaid = journeys.aBoundStudent(school, waiting.campaign());

        change(waiting, t -> t.feeMinor = 0);

        assertThat(order(waiting).<String>at("status")).isEqualTo("CANCELLED");
        assertThat(journeys.nextStep(waiting)).isEqualTo("SHOOT");
        assertThat(phone.submit(waiting, Map.of()).expect(200).<String>at("status"))
                .isEqualTo("IN_REVIEW");
        assertThat(phone.submit(unpaid, Map.of()).expect(200).<String>at("status"))
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void nobodyIsAskedToPayAfterTheCampaignHasEnded() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);

        change(walk, t -> {
            t.payWhen = PayWhen.BEFORE_SHOOTING;
            t.closesAt = MutableClock.START.minus(Duration.ofHours(1));
        });

        assertThat(order(walk).<Boolean>at("payable")).isFalse();
        assertThat(journeys.nextStep(walk)).isEqualTo("CONTACT_UNIT");
    }

    @Test
    void nobodyCanPayAfterTheNewEndOfAShortenedCampaign() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);

        change(walk, endingAfter(Duration.ofDays(2)));

        assertThat(order(walk).<String>at("payBy")).isEqualTo("2026-04-22T10:00:00+08:00");
        clock.advance(Duration.ofDays(2));
        Walk late = journeys.again(walk);
        assertThat(order(late).<Boolean>at("payable")).isFalse();
        http.as(late.token())
                .post("/api/v1/student/orders/" + order(late).at("no") + "/payments", null)
                .expectProblem(409, "order-not-awaiting-payment");
        jobs.runDue();
        assertThat(order(late).<String>at("status")).isEqualTo("EXPIRED");
    }

    @Test
    void extendingTheCampaignExtendsTheTimeToPayAndDelaysTheReminder() {
        Walk walk = bound(endingAfter(Duration.ofDays(2)));
        Object first = order(walk).at("no");

        change(walk, endingAfter(Duration.ofDays(9)));

        assertThat(order(walk).<Object>at("no")).isEqualTo(first);
        assertThat(order(walk).<String>at("payBy")).isEqualTo("2026-04-29T10:00:00+08:00");
        clock.advance(Duration.ofDays(3));
        assertThat(reminders(walk)).isZero();
        clock.advance(Duration.ofDays(6).minusHours(4));
        assertThat(reminders(walk)).isEqualTo(1);
    }

    /** The job that places orders passes a capture whose unpaid order is just ending: it is not taking photos yet. */
    @Test
    void anOrderThatEndsWhilePayingFirstIsIntroducedIsFollowedByAnother(
            HeldTransaction held, CheckoutService checkout, OrderService orders) {
        Walk walk = bound(t -> {});
        journeys.submit(walk);
        String orderNo = order(walk).at("no");
        clock.advance(Duration.ofHours(25));

        held.of(() -> checkout.expire(orderNo), () -> {
            campaigns.change(walk.campaign(), t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
            jobs.run(PlaceOrdersJob.TYPE, walk.campaign().no());
        });

        assertThat(orders.forCapture(walk.captureNo()).orElseThrow().status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
    }

    /** The job that places orders leaves it alone: it may have been paid. */
    @Test
    void anOrderThatIsOverdueWhenTheCampaignIsExtendedIsFollowedByAnother(OrderService orders) {
        Walk walk = bound(endingAfter(Duration.ofDays(2)));
        Object first = order(walk).at("no");
        clock.advance(Duration.ofDays(2));
        campaigns.change(walk.campaign(), endingAfter(Duration.ofDays(9)));
        jobs.run(PlaceOrdersJob.TYPE, walk.campaign().no());
        assertThat(orders.forCapture(walk.captureNo()).orElseThrow().no()).isEqualTo(first);

        jobs.run("expire-order", first.toString());

        Order next = orders.forCapture(walk.captureNo()).orElseThrow();
        assertThat(next.no()).isNotEqualTo(first);
        assertThat(next.isPayableAt(clock.instant())).isTrue();
    }

    /** What was promised for a photo submitted in time holds: it is reviewed anyway. */
    @Test
    void aPhotoSubmittedBeforeTheCampaignWasShortenedMayBePaidAsLongAsPromised() {
        Walk walk = bound(t -> {});
        journeys.submit(walk);

        change(walk, t -> t.closesAt = MutableClock.START.plus(Duration.ofHours(1)));

        clock.advance(Duration.ofHours(20));
        Walk late = journeys.again(walk);
        journeys.pay(late);
        assertThat(journeys.status(late)).isEqualTo("IN_REVIEW");
    }

    private static Consumer<CampaignFixtures.Terms> endingAfter(Duration time) {
        return t -> {
            t.payWhen = PayWhen.BEFORE_SHOOTING;
            t.closesAt = MutableClock.START.plus(time);
        };
    }

    @Test
    void theReminderDoesNotCallACaptureWithoutAPhotoCompleteOncePaid() {
        Walk walk = bound(endingAfter(Duration.ofDays(2)));

        clock.advance(Duration.ofDays(2).minusHours(4));

        assertThat(messages(walk)).contains("请尽快支付").doesNotContain("才算完成");
    }

    private long reminders(Walk walk) {
        return messages(walk).split("订单待支付", -1).length - 1;
    }

    private String messages(Walk walk) {
        jobs.runDue();
        return http.as(people.again(walk.token()))
                .get("/api/v1/student/messages")
                .expect(200)
                .text();
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

    @ParameterizedTest
    @EnumSource(names = {"BOUND", "RETURNED", "ERRATUM"})
    void afterAFullManualRefundTheFeeCanBePaidAgain(CaptureStatus status) {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        journeys.pay(walk);
        bring(walk, status);

        giveAllBack(walk);

        assertThat(journeys.nextStep(walk)).isEqualTo("PAY");
        journeys.pay(walk);
        assertThat(journeys.nextStep(walk)).startsWith("SHOOT");
        assertThat(phone.submit(walk, Map.of()).expect(200).<String>at("status"))
                .isEqualTo("IN_REVIEW");
    }

    private void bring(Walk walk, CaptureStatus status) {
        if (status == CaptureStatus.BOUND) {
            return;
        }
        phone.submit(walk, Map.of()).expect(200);
        journeys.decide(walk, "ACCEPT", List.of());
        turnDown(walk, status);
    }

    @ParameterizedTest
    @EnumSource(names = {"RETURNED", "ERRATUM"})
    void aRetakeAfterAFullManualRefundIsPaidAgain(CaptureStatus status) {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        journeys.pay(walk);
        phone.submit(walk, Map.of()).expect(200);
        journeys.decide(walk, "ACCEPT", List.of());
        giveAllBack(walk);

        turnDown(walk, status);

        assertThat(journeys.nextStep(walk)).isEqualTo("PAY");
        journeys.pay(walk);
        assertThat(journeys.nextStep(walk)).startsWith("SHOOT");
    }

    private void turnDown(Walk walk, CaptureStatus status) {
        if (status == CaptureStatus.RETURNED) {
            captures.returned(walk.captureNo(), "不清晰");
        } else {
            captures.erratum(walk.captureNo(), "可以重拍", Actor.SYSTEM);
        }
    }

    @Test
    void aStudentWhoWithdrawsAnUnpaidPhotoCanStillPayAndShootAgain() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        journeys.pay(walk);
        Object photo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        giveAllBack(walk);
        String capture = "/api/v1/student/captures/" + walk.captureNo();
        assertThat(http.as(walk.token())
                        .post(capture + "/submissions", Map.of("photoNo", photo))
                        .expect(200)
                        .<String>at("status"))
                .isEqualTo("TO_PAY");

        http.as(walk.token()).post(capture + "/withdrawals", null).expect(200);

        phone.ticket(walk, "CAMERA").expectProblem(409, "pay-first");
        journeys.pay(walk);
        phone.ticket(walk, "CAMERA").expect(201);
    }

    @Test
    void aStudentWhoGivesUpIsNotAskedToPayAgain() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        journeys.pay(walk);

        journeys.giveUp(walk);

        assertThat(phone.home(walk).<String>at("cards.0.order.status")).isEqualTo("REFUNDING");
    }

    private void giveAllBack(Walk walk) {
        String order = phone.home(walk).at("cards.0.order.no");
        http.as(people.aManager())
                .post("/api/v1/admin/orders/" + order + "/refunds", Map.of("amountMinor", 1500, "reason", "协商"))
                .expect(201);
    }

    @Test
    void printsMustBePaidEvenWhereTheSchoolPaysTheFee() {
        Walk walk = bound(t -> t.feeMinor = 0);

        assertThat(phone.submit(walk, twoPrints()).expect(200).<String>at("status"))
                .isEqualTo("TO_PAY");

        assertThat(phone.home(walk).<Integer>at("cards.0.order.total.minor")).isEqualTo(2000);
    }

    @Test
    void withoutAFeeShootingComesFirstAndPrintsAreBoughtWithThePhoto() {
        Walk walk = bound(t -> {
            t.feeMinor = 0;
            t.payWhen = PayWhen.BEFORE_SHOOTING;
        });
        assertThat(phone.home(walk).<String>at("nextStep.code")).isEqualTo("SHOOT");

        assertThat(phone.submit(walk, twoPrints()).expect(200).<String>at("status"))
                .isEqualTo("TO_PAY");

        assertThat(phone.home(walk).<Integer>at("cards.0.order.total.minor")).isEqualTo(2000);
        journeys.pay(walk);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
    }

    @Test
    void printsAreRefusedWhereNoneAreOffered() {
        phone.submit(bound(t -> t.printsOffered = false), twoPrints()).expectProblem(409, "prints-not-offered");
    }

    @Test
    void printsAddedAfterThePaymentAreRefusedAndThePhotoGoesOnWithoutThem() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        journeys.pay(walk);

        Http.Reply refused = phone.submit(walk, twoPrints()).expectPlainProblem(409, "prints-after-payment");

        assertThat(refused.<String>at("detail")).contains("去掉加印后重新提交");
        assertThat(phone.submit(walk, Map.of()).expect(200).<String>at("status"))
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void theRefusalOfLatePrintsDoesNotMentionAPaymentWhereNoneWasDue() {
        Walk walk = bound(t -> t.feeMinor = 0);
        phone.submit(walk, Map.of()).expect(200);
        http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/withdrawals", Map.of())
                .expect(200);

        Http.Reply refused = phone.submit(walk, twoPrints()).expectPlainProblem(409, "prints-after-payment");

        assertThat(refused.<String>at("title")).isEqualTo("不能再加印");
        assertThat(refused.<String>at("detail")).contains("无需支付");
    }

    @Test
    void printsThatWerePaidForMayBeRepeatedInTheSubmission() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        String order = phone.home(walk).at("cards.0.order.no");
        http.as(walk.token())
                .put("/api/v1/student/orders/" + order + "/prints", twoPrints())
                .expect(200);
        journeys.pay(walk);

        assertThat(phone.submit(walk, twoPrints()).expect(200).<String>at("status"))
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void printsInASubmissionAreAddedToTheUnpaidOrder() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        journeys.pay(walk);
        Object photo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        giveAllBack(walk);
        String submissions = "/api/v1/student/captures/" + walk.captureNo() + "/submissions";

        http.as(walk.token())
                .post(submissions, Map.of("photoNo", photo, "prints", twoPrints()))
                .expect(200);
        assertThat(phone.home(walk).<Integer>at("cards.0.order.total.minor")).isEqualTo(3500);
        Map<String, Object> three = new HashMap<>(twoPrints());
        three.put("count", 3);
        http.as(walk.token())
                .post(submissions, Map.of("photoNo", photo, "prints", three))
                .expect(200);

        assertThat(phone.home(walk).<Integer>at("cards.0.order.total.minor")).isEqualTo(4500);
        journeys.pay(walk);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
    }
}
