package org.tucai.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.payment.Balance;
import org.tucai.payment.PaymentGateway.ChannelRefund;
import org.tucai.payment.PaymentGateway.RefundState;
import org.tucai.payment.Refund;
import org.tucai.payment.RefundOutcomeService;
import org.tucai.platform.security.Actor;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.TucaiTest;

/** A manager is told what to do about a refund exactly while it needs a person, and can do it. */
@TucaiTest
class RefundStepIT {
    private static final String REFUNDS = "/api/v1/admin/refunds";

    private final Shop shop;
    private final Http http;
    private final People people;
    private final PayerRefunds payer;

    RefundStepIT(Shop shop, Http http, People people, PayerRefunds payer) {
        this.shop = shop;
        this.http = http;
        this.people = people;
        this.payer = payer;
    }

    @ParameterizedTest(name = "{0} for {1} days: {2}")
    @CsvSource({
        "SUBMITTED, 3, retries, 尽快再问一次",
        "SUBMITTED, 31, settlements, 核实确未退款",
        "ABNORMAL, 0, retries, 以同一单号再退一次",
        "CLOSED, 0, settlements, 款项仍未退还",
        "CLOSED, 0, refunds, 重新发起退款",
        "CLOSED, 366, settlements, 不再受理",
        "BY_HAND, 0, settlements, 不再受理",
        "BACK_TWICE, 0, settlements, 与付款人商定"
    })
    void whatAManagerIsToldToDoCanBeDone(String status, int days, String operation, String words) {
        Refund refund = refund(status, days);
        Http manager = http.as(people.aManager());

        Map<String, Object> listed = attention(manager).getFirst();

        assertThat((String) listed.get("whatNow")).contains(words, operation);
        assertThat(whatNow(manager, refund, "en")).contains(operation).doesNotContainPattern("\\p{IsHan}");
        assertThat(whatNow(manager, refund, "zh")).isEqualTo(listed.get("whatNow"));
        assertThat(manager.get("/api/v1/admin/orders/" + refund.subjectNo()).<String>at("refunds.0.whatNow"))
                .isEqualTo(listed.get("whatNow"));
        if (operation.equals("refunds")) {
            String again = "/api/v1/admin/payments/" + refund.paymentNo() + "/refunds";
            manager.post(again, Map.of("amountMinor", refund.amountMinor(), "reason", "重新退款"))
                    .expect(201);
        } else {
            manager.post(REFUNDS + "/" + refund.no() + "/" + operation, Map.of("note", "回单 17"))
                    .expect(200);
        }
    }

    @ParameterizedTest(name = "{0} for {1} days")
    @CsvSource({"REQUESTED, 0", "SUBMITTED, 1", "PROCESSING, 13", "SUCCEEDED, 0", "HANDED_BACK, 0"})
    void nothingIsToldOfARefundThatNeedsNobody(String status, int days) {
        Refund refund = refund(status, days);
        Http manager = http.as(people.aManager());

        assertThat(attention(manager)).isEmpty();
        assertThat(whatNow(manager, refund, "zh")).isNull();
    }

    @Test
    void aRefundLongUnderWayIsLeftToTheChannel() {
        Refund refund = refund("PROCESSING", 15);
        Http manager = http.as(people.aManager());

        assertThat(whatNow(manager, refund, "zh")).contains("请其办结", "不要另行退还").doesNotContain("…/");
        String path = REFUNDS + "/" + refund.no();
        manager.post(path + "/retries", null).expectProblem(409, "refund-not-stuck");
        manager.post(path + "/settlements", Map.of("note", "回单 17")).expectProblem(409, "refund-not-by-hand");
    }

    @Test
    void aRefundLongUnderWayNeedsAttentionThoughAnotherWasAcceptedToday(RefundOutcomeService outcomes) {
        Order other = shop.paid(shop.anotherPlace(2));
        Refund refund = refund("PROCESSING", 15);
        shop.orders.refund(other.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);
        String accepted = shop.payments.refundsOf(other.no()).getFirst().no();
        outcomes.submitting(accepted);
        outcomes.answered(
                new ChannelRefund(accepted, RefundState.PROCESSING, "crf_17", Shop.FEE, null, null), "submitted");
        Http manager = http.as(people.aManager());

        assertThat(attention(manager)).singleElement().extracting("no").isEqualTo(refund.no());
        assertThat(whatNow(manager, refund, "zh")).contains("请其办结");
    }

