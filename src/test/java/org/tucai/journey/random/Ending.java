package org.tucai.journey.random;

import static org.tucai.journey.random.UnitMoves.ADMIN;
import static org.tucai.journey.random.UnitMoves.REVIEW;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tucai.order.MoneyFigures;
import org.tucai.payment.sandbox.FickleChannel;
import org.tucai.payment.sandbox.FickleChannel.Mood;
import org.tucai.testing.Http;
import org.tucai.testing.TestAuthority;

/** Everybody does what is left to do, channel and authority are willing, and nearly two years pass: nothing may be left open. */
@Singleton
class Ending {
    private static final int WEEKS_OF_WORK = 6;

    /** A picture never answered, because the authority got a later one, is kept for a year, and for its school half a year more. */
    private static final int MONTHS = 20;

    private static final Map<String, String> LEFT = Map.of(
            "capture",
                    "SELECT no, status FROM capture WHERE status NOT IN ('VERIFIED', 'WITHDRAWN', 'EXPIRED')"
                            + " AND NOT (status = 'FORWARDED' AND ended_at IS NOT NULL) OR facts_sealed IS NOT NULL",
            "order", "SELECT no, status FROM purchase_order WHERE status IN ('AWAITING_PAYMENT', 'REFUNDING')",
            "payment", "SELECT no, status FROM payment WHERE status IN ('CREATED', 'AWAITING')",
            "refund", "SELECT no, status FROM refund WHERE status NOT IN ('SUCCEEDED', 'CLOSED', 'HANDED_BACK')",
            "review", "SELECT no, status FROM review WHERE status NOT IN ('EFFECTIVE', 'WITHDRAWN')",
            "package", "SELECT no, status FROM photo_package WHERE status = 'WAITING'",
            "proofreading", "SELECT no, status FROM proofreading WHERE status IN ('OPEN', 'DISPUTED')",
            "shipment", "SELECT no, status FROM print_shipment WHERE status IN ('WAITING', 'SHIPPED')",
            "job",
                    "SELECT task_name, task_instance, execution_time, consecutive_failures FROM scheduled_tasks"
                            + " UNION ALL SELECT task_name, task_instance, execution_time, consecutive_failures FROM background_tasks",
            "picture", "SELECT no, status FROM photo WHERE blob_key IS NOT NULL");

    private final Stage stage;
    private final OutsideMoves outside;
    private final FickleChannel channel;
    private final TestAuthority authority;
    private final MoneyFigures figures;

    Ending(Stage stage, OutsideMoves outside, FickleChannel channel, TestAuthority authority, MoneyFigures figures) {
        this.stage = stage;
        this.outside = outside;
        this.channel = channel;
        this.authority = authority;
        this.figures = figures;
    }

    void come() {
        channel.is(Mood.TALKING);
        authority.isAway(false);
        each(
                "SELECT prepay_no FROM sandbox_payment ORDER BY id",
                no -> stage.http
                        .post("/sandbox/payments/" + no + "/refund-outcomes", Map.of("outcome", "SUCCESS"))
                        .expect(204));
        each(
                "SELECT no FROM campaign WHERE status = 'OPEN' ORDER BY id",
                no -> stage.manager
                        .post(ADMIN + "campaigns/" + no + "/closings", null, "*")
                        .expect(200));
        for (int week = 0; week < WEEKS_OF_WORK; week++) {
            work();
            outside.live(Duration.ofHours(3));
            outside.live(Duration.ofDays(1));
            stage.clock.advance(Duration.ofDays(5));
        }
        for (int month = 0; month < MONTHS; month++) {
            stage.clock.advance(Duration.ofDays(30));
            outside.live(Duration.ofHours(1));
        }
        outside.live(Duration.ofDays(1));
    }

