package org.tucai.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tucai.campaign.OnRejection;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.School;
import org.tucai.capture.CaptureService;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Prints of a picture that was accepted are sent; the picture has to be taken again, and the student wants prints of the new one. */
@TucaiTest
class PrintsOfARetakeIT {
    private static final int FEE = 1500;
    private static final int PRINT = 1000;
    private static final String SHIPMENTS = "/api/v1/admin/shipments";

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CaptureService captures;
    private final CampaignFixtures campaigns;
    private final Rows rows;

    PrintsOfARetakeIT(
            Http http,
            Journeys journeys,
            People people,
            CaptureService captures,
            CampaignFixtures campaigns,
            Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.captures = captures;
        this.campaigns = campaigns;
        this.rows = rows;
    }

    @Test
    void printsOrderedAgainComeWithTheFeeAndTheFeePaidBeforeGoesBack() {
        Walk walk = returnedAfterItsPrintsWereSent(t -> {});
        String former = journeys.orderOf(walk);

        submitWithPrints(walk, 2);

        assertThat(journeys.status(walk)).isEqualTo("TO_PAY");
        assertThat(journeys.nextStep(walk)).isEqualTo("PAY");
        Http.Reply order = order(walk, journeys.orderOf(walk));
        assertThat(order.<String>at("no")).isNotEqualTo(former);
        assertThat(order.<Integer>at("total.minor")).isEqualTo(FEE + 2 * PRINT);
        assertThat(order(walk, former).<Integer>at("refunding.minor")).isEqualTo(FEE);
        assertThat(order(walk, former).<String>at("statusText")).isEqualTo("退款中（已寄出的加印照片除外）");
        assertThat(refunds(walk, former)).singleElement().asString().contains("重新加印", "已寄出的加印照片除外");

        journeys.pay(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        journeys.settle();

        Http manager = http.as(people.aManager());
        List<Map<String, Object>> waiting =
                manager.get(SHIPMENTS + "?status=WAITING").at("items");
        assertThat(waiting)
                .singleElement()
                .satisfies(s ->
                        assertThat(s).containsEntry("orderNo", order.at("no")).containsEntry("prints", 2));
        assertThat(order(walk, former).<String>at("statusText")).isEqualTo("已退款（已寄出的加印照片除外）");
        assertThat(order(walk, former).<Integer>at("refunded.minor")).isEqualTo(FEE);
        assertBooksAgree();
    }

    /** As many to the same address were not ordered before: those are of the former picture. */
    @Test
    void theSamePrintsAreOrderedAnewToo() {
        Walk walk = returnedAfterItsPrintsWereSent(t -> {});
        String former = journeys.orderOf(walk);

        submitWithPrints(walk, 3);

        assertThat(journeys.orderOf(walk)).isNotEqualTo(former);
        assertThat(order(walk, journeys.orderOf(walk)).<Integer>at("total.minor"))
                .isEqualTo(FEE + 3 * PRINT);
    }

    @Test
    void withoutAFeeTheFormerOrderIsFulfilledAndNothingGoesBack(OrderService orders) {
        Walk walk = returnedAfterItsPrintsWereSent(t -> t.feeMinor = 0);
        String former = journeys.orderOf(walk);

        submitWithPrints(walk, 3);

        Http.Reply ended = order(walk, former);
        assertThat(ended.<String>at("status")).isEqualTo("FULFILLED");
        assertThat(ended.<String>at("statusText")).isEqualTo("已完成");
        assertThat(ended.<Object>at("endedAt")).isNotNull();
        assertThat(ended.<Integer>at("refunding.minor")).isZero();
        assertThat(orders.holdsMoney(walk.captureNo()))
                .as("it paid for prints that were sent")
                .isFalse();
        assertThat(order(walk, journeys.orderOf(walk)).<Integer>at("total.minor"))
                .isEqualTo(3 * PRINT);
        journeys.pay(walk);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
        assertBooksAgree();
    }

    @Test
    void aManagerGivesThePriceOfFulfilledPrintsBackWithoutTouchingTheNewOrder() {
        Walk walk = returnedAfterItsPrintsWereSent(t -> t.feeMinor = 0);
        String former = journeys.orderOf(walk);
        submitWithPrints(walk, 3);
        journeys.pay(walk);

        http.as(people.aManager())
                .post("/api/v1/admin/orders/" + former + "/refunds", Map.of("amountMinor", 3 * PRINT, "reason", "协商退款"))
                .expect(201);
        journeys.settle();

        Walk again = journeys.again(walk);
        assertThat(order(again, former).<Integer>at("refunded.minor")).isEqualTo(3 * PRINT);
        assertThat(order(again, journeys.orderOf(again)).<String>at("status")).isEqualTo("PAID");
        assertThat(journeys.status(again)).isEqualTo("IN_REVIEW");
        assertBooksAgree();
    }

    @Test
    void printsThatCostNothingAreSentOnceForEachPicture() {
        Walk walk = returnedAfterItsPrintsWereSent(t -> {
            t.feeMinor = 0;
            t.printPriceMinor = 0;
        });

        submitWithPrints(walk, 3);
        journeys.decide(walk, "ACCEPT", List.of());

        assertThat(http.as(people.aManager()).get(SHIPMENTS + "?status=WAITING").<List<Object>>at("items"))
                .hasSize(1);
    }

    @Test
    void aRejectionRefundsAllOfTheNewOrder() {
        Walk walk = returnedAfterItsPrintsWereSent(t -> {});
        submitWithPrints(walk, 2);
        journeys.pay(walk);
        String order = journeys.orderOf(walk);

        journeys.decide(walk, "REJECT", List.of("blur"));

        assertThat(order(walk, order).<Integer>at("refunding.minor")).isEqualTo(FEE + 2 * PRINT);
        assertBooksAgree();
    }

    @Test
    void whoDoesNotPayForTheNewPrintsPaysTheFeeThatWentBack() {
        Walk walk = returnedAfterItsPrintsWereSent(t -> {});
        submitWithPrints(walk, 2);
        http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/withdrawals", null)
                .expect(200);

        journeys.submit(walk);

        assertThat(order(walk, journeys.orderOf(walk)).<Integer>at("total.minor"))
                .isEqualTo(FEE);
    }

    @ParameterizedTest
    @EnumSource
    void theFeeOfTheNewOrderIsNoHigherThanThatPaidBefore(PayWhen payWhen) {
        Walk walk = returnedAfterItsPrintsWereSent(t -> t.payWhen = payWhen);
        rows.change("UPDATE campaign SET fee_minor = 2000");

        submitWithPrints(walk, 2);

        assertThat(order(walk, journeys.orderOf(walk)).<Integer>at("total.minor"))
                .isEqualTo(FEE + 2 * PRINT);
    }

    @Test
    void whereTheFeeComesFirstThereIsOneNewOrderToo() {
        Walk walk = returnedAfterItsPrintsWereSent(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);

        submitWithPrints(walk, 2);

        assertThat(order(walk, journeys.orderOf(walk)).<Integer>at("total.minor"))
                .isEqualTo(FEE + 2 * PRINT);
        assertThat(rows.number("SELECT COUNT(*) FROM purchase_order")).isEqualTo(2);
        journeys.pay(walk);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
    }

    @Test
    void aRepeatedSubmissionOrdersNothingTwice() {
        Walk walk = returnedAfterItsPrintsWereSent(t -> {});
        String photo = submitWithPrints(walk, 2);

        submit(walk, photo, 2).expect(200);

        assertThat(rows.number("SELECT COUNT(*) FROM purchase_order")).isEqualTo(2);
        assertThat(rows.number("SELECT COUNT(*) FROM refund")).isEqualTo(1);
    }

    @Test
    void aStudentWhosePrintsWereSentIsOfferedPrintsAgain() {
        Walk walk = returnedAfterItsPrintsWereSent(t -> {});
        journeys.shoot(walk, journeys.aPortrait()).expect(200);

        Http.Reply home =
                http.as(walk.token()).get("/api/v1/student/screens/home").expect(200);

        assertThat(home.<String>at("cards.0.nextStep.code")).isEqualTo("SUBMIT");
        assertThat(home.<Integer>at("cards.0.prints.each.minor")).isEqualTo(PRINT);
    }

    @Test
    void aStudentWhosePrintsStillWaitForAPictureIsNotOfferedOthers() {
        School school = campaigns.aSchool();
        Walk walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> {}));
        submitWithPrints(walk, 3);
        journeys.pay(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        captures.returned(walk.captureNo(), "反光");
        journeys.shoot(walk, journeys.aPortrait()).expect(200);

        Http.Reply home = http.as(walk.token()).get("/api/v1/student/screens/home");

        assertThat(home.<String>at("cards.0.nextStep.code")).isEqualTo("SUBMIT");
        assertThat(home.<Object>at("cards.0.prints")).isNull();
    }