    @Test
    void aClosedRefundOfWhichOnlyAPartWentBackSinceIsFollowedByOneOfTheRest() {
        Refund refund = refund("CLOSED", 0);
        Http manager = http.as(people.aManager());
        String again = "/api/v1/admin/payments/" + refund.paymentNo() + "/refunds";
        manager.post(again, Map.of("amountMinor", 500, "reason", "部分退款")).expect(201);

        assertThat(whatNow(manager, refund, "zh")).contains("按未退余额", "amountMinor");
        manager.post(REFUNDS + "/" + refund.no() + "/settlements", Map.of("note", "回单 17"))
                .expectProblem(409, "refund-above-remaining");
        manager.post(again, Map.of("amountMinor", refund.amountMinor() - 500, "reason", "余额"))
                .expect(201);

        assertThat(whatNow(manager, refund, "zh")).isNull();
    }

    @Test
    void theRestOfAClosedRefundIsRecordedByHandOnceTheChannelTakesNoMore() {
        Refund refund = refundClosedAndRequestedAgainInPart();
        shop.clock.advance(Duration.ofDays(366));
        Http manager = http.as(people.aManager());
        String settlements = REFUNDS + "/" + refund.no() + "/settlements";

        assertThat(whatNow(manager, refund, "zh")).contains("余额", "amountMinor", "settlements");
        manager.post(
                        "/api/v1/admin/payments/" + refund.paymentNo() + "/refunds",
                        Map.of("amountMinor", 100, "reason", "余额"))
                .expectProblem(409, "refund-period-over");
        manager.post(settlements, Map.of("note", "回单 17")).expectProblem(409, "refund-above-remaining");
        Http.Reply rest = manager.post(settlements, Map.of("note", "回单 17", "amountMinor", Shop.FEE - 500))
                .expect(200);

        assertThat(rest.<String>at("status")).isEqualTo("HANDED_BACK");
        assertThat(rest.<Integer>at("amount.minor")).isEqualTo((int) Shop.FEE - 500);
        assertThat(rest.<String>at("note")).isEqualTo("回单 17");
        assertThat(payer.of(refund.subjectNo(), Language.ZH).getFirst().whatNow())
                .contains("见本订单的其他退款记录")
                .doesNotContain("会重新发起");
        assertThat(manager.get(REFUNDS + "/" + refund.no()).<String>at("status"))
                .isEqualTo("CLOSED");
        assertThat(attention(manager)).isEmpty();
        assertThat(manager.get("/api/v1/admin/audit-entries?action=refund-handed-back")
                        .<String>at("items.0.subject"))
                .isEqualTo(rest.at("no"));
        assertThat(manager.get("/api/v1/admin/orders/" + refund.subjectNo()).<String>at("order.status"))
                .isEqualTo("REFUNDED");
        manager.post(settlements, Map.of("note", "回单 18", "amountMinor", Shop.FEE - 500))
                .expectProblem(409, "refund-not-by-hand");
    }

    @Test
    void theBooksAgreeWithTheChannelsBillAfterTheRestWasHandedBack(MoneyFigures figures) {
        Refund refund = refundClosedAndRequestedAgainInPart();
        Http manager = http.as(people.aManager());
        String day = ChinaTime.day(shop.clock.instant()).toString();

        manager.post(
                        REFUNDS + "/" + refund.no() + "/settlements",
                        Map.of("note", "回单 17", "amountMinor", Shop.FEE - 500))
                .expect(200);

        assertThat(figures.check().faults()).isEmpty();
        assertThat(figures.check().balance()).isEqualTo(new Balance(Shop.FEE, Shop.FEE, Shop.FEE, 0, Shop.FEE - 500));
        assertThat(manager.get("/api/v1/admin/money/days?from=" + day + "&to=" + day)
                        .list()
                        .getFirst())
                .extractingByKey("refunded")
                .isEqualTo(Map.of("minor", (int) Shop.FEE, "currency", "CNY"));
        shop.clock.advance(Duration.ofDays(1)); // the channel has a bill of days that are over
        Http.Reply bill = http.as(people.aManager())
                .get("/api/v1/admin/money/reconciliations?day=" + day)
                .expect(200);
        assertThat(bill.<Boolean>at("agrees")).isTrue();
    }