    private void work() {
        stage.reviewers.forEach(this::review);
        review(stage.arbiter);
        each(
                "SELECT no FROM refund WHERE status = 'ABNORMAL' ORDER BY id",
                no -> stage.manager
                        .post(ADMIN + "refunds/" + no + "/retries", null)
                        .expect(200));
        attention().forEach(this::giveBack);
        each(
                "SELECT no FROM print_shipment WHERE status = 'WAITING' ORDER BY id",
                no -> stage.manager
                        .post(
                                ADMIN + "shipments/" + no + "/dispatches",
                                Map.of("carrier", "顺丰", "trackingNo", "SF12345678"))
                        .expect(200));
        each(
                "SELECT no FROM print_shipment WHERE status = 'SHIPPED' ORDER BY id",
                no -> stage.manager
                        .post(ADMIN + "shipments/" + no + "/arrivals", null)
                        .expect(200));
        each(
                "SELECT no FROM proofreading WHERE status = 'DISPUTED' ORDER BY id",
                no -> stage.manager
                        .post(
                                ADMIN + "proofreadings/" + no + "/resolutions",
                                Map.of("resolution", "UNFOUNDED", "note", "已核实"))
                        .expect(201));
        each(
                "SELECT no FROM dispute WHERE status = 'OPEN' ORDER BY id",
                no -> stage.manager
                        .post(ADMIN + "disputes/" + no + "/resolutions", Map.of("answer", "已核对"))
                        .expect(201));
        authority.conclude("同一人");
    }

    private void review(Caller reviewer) {
        reviewer.post(REVIEW + "claims", Map.of("count", 50))
                .expect(200)
                .list()
                .forEach(r -> reviewer.post(
                                REVIEW + "reviews/" + r.get("no") + "/decisions", Map.of("decision", "ACCEPT"))
                        .expect(200));
    }

    /** Refunds outside the channel; where part of it has been promised again, asks for the rest as the refusal suggests. */
    private void giveBack(String refundNo) {
        Http.Reply settled = stage.manager.post(ADMIN + "refunds/" + refundNo + "/settlements", Map.of("note", "银行转账"));
        if (settled.status() == 409 && settled.text().contains("refund-above-remaining")) {
            String payment = stage.rows
                    .texts("SELECT payment_no FROM refund WHERE no = ?", refundNo)
                    .getFirst();
            long left = stage.rows.number("SELECT paid_minor - refund_asked_minor FROM payment WHERE no = ?", payment);
            stage.manager
                    .post(ADMIN + "payments/" + payment + "/refunds", Map.of("amountMinor", left, "reason", "余款"))
                    .expect(201);
        }
    }

    /** Refunds listed for a manager as needing attention. */
    private List<String> attention() {
        List<Map<String, Object>> found = stage.manager
                .get(ADMIN + "refunds?attention=true&limit=200")
                .expect(200)
                .at("items");
        return found.stream().map(r -> (String) r.get("no")).toList();
    }

    private void each(String sql, Consumer<String> does) {
        stage.rows.texts(sql).forEach(does);
    }

    /** What has not come to an end. */
    List<String> unfinished() {
        List<String> left = new ArrayList<>();
        LEFT.forEach((what, sql) -> stage.rows.of(sql).forEach(row -> left.add(what + " " + row)));
        attention().forEach(no -> left.add("refund that needs attention: " + no));
        left.addAll(differences());
        return left;
    }

    /** Where the books differ from the channel's, in total and on a day's bill. */
    private List<String> differences() {
        List<String> found = new ArrayList<>();
        long received = figures.check().balance().received();
        long paid = stage.rows.number("SELECT COALESCE(SUM(paid_minor), 0) FROM sandbox_transaction");
        if (received != paid) {
            found.add("received " + received + " of " + paid);
        }
        each(
                "SELECT DISTINCT DATE(at + INTERVAL 8 HOUR) FROM (SELECT paid_at AS at FROM sandbox_transaction UNION ALL"
                        + " SELECT settled_at FROM sandbox_refund) moved WHERE at IS NOT NULL",
                day -> {
                    String bill = "money/reconciliations?day=" + day;
                    List<Object> differences =
                            stage.manager.get(ADMIN + bill).expect(200).at("differences");
                    differences.forEach(d -> found.add(day + " " + d));
                });
        return found;
    }
}