    /** Otherwise the student would wait for prints that were sent long ago. */
    @Test
    void printsAddedToASubmittedPhotoAreNotTakenForThoseThatWereSent() {
        Walk walk = returnedAfterItsPrintsWereSent(t -> {});
        String photo = journeys.submit(walk).at("photoNo");

        submit(walk, photo, 3).expectProblem(409, "prints-after-payment");

        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
    }

    @Test
    void withoutNewPrintsAFreeRetakeStaysFree() {
        Walk walk = returnedAfterItsPrintsWereSent(t -> t.onRejection = OnRejection.FREE_RETAKE);
        String former = journeys.orderOf(walk);
        journeys.submit(walk);
        journeys.decide(walk, "REJECT", List.of("blur"));

        journeys.submit(walk);

        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
        assertThat(journeys.orderOf(walk)).isEqualTo(former);
        assertThat(order(walk, former).<String>at("status")).isEqualTo("PAID");
    }

    @Test
    void theArrivalOfTheFormerPrintsIsStillWrittenDown() {
        Walk walk = returnedAfterItsPrintsWereSent(t -> {});
        submitWithPrints(walk, 2);
        Http manager = http.as(people.aManager());
        String sent = manager.get(SHIPMENTS + "?status=SHIPPED").at("items.0.no");

        manager.post(SHIPMENTS + "/" + sent + "/arrivals", null).expect(200);

        assertThat(order(walk, journeys.orderOf(walk)).<String>at("status")).isEqualTo("AWAITING_PAYMENT");
        http.as(walk.token())
                .get("/api/v1/student/orders/" + journeys.orderOf(walk) + "/address")
                .expect(200);
    }