    @Test
    void whatIsRecordedByHandIsExactlyWhatIsLeft() {
        Refund owed = refund("BY_HAND", 0); // makes every refund that there is one by hand
        Refund refund = refundClosedAndRequestedAgainInPart();
        Http manager = http.as(people.aManager());

        for (long minor : List.of(1L, Shop.FEE - 501, Shop.FEE - 499, Shop.FEE + 1)) {
            manager.post(REFUNDS + "/" + refund.no() + "/settlements", Map.of("note", "回单 17", "amountMinor", minor))
                    .expectProblem(409, "not-what-is-left");
        }
        manager.post(REFUNDS + "/" + owed.no() + "/settlements", Map.of("note", "回单 17", "amountMinor", 500))
                .expectProblem(409, "not-what-is-left");
        manager.post(REFUNDS + "/" + owed.no() + "/settlements", Map.of("note", "回单 17", "amountMinor", Shop.FEE))
                .expect(200);
    }

    @Test
    void twoManagersWhoRecordTheSameRestRecordItOnce() {
        Refund refund = refundClosedAndRequestedAgainInPart();
        Http manager = http.as(people.aManager());
        Callable<Integer> settle = () -> manager.post(
                        REFUNDS + "/" + refund.no() + "/settlements",
                        Map.of("note", "回单 17", "amountMinor", Shop.FEE - 500))
                .status();

        List<Integer> answers = Race.answers(settle, settle);

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(shop.number("SELECT COUNT(*) FROM refund WHERE status = 'HANDED_BACK'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"图像审核不合格，费用原路退回, The photo was rejected", "重复支付，原路退回, Paid twice", "协商退款, 协商退款"})
    void thePayerReadsTheProgramsReasonsInTheOwnLanguage(String reason, String english) {
        Refund refund = refund("REQUESTED", 0);
        shop.run("UPDATE refund SET reason = '" + reason + "'");

        assertThat(payer.of(refund.subjectNo(), Language.EN).getFirst().reason())
                .isEqualTo(english);
        assertThat(payer.of(refund.subjectNo(), Language.ZH).getFirst().reason())
                .isEqualTo(reason);
    }

    /** The whole fee, closed by the channel; 5 yuan of it went back since. */
    private Refund refundClosedAndRequestedAgainInPart() {
        Refund refund = refund("CLOSED", 0);
        shop.refundsEnd(shop.payments.payment(refund.paymentNo()), "SUCCESS");
        http.as(people.aManager())
                .post(
                        "/api/v1/admin/payments/" + refund.paymentNo() + "/refunds",
                        Map.of("amountMinor", 500, "reason", "部分退款"))
                .expect(201);
        shop.settleRefunds();
        return refund;
    }

    private Refund refund(String status, int days) {
        Order order = shop.paid();
        boolean byChannel = List.of("CLOSED", "ABNORMAL").contains(status);
        if (byChannel) {
            shop.refundsEnd(shop.payments.payment(shop.now(order).paymentNo()), status);
        }
        shop.orders.refund(order.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);
        if (byChannel) {
            shop.settleRefunds();
        } else {
            shop.run("UPDATE refund SET status = '" + status + "'");
        }
        shop.clock.advance(Duration.ofDays(days));
        return shop.payments.refundsOf(order.no()).getFirst();
    }

    private static List<Map<String, Object>> attention(Http manager) {
        return manager.get(REFUNDS + "?attention=true").expect(200).at("items");
    }

    private static String whatNow(Http manager, Refund refund, String language) {
        return manager.get(REFUNDS + "/" + refund.no(), "Accept-Language", language)
                .expect(200)
                .at("whatNow");
    }
}
