package org.tucai.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.campaign.School;
import org.tucai.capture.CaptureService;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** 加印照片: made from an accepted picture, sent by express, and not made once the money is refunded. */
@TucaiTest
class ShipmentIT {
    private static final int FEE = 1500;
    private static final int PRINTS = 3000;
    private static final Actor MANAGER = new Actor(Role.MANAGER, "stf_test00000000000000");
    private static final String HERE = "/api/v1/admin/shipments";
    private static final Map<String, Object> TRACKING = Map.of("carrier", "顺丰速运", "trackingNo", "SF1234567890");

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CaptureService captures;
    private final CampaignFixtures campaigns;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;

    ShipmentIT(
            Http http,
            Journeys journeys,
            People people,
            CaptureService captures,
            CampaignFixtures campaigns,
            DueJobs jobs,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.captures = captures;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    private Walk withPrints() {
        return withPrints(journeys.aBoundStudent());
    }

    private Walk withPrints(Walk walk) {
        submitWithPrints(walk);
        journeys.pay(walk);
        return walk;
    }

    private void submitWithPrints(Walk walk) {
        String photoNo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        Map<String, Object> prints = Map.of(
                "count",
                3,
                "address",
                Map.of("recipient", "张三", "phone", "13800000001", "region", "江苏省南京市", "street", "汉口路 22 号"));
        http.as(walk.token())
                .post(
                        "/api/v1/student/captures/" + walk.captureNo() + "/submissions",
                        Map.of("photoNo", photoNo, "prints", prints))
                .expect(200);
    }

    private String orderOf(Walk walk) {
        return http.as(walk.token())
                .get("/api/v1/student/screens/home")
                .expect(200)
                .at("cards.0.order.no");
    }

    private String waiting(String manager) {
        return http.as(manager).get(HERE + "?status=WAITING").expect(200).at("items.0.no");
    }

    @Test
    void printsAreSentAfterTheAcceptanceAndTheAddressIsDeletedOnArrival() {
        String manager = people.aManager();
        Walk walk = withPrints();
        assertThat(waiting(manager)).isNull();
        journeys.decide(walk, "ACCEPT", List.of());
        String no = waiting(manager);
        assertThat(http.as(manager).get(HERE + "/" + no).<String>at("captureNo"))
                .as("what to print")
                .isEqualTo(walk.captureNo());

        http.as(manager).post(HERE + "/" + no + "/arrivals", null).expectProblem(409, "not-sent");
        http.as(manager).post(HERE + "/" + no + "/dispatches", TRACKING).expect(200);
        http.as(manager).post(HERE + "/" + no + "/dispatches", TRACKING).expectProblem(409, "not-to-be-sent");

        String order = orderOf(walk);
        Http own = http.as(walk.token());
        Http.Reply seen =
                own.get("/api/v1/student/orders/" + order + "/shipment").expect(200);
        assertThat(seen.<String>at("statusText")).isEqualTo("已寄出");
        assertThat(seen.<String>at("trackingNo")).isEqualTo("SF1234567890");
        assertThat(own.get("/api/v1/student/messages").text()).contains("加印照片已寄出", "顺丰速运");
        own.get("/api/v1/student/orders/" + order + "/address").expect(200);
        http.as(manager).post(HERE + "/" + no + "/arrivals", null).expect(200);
        assertThat(shipment(walk).<String>at("deliveredAt")).startsWith("2026-04-20T10:");
        own.get("/api/v1/student/orders/" + order + "/address").expectProblem(404, "not-found");
        http.as(people.aStudent())
                .get("/api/v1/student/orders/" + order + "/shipment")
                .expectProblem(404, "not-found");
    }

    @Test
    void aMistypedTrackingNumberIsCorrectedAndTheStudentIsTold() {
        Http manager = http.as(people.aManager());
        Walk walk = withPrints();
        journeys.decide(walk, "ACCEPT", List.of());
        String shipment = HERE + "/" + manager.get(HERE + "?status=WAITING").<String>at("items.0.no");
        String corrections = shipment + "/dispatch-corrections";
        Map<String, Object> right = Map.of("carrier", "中通快递", "trackingNo", "SF1234567899");
        manager.post(corrections, right).expectProblem(409, "not-sent");
        manager.post(shipment + "/dispatches", TRACKING).expect(200);

        manager.post(corrections, right).expect(200);
        manager.post(corrections, right).expect(200);

        assertThat(shipment(walk).<String>at("trackingNo")).isEqualTo("SF1234567899");
        assertThat(shipment(walk).<String>at("carrier")).isEqualTo("中通快递");
        assertThat(rows.number("SELECT COUNT(*) FROM message WHERE template = 'PRINTS_SENT'"))
                .as("one for each number")
                .isEqualTo(2);
        assertThat(http.as(walk.token()).get("/api/v1/student/messages").text()).contains("SF1234567899");
        assertThat(rows.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'shipment-corrected'"))
                .isEqualTo(1);
        manager.post(shipment + "/arrivals", null).expect(200);
        manager.post(corrections, TRACKING).expectProblem(409, "not-sent");
    }

    @Test
    void printsOfARejectedPictureAreCancelledAndRefunded() {
        String manager = people.aManager();
        Walk walk = withPrints();

        journeys.decide(walk, "REJECT", List.of("blur"));
        jobs.runDue();
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue();

        manager = people.again(manager);
        assertThat(waiting(manager)).isNull();
        Http.Reply order =
                http.as(manager).get("/api/v1/admin/orders/" + orderOf(walk)).expect(200);
        assertThat(order.<Integer>at("order.refunded.minor")).isEqualTo(4500);
        http.as(manager)
                .get("/api/v1/admin/orders/" + orderOf(walk) + "/address")
                .expectProblem(404, "not-found");
    }

    @Test
    void aPictureAndAnAddressAreKeptUntilThePrintsAreSent() {
        String manager = people.aManager();
        Walk other = withPrints();
        journeys.decide(other, "ACCEPT", List.of());
        http.as(manager)
                .post(HERE + "/" + waiting(manager) + "/dispatches", TRACKING)
                .expect(200);
        Walk walk = withPrints();
        journeys.decide(walk, "ACCEPT", List.of());
        captures.forwarded(walk.captureNo());
        captures.verified(walk.captureNo(), "同一人");
        clock.advance(Duration.ofDays(200));
        jobs.runDue();

        jobs.runRecurring("retention");
        manager = people.again(manager);
        String order = "/api/v1/admin/orders/" + orderOf(journeys.again(walk));
        http.as(manager).get(order + "/address").expect(200);
        assertThat(rows.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'address-read'"))
                .isEqualTo(1);
        assertThat(captures.require(walk.captureNo()).photoNo()).isNotNull();

        String sent = HERE + "/" + waiting(manager);
        http.as(manager).post(sent + "/dispatches", TRACKING).expect(200);
        assertThat(http.as(manager).get(sent).<String>at("trackingNo")).isEqualTo("SF1234567890");
        jobs.runRecurring("retention");
        assertThat(http.as(manager).get(sent).<String>at("trackingNo"))
                .as("with it the carrier tells the address")
                .isNull();
        http.as(manager).post(sent + "/dispatch-corrections", TRACKING).expectProblem(409, "not-sent");
        http.as(manager).get(order + "/address").expectProblem(404, "not-found");
        assertThat(captures.require(walk.captureNo()).photoNo()).isNull();
        assertThat(rows.number("SELECT COUNT(tracking_no) FROM print_shipment"))
                .as("the one of a student whose picture is still needed")
                .isEqualTo(1);
        http.as(manager)
                .get("/api/v1/admin/orders/" + orderOf(journeys.again(other)) + "/address")
                .expect(200);
    }

    @Test
    void theArrivalOfPrintsDeletesOnlyTheAddressOfTheirOwnOrder() {
        String manager = people.aManager();
        Walk walk = withPrints();
        journeys.decide(walk, "ACCEPT", List.of());
        String first = orderOf(walk);
        String sent = waiting(manager);
        http.as(manager).post(HERE + "/" + sent + "/dispatches", TRACKING).expect(200);
        http.as(manager)
                .post("/api/v1/admin/orders/" + first + "/refunds", Map.of("amountMinor", 4500, "reason", "照片被退回"))
                .expect(201);
        captures.returned(walk.captureNo(), "反光");
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue();
        submitWithPrints(walk);
        String second = orderOf(walk);
        assertThat(second).isNotEqualTo(first);

        http.as(manager).post(HERE + "/" + sent + "/arrivals", null).expect(200);

        http.as(manager).get("/api/v1/admin/orders/" + first + "/address").expectProblem(404, "not-found");
        http.as(manager).get("/api/v1/admin/orders/" + second + "/address").expect(200);
    }

    @Test
    void printsWhosePriceIsRefundedAreNotSentThoughTheFeeIsKept() {
        String manager = people.aManager();
        Walk walk = withPrints();
        journeys.decide(walk, "ACCEPT", List.of());
        String no = waiting(manager);

        giveBack(manager, walk, 500);
        assertThat(http.as(manager).get(HERE + "/" + no).<String>at("status")).isEqualTo("WAITING");
        giveBack(manager, walk, 2500);

        assertThat(http.as(manager).get(HERE + "/" + no).<String>at("status")).isEqualTo("CANCELLED");
        captures.returned(walk.captureNo(), "反光");
        journeys.submit(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        assertThat(waiting(people.again(manager))).isNull();
    }

    @Test
    void paidPrintsOfAReturnedPictureAreOnHoldUntilTheRetakeIsAccepted() {
        String manager = people.aManager();
        Walk walk = withPrints();
        journeys.decide(walk, "ACCEPT", List.of());
        String no = waiting(manager);

        captures.returned(walk.captureNo(), "反光");

        assertThat(shipment(walk).<String>at("status")).isEqualTo("ON_HOLD");
        assertThat(shipment(walk).<String>at("statusText")).isEqualTo("待重拍合格后寄出");
        http.as(manager).post(HERE + "/" + no + "/dispatches", TRACKING).expectProblem(409, "not-to-be-sent");
        journeys.submit(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        assertThat(waiting(people.again(manager))).isEqualTo(no);
    }

    @Test
    void printsOnHoldAreCancelledWhenTheRetakeIsRejected() {
        Walk walk = withPrints();
        journeys.decide(walk, "ACCEPT", List.of());
        captures.returned(walk.captureNo(), "反光");
        journeys.submit(walk);

        journeys.decide(walk, "REJECT", List.of("blur"));

        assertThat(shipment(walk).<String>at("status")).isEqualTo("CANCELLED");
    }

    @Test
    void sentPrintsAreNotRefundedWhenTheRetakeIsRejectedAndTheNextPhotoIsPaidAnew() {
        Walk walk = withSentPrints();
        String order = orderOf(walk);
        captures.returned(walk.captureNo(), "反光");
        journeys.submit(walk);

        journeys.decide(walk, "REJECT", List.of("blur"));
        jobs.runDue();
        clock.advance(Duration.ofMinutes(1));
        jobs.runDue();

        Http.Reply after = http.as(walk.token())
                .get("/api/v1/student/orders/" + order, "Accept-Language", "en")
                .expect(200);
        assertThat(after.<Integer>at("refunded.minor")).isEqualTo(FEE);
        assertThat(after.<String>at("status")).isEqualTo("REFUNDED");
        assertThat(after.<String>at("statusText")).isEqualTo("Refunded, except for the prints that were sent");
        assertThat(http.as(walk.token())
                        .get("/api/v1/student/orders/" + order + "/refunds")
                        .list()
                        .getFirst()
                        .get("reason")
                        .toString())
                .endsWith("（已寄出的加印照片除外）");
        journeys.submit(walk);
        assertThat(journeys.status(walk)).isEqualTo("TO_PAY");
        assertThat(orderOf(walk)).isNotEqualTo(order);
        assertBooksAgree();
    }

    @Test
    void whoGivesUpAfterThePrintsWereSentGetsTheFeeBackOnly() {
        Walk walk = withSentPrints();
        String order = orderOf(walk);
        givesUpAnErratum(walk);

        Http.Reply after = http.as(walk.token()).get("/api/v1/student/orders/" + order);
        assertThat(after.<Integer>at("refunding.minor")).isEqualTo(FEE);
        assertThat(after.<String>at("statusText")).isEqualTo("退款中（已寄出的加印照片除外）");
        assertBooksAgree();
    }

    @Test
    void aManagerRefundsSentPrintsAfterTheFeeToo() {
        Walk walk = withSentPrints();
        String order = orderOf(walk);
        givesUpAnErratum(walk);
        journeys.settle();
        Http manager = http.as(people.aManager());

        manager.post("/api/v1/admin/orders/" + order + "/refunds", Map.of("amountMinor", PRINTS, "reason", "协商退款"))
                .expect(201);
        journeys.settle();

        Http own = http.as(people.again(walk.token()));
        Http.Reply after = own.get("/api/v1/student/orders/" + order);
        assertThat(after.<Integer>at("refunded.minor")).isEqualTo(FEE + PRINTS);
        assertThat(after.<String>at("statusText")).isEqualTo("已退款");
        assertThat(own.get("/api/v1/student/messages").text())
                .contains("15.00元已原路退回")
                .contains("部分退款");
        manager.post("/api/v1/admin/orders/" + order + "/refunds", Map.of("amountMinor", 1, "reason", "协商退款"))
                .expectProblem(409, "order-nothing-to-refund");
        assertBooksAgree();
    }

    @Test
    void aManagerWhoRefundsSentPrintsBeforeTheFeeIsHomeEndsTheOrderWithTheLastOfBoth() {
        Walk walk = withSentPrints();
        String order = orderOf(walk);
        givesUpAnErratum(walk);

        giveBack(people.aManager(), walk, PRINTS);
        jobs.runDue();
        assertThat(http.as(walk.token()).get("/api/v1/student/orders/" + order).<String>at("status"))
                .isEqualTo("REFUNDING");
        journeys.settle();

        assertThat(http.as(people.again(walk.token()))
                        .get("/api/v1/student/orders/" + order)
                        .<String>at("status"))
                .isEqualTo("REFUNDED");
        assertBooksAgree();
    }

    @Test
    void whatAManagerRefundedOfSentPrintsIsNotKeptAgain() {
        Walk walk = withSentPrints();
        String order = orderOf(walk);
        giveBack(people.aManager(), walk, 1000);
        givesUpAnErratum(walk);

        assertThat(http.as(walk.token()).get("/api/v1/student/orders/" + order).<Integer>at("refunding.minor"))
                .isEqualTo(FEE + 1000);
        assertBooksAgree();
    }

    @ParameterizedTest
    @CsvSource({"1500", "6000"}) // less and more than the prints
    void whatTheChannelClosedOfTheFeeIsOwedUntilAllButTheSentPrintsIsBack(int fee) {
        Walk walk = withSentPrints(fee);
        String order = orderOf(walk);
        refundsBecome("CLOSED");
        givesUpAnErratum(walk);
        journeys.settle();
        Http manager = http.as(people.aManager());
        Map<String, Object> closed = owed(manager).getFirst();
        assertThat(closed).containsEntry("owed", Map.of("minor", fee, "currency", "CNY"));

        refundsBecome("SUCCESS");
        refund(manager, closed, fee - 700).expect(201);
        refund(manager, closed, 400).expect(201);

        assertThat(owed(manager))
                .singleElement()
                .satisfies(rest -> assertThat(rest)
                        .containsEntry("owed", Map.of("minor", 300, "currency", "CNY"))
                        .extractingByKey("whatNow")
                        .asString()
                        .contains("未退余额"));
        String settlements = "/api/v1/admin/refunds/" + closed.get("no") + "/settlements";
        manager.post(settlements, Map.of("note", "回单 17")).expectProblem(409, "refund-above-remaining");
        manager.post(settlements, Map.of("note", "回单 17", "amountMinor", 301)).expectProblem(409, "not-what-is-left");
        manager.post(settlements, Map.of("note", "回单 17", "amountMinor", 300)).expect(200);
        assertThat(owed(manager)).isEmpty();
        journeys.settle();
        assertThat(http.as(people.again(walk.token()))
                        .get("/api/v1/student/orders/" + order)
                        .<String>at("statusText"))
                .isEqualTo("已退款（已寄出的加印照片除外）");

        refundsBecome("CLOSED");
        refund(http.as(people.aManager()), closed, PRINTS).expect(201);
        journeys.settle();

        assertThat(owed(http.as(people.aManager())).getFirst()) // the newest
                .containsEntry("owed", Map.of("minor", PRINTS, "currency", "CNY"));
        assertBooksAgree();
    }

    private void refundsBecome(String outcome) {
        rows.change("UPDATE sandbox_payment SET refund_outcome = '" + outcome + "'");
    }

    private static Http.Reply refund(Http manager, Map<String, Object> closed, int minor) {
        return manager.post(
                "/api/v1/admin/payments/" + closed.get("paymentNo") + "/refunds",
                Map.of("amountMinor", minor, "reason", "重新退款"));
    }

    private static List<Map<String, Object>> owed(Http manager) {
        return manager.get("/api/v1/admin/refunds?attention=true").expect(200).at("items");
    }

    @Test
    void sentPrintsWithoutAFeeLeaveTheOrderPaid() {
        School school = campaigns.aSchool();
        Walk walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> t.feeMinor = 0));
        submitWithPrints(walk);
        journeys.pay(walk);
        send(walk);
        captures.returned(walk.captureNo(), "反光");
        journeys.submit(walk);

        journeys.decide(walk, "REJECT", List.of("blur"));

        assertThat(http.as(walk.token())
                        .get("/api/v1/student/orders/" + orderOf(walk))
                        .<String>at("status"))
                .isEqualTo("PAID");
        journeys.submit(walk);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
        assertBooksAgree();
    }

    @Test
    void whoPaysNoFeeIsNotToldToPayAgainWhenTheMoneyForPrintsGoesBack() {
        School school = campaigns.aSchool();
        Walk walk = withPrints(journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> t.feeMinor = 0)));
        journeys.decide(walk, "ACCEPT", List.of());
        captures.returned(walk.captureNo(), "反光");

        giveBack(people.aManager(), walk, 3000);

        assertThat(rows.number("SELECT COUNT(*) FROM message WHERE template = 'PAY_AGAIN'"))
                .isZero();
    }

    /** An accepted student whose prints are with the carrier. */
    private Walk withSentPrints() {
        Walk walk = withPrints();
        send(walk);
        return walk;
    }

    private Walk withSentPrints(int fee) {
        School school = campaigns.aSchool();
        Walk walk = withPrints(journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> t.feeMinor = fee)));
        send(walk);
        return walk;
    }

    private void send(Walk walk) {
        journeys.decide(walk, "ACCEPT", List.of());
        String manager = people.aManager();
        http.as(manager)
                .post(HERE + "/" + waiting(manager) + "/dispatches", TRACKING)
                .expect(200);
    }

    /** The picture has to be taken again, and the student does not want to. */
    private void givesUpAnErratum(Walk walk) {
        captures.erratum(walk.captureNo(), "重拍", MANAGER);
        journeys.giveUp(walk);
    }

    private void assertBooksAgree() {
        Http.Reply check = http.as(people.aManager()).get("/api/v1/admin/money/check");
        assertThat(check.<Boolean>at("addsUp")).isTrue();
    }

    @Test
    void printsThatCostNothingAreCancelledWithTheCapture() {
        School school = campaigns.aSchool();
        Walk walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> {
            t.feeMinor = 0;
            t.printPriceMinor = 0;
        }));
        submitWithPrints(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        captures.returned(walk.captureNo(), "反光");
        assertThat(shipment(walk).<String>at("status")).isEqualTo("ON_HOLD");
        String order = orderOf(walk);

        journeys.giveUp(walk);

        assertThat(http.as(walk.token())
                        .get("/api/v1/student/orders/" + order + "/shipment")
                        .<String>at("status"))
                .isEqualTo("CANCELLED");
    }

    private Http.Reply shipment(Walk walk) {
        return http.as(walk.token())
                .get("/api/v1/student/orders/" + orderOf(walk) + "/shipment")
                .expect(200);
    }

    private void giveBack(String manager, Walk walk, long minor) {
        http.as(manager)
                .post(
                        "/api/v1/admin/orders/" + orderOf(walk) + "/refunds",
                        Map.of("amountMinor", minor, "reason", "协商退款"))
                .expect(201);
    }

    @Test
    void aFullRefundCancelsPrintsThatHaveNotBeenSent() {
        String manager = people.aManager();
        Walk walk = withPrints();
        journeys.decide(walk, "ACCEPT", List.of());
        String no = waiting(manager);

        http.as(manager)
                .post(
                        "/api/v1/admin/orders/" + orderOf(walk) + "/refunds",
                        Map.of("amountMinor", 4500, "reason", "协商退款"))
                .expect(201);

        assertThat(http.as(manager).get(HERE + "/" + no).<String>at("status")).isEqualTo("CANCELLED");
        http.as(manager).post(HERE + "/" + no + "/dispatches", TRACKING).expectProblem(409, "not-to-be-sent");
    }
}