    /** Three prints are with the carrier, and the authority has returned their picture. */
    private Walk returnedAfterItsPrintsWereSent(Consumer<CampaignFixtures.Terms> terms) {
        School school = campaigns.aSchool();
        Walk walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, terms));
        ordersThreePrints(walk);
        if (!order(walk, journeys.orderOf(walk)).<String>at("status").equals("PAID")) {
            journeys.pay(walk);
        }
        if (!journeys.status(walk).equals("IN_REVIEW")) {
            journeys.submit(walk);
        }
        journeys.decide(walk, "ACCEPT", List.of());
        Http manager = http.as(people.aManager());
        String no = manager.get(SHIPMENTS + "?status=WAITING").expect(200).at("items.0.no");
        manager.post(SHIPMENTS + "/" + no + "/dispatches", Map.of("carrier", "顺丰速运", "trackingNo", "SF1234567890"))
                .expect(200);
        captures.returned(walk.captureNo(), "反光");
        return walk;
    }

    private void ordersThreePrints(Walk walk) {
        if (walk.campaign().paysFirst()) {
            http.as(walk.token())
                    .put("/api/v1/student/orders/" + journeys.orderOf(walk) + "/prints", Journeys.prints(3))
                    .expect(200);
        } else {
            submitWithPrints(walk, 3);
        }
    }

    /** Returns the photo's number. */
    private String submitWithPrints(Walk walk, int count) {
        String photo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        submit(walk, photo, count).expect(200);
        return photo;
    }

    private Http.Reply submit(Walk walk, String photo, int count) {
        return http.as(walk.token())
                .post(
                        "/api/v1/student/captures/" + walk.captureNo() + "/submissions",
                        Map.of("photoNo", photo, "prints", Journeys.prints(count)));
    }

    private Http.Reply order(Walk walk, String no) {
        return http.as(walk.token()).get("/api/v1/student/orders/" + no).expect(200);
    }

    private List<Object> refunds(Walk walk, String order) {
        return Http.column(
                http.as(walk.token())
                        .get("/api/v1/student/orders/" + order + "/refunds")
                        .list(),
                "reason");
    }

    private void assertBooksAgree() {
        assertThat(http.as(people.aManager()).get("/api/v1/admin/money/check").<Boolean>at("addsUp"))
                .isTrue();
    }
}
