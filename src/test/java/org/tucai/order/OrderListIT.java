package org.tucai.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.payment.Payment;
import org.tucai.payment.PaymentStatus;
import org.tucai.platform.money.Money;
import org.tucai.platform.web.Cursor;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** A manager's lists of orders and payments contain what was asked for, and nothing of anybody else's. */
@TucaiTest
class OrderListIT {
    private static final String ANOTHER = "acc_test00000000000001";

    private final Shop shop;
    private final Http http;
    private final People people;

    OrderListIT(Shop shop, Http http, People people) {
        this.shop = shop;
        this.http = http;
        this.people = people;
    }

    @Test
    void ordersAreFilteredByStudentCampaignAndStatus() {
        String paid = shop.paid().no();
        String open = shop.orders
                .place(new PlaceOrder(
                        ANOTHER,
                        HeardOrders.ONLY_HERE + 2,
                        "cmp_other",
                        Money.fen(Shop.FEE),
                        null,
                        null,
                        shop.clock.instant().plusSeconds(60)))
                .no();
        Http manager = http.as(people.aManager());

        assertThat(listed(manager, "")).containsExactlyInAnyOrder(paid, open);
        assertThat(listed(manager, "?accountNo=" + Shop.STUDENT.no())).containsExactly(paid);
        assertThat(listed(manager, "?accountNo=" + ANOTHER)).containsExactly(open);
        assertThat(listed(manager, "?campaignNo=cmp_other")).containsExactly(open);
        assertThat(listed(manager, "?status=PAID")).containsExactly(paid);
        assertThat(manager.get("/api/v1/admin/orders?status=PAID").<Integer>at("items.0.lines.0.amount.minor"))
                .isEqualTo((int) Shop.FEE);
        assertThat(listed(manager, "?status=PAID&accountNo=" + ANOTHER)).isEmpty();
    }

    @Test
    void anOrderAndItsPaymentShowWhenTheyEnded() {
        Order order = shop.place();
        shop.begin(order);
        Http manager = http.as(people.aManager());
        String address = "/api/v1/admin/orders/" + order.no();
        assertThat(manager.get(address).expect(200).<String>at("order.endedAt")).isNull();

        shop.orders.cancel(order.captureNo(), Shop.STUDENT);
        shop.jobs.runDue();

        Http.Reply ended = manager.get(address).expect(200);
        assertThat(ended.<String>at("order.endedAt")).startsWith("2026-04-20T10:00");
        assertThat(ended.<String>at("payments.0.closedAt")).startsWith("2026-04-20T10:00");
    }

    private static List<Object> listed(Http manager, String query) {
        return Http.column(
                manager.get("/api/v1/admin/orders" + query).expect(200).at("items"), "no");
    }

    @Test
    void paymentsAreFilteredByStatusAndAttention() {
        Payment kept = shop.begin(shop.place());
        shop.pay(kept);
        Payment tooLittle = shop.begin(shop.anotherPlace(2));
        shop.pay(tooLittle, Map.of("amountMinor", 1400)).expect(200);
        shop.jobs.runDue();

        assertThat(payments(PaymentStatus.SUCCEEDED, false)).containsExactly(kept.no());
        assertThat(payments(PaymentStatus.MISMATCHED, true)).containsExactly(tooLittle.no());
        assertThat(payments(PaymentStatus.SUCCEEDED, true)).isEmpty();
    }

    @Test
    void aPaymentIsFoundByItsNumberOnTheBillWithTheOtherFilters() {
        Payment kept = shop.begin(shop.place());
        shop.pay(kept);
        Payment tooLittle = shop.begin(shop.anotherPlace(2));
        shop.pay(tooLittle, Map.of("amountMinor", 1400)).expect(200);
        shop.jobs.runDue();
        shop.run("UPDATE payment SET gateway = 'gone' WHERE no = '" + tooLittle.no() + "'"); // no longer configured
        Http manager = http.as(people.aManager());
        String ofKept = "?transactionNo=" + shop.now(kept).transactionNo();
        String ofTooLittle = "?transactionNo=" + shop.now(tooLittle).transactionNo();

        assertThat(payments(manager, ofKept)).containsExactly(kept.no());
        assertThat(payments(manager, ofTooLittle)).containsExactly(tooLittle.no());
        assertThat(payments(manager, ofTooLittle + "&attention=true&status=MISMATCHED"))
                .containsExactly(tooLittle.no());
        assertThat(payments(manager, ofKept + "&attention=true")).isEmpty();
        assertThat(payments(manager, ofKept + "&status=MISMATCHED")).isEmpty();
        assertThat(payments(manager, ofKept.substring(0, ofKept.length() - 1))).isEmpty();
        for (String wrong : List.of("", "4".repeat(81), "%E5%8D%95%E5%8F%B7")) {
            manager.get("/api/v1/admin/payments?transactionNo=" + wrong).expectPlainProblem(422, "invalid-fields");
        }
    }

    private static List<Object> payments(Http manager, String query) {
        return Http.column(
                manager.get("/api/v1/admin/payments" + query).expect(200).at("items"), "no");
    }

    private List<String> payments(PaymentStatus status, boolean attention) {
        return shop.payments.payments(status, attention, null, Cursor.END, 10).items().stream()
                .map(Payment::no)
                .toList();
    }
}
