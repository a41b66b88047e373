package org.tucai.journey.random;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tucai.capture.CaptureStatus;
import org.tucai.forwarding.PackageStatus;
import org.tucai.order.MoneyFigures;
import org.tucai.order.OrderStatus;
import org.tucai.order.ShipmentStatus;
import org.tucai.payment.PaymentStatus;
import org.tucai.payment.RefundStatus;
import org.tucai.proofreading.ProofreadingStatus;
import org.tucai.review.ReviewStatus;
import org.tucai.testing.MutableClock;
import org.tucai.testing.Rows;

/** Invariants that hold at any moment, whatever was done. */
@Singleton
class Promises {
    private static final String CLOSED_REFUND =
            " NOT EXISTS (SELECT 1 FROM refund r WHERE r.payment_no = o.payment_no AND r.status = 'CLOSED')";

    /** More is kept of an order than prints cost that were sent. */
    private static final String FEE_KEPT =
            " o.paid_minor - o.refund_asked_minor > COALESCE((SELECT SUM(l.quantity * l.unit_minor) FROM order_line l"
                    + " JOIN print_shipment s ON s.order_no = o.no AND s.status IN ('SHIPPED', 'DELIVERED')"
                    + " WHERE l.order_id = o.id AND l.kind <> 'CAPTURE_FEE'), 0)";

    /** Queries that must find nothing, by what a result would mean. */
    private static final Map<String, String> NOTHING = Map.ofEntries(
            Map.entry("a failed job", "SELECT CONCAT(type, ' ', subject, ' ', COALESCE(reason, '')) FROM failed_job"),
            Map.entry(
                    "more promised back than came in, or more given back than promised",
                    "SELECT no FROM payment WHERE refund_asked_minor > paid_minor OR refunded_minor > refund_asked_minor"),
            Map.entry(
                    "a refund of another amount at the channel",
                    "SELECT r.no FROM refund r JOIN sandbox_refund s ON s.refund_no = r.no WHERE s.amount_minor <> r.amount_minor"),
            Map.entry(
                    "a refund done that the channel has not done, or the other way round",
                    "SELECT r.no FROM refund r LEFT JOIN sandbox_refund s ON s.refund_no = r.no"
                            + " WHERE (r.status = 'SUCCEEDED' AND COALESCE(s.state, '') <> 'SUCCESS')"
                            + " OR (r.status IN ('REQUESTED', 'BY_HAND', 'HANDED_BACK') AND s.state = 'SUCCESS')"),
            Map.entry(
                    "a fee kept of a capture that was given up",
                    "SELECT o.no FROM purchase_order o JOIN capture c ON c.no = o.capture_no WHERE c.status IN ('WITHDRAWN', 'EXPIRED')"
                            + " AND" + FEE_KEPT + " AND" + CLOSED_REFUND),
            Map.entry(
                    "a fee kept of a rejected photo where it goes back",
                    "SELECT o.no FROM purchase_order o JOIN capture c ON c.no = o.capture_no JOIN campaign k ON k.no = c.campaign_no"
                            + " WHERE c.status = 'REJECTED' AND k.on_rejection = 'REFUND' AND k.pay_when = 'AFTER_SHOOTING'"
                            + " AND" + FEE_KEPT + " AND" + CLOSED_REFUND),
            Map.entry(
                    "a fee kept of an order that is not the last",
                    "SELECT o.no FROM purchase_order o JOIN purchase_order n ON n.capture_no = o.capture_no AND n.id > o.id"
                            + " WHERE" + FEE_KEPT + " AND" + CLOSED_REFUND),
            Map.entry(
                    "the price of prints given back unasked though they were sent, or kept though they were not",
                    "SELECT o.no FROM purchase_order o LEFT JOIN print_shipment s ON s.order_no = o.no"
                            + " AND s.status IN ('SHIPPED', 'DELIVERED') WHERE o.kept_minor > 0 AND (s.id IS NULL"
                            + " OR o.kept_minor > (SELECT SUM(l.quantity * l.unit_minor) FROM order_line l"
                            + " WHERE l.order_id = o.id AND l.kind <> 'CAPTURE_FEE')"
                            + " OR o.status NOT IN ('REFUNDING', 'REFUNDED'))"),
            Map.entry(
                    "money that was not kept and is not promised back",
                    "SELECT o.no FROM payment o WHERE o.give_back IS NOT NULL AND o.refund_asked_minor < o.paid_minor"
                            + " AND NOT EXISTS (SELECT 1 FROM refund r WHERE r.payment_no = o.no AND r.status = 'CLOSED')"),
            Map.entry(
                    "a photo in review that is not paid",
                    "SELECT c.no FROM capture c JOIN campaign k ON k.no = c.campaign_no WHERE c.status = 'IN_REVIEW'"
                            + " AND k.status = 'OPEN' AND NOT EXISTS (SELECT 1 FROM purchase_order o WHERE o.capture_no = c.no"
                            + " AND o.status IN ('PAID', 'PARTLY_REFUNDED'))"),
            Map.entry(
                    "a capture that awaits a payment of no order",
                    "SELECT c.no FROM capture c WHERE c.status = 'AWAITING_PAYMENT' AND NOT EXISTS (SELECT 1 FROM purchase_order o"
                            + " WHERE o.live_capture_no = c.no AND o.status = 'AWAITING_PAYMENT')"),
            Map.entry(
                    "an order that awaits payment for a capture that needs none",
                    "SELECT o.no FROM purchase_order o JOIN capture c ON c.no = o.capture_no JOIN campaign k ON k.no = c.campaign_no"
                            + " WHERE o.status = 'AWAITING_PAYMENT' AND c.status <> 'AWAITING_PAYMENT'"
                            + " AND NOT (k.pay_when = 'BEFORE_SHOOTING' AND c.status IN"
                            + " ('BOUND', 'PHOTO_READY', 'REJECTED', 'RETURNED', 'ERRATUM'))"),
            Map.entry(
                    "a photo in review without a review, or the other way round",
                    "SELECT c.no FROM capture c WHERE (c.status = 'IN_REVIEW') <> EXISTS (SELECT 1 FROM review r"
                            + " WHERE r.live_capture = c.no AND r.photo_no = c.photo_no"
                            + " AND r.status IN ('WAITING', 'CLAIMED', 'DECIDED'))"),
            Map.entry(
                    "a capture live that was given up, or the other way round",
                    "SELECT no FROM capture WHERE (live_key IS NULL) <> (status IN ('WITHDRAWN', 'EXPIRED') OR ended_at IS NOT NULL)"),
            Map.entry(
                    "an accepted photo without a package",
                    "SELECT c.no FROM capture c WHERE c.status IN ('ACCEPTED', 'FORWARDED') AND c.ended_at IS NULL"
                            + " AND NOT EXISTS (SELECT 1 FROM photo_package p WHERE p.photo_no = c.photo_no)"),
            Map.entry(
                    "money back and not told, or told otherwise",
                    "SELECT c.no FROM capture c JOIN account a ON a.no = c.account_no AND a.openid_index IS NOT NULL WHERE"
                            + " (SELECT COUNT(*) FROM message m WHERE m.subject = c.no AND m.template = 'REFUNDED') <>"
                            + " (SELECT COUNT(*) FROM state_transition t JOIN purchase_order o ON o.no = t.subject"
                            + " WHERE o.capture_no = c.no AND t.to_state = 'REFUNDED' AND t.cause = 'refund-done')"),
            Map.entry(
                    "prints paid and no shipment, or the other way round",
                    "SELECT o.no FROM purchase_order o JOIN print_shipment s ON s.order_no = o.no WHERE s.status = 'WAITING'"
                            + " AND o.status IN ('REFUNDING', 'REFUNDED')"));

    /** Messages that report a transition, by the state it leads to. */
    private static final Map<String, String> TOLD = Map.of(
            "IN_REVIEW", "'SUBMITTED'",
            "ACCEPTED", "'ACCEPTED'",
            "REJECTED",
                    "'REJECTED', 'REJECTED_ON_SITE', 'REJECTED_FREE', 'REJECTED_FREE_ON_SITE', 'REJECTED_TO_PAY',"
                            + " 'REJECTED_TO_PAY_ON_SITE', 'REJECTED_LATER', 'REJECTED_OVER'",
            "RETURNED", "'RETURNED', 'RETURNED_ON_SITE', 'RETURNED_LATER', 'RETURNED_TO_PAY', 'RETURNED_OVER'",
            "ERRATUM",
                    "'ERRATUM', 'ERRATUM_ON_SITE', 'ERRATUM_LATER', 'ERRATUM_TO_PAY', 'ERRATUM_OVER',"
                            + " 'RETAKE_ORDERED', 'RETAKE_ORDERED_ON_SITE', 'RETAKE_ORDERED_LATER', 'RETAKE_ORDERED_TO_PAY'",
            "EXPIRED", "'EXPIRED'");

    /** Orders that can still be paid, of a fee that is higher than the campaign's. */
    private static final String TOO_DEAR =
            "SELECT o.no FROM purchase_order o JOIN campaign k ON k.no = o.campaign_no AND k.status = 'OPEN'"
                    + " JOIN order_line l ON l.order_id = o.id AND l.kind = 'CAPTURE_FEE'"
                    + " WHERE o.status = 'AWAITING_PAYMENT' AND o.pay_by > ? AND l.unit_minor > k.fee_minor";

    private final Rows rows;
    private final MoneyFigures figures;
    private final MutableClock clock;
    private final Map<String, String> known = new HashMap<>();
    private long read;

    Promises(Rows rows, MoneyFigures figures, MutableClock clock) {
        this.rows = rows;
        this.figures = figures;
        this.clock = clock;
    }

    void begin() {
        known.clear();
        read = 0;
    }

    /** Violated invariants, in words; empty when all hold. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        figures.check().faults().forEach(no -> broken.add("the books do not add up: " + no));
        NOTHING.forEach((what, sql) -> rows.texts(sql).forEach(no -> broken.add(what + ": " + no)));
        rows.texts(TOO_DEAR, now()).forEach(no -> broken.add("an order of more than the fee today: " + no));
        broken.addAll(untold());
        broken.addAll(missteps());
        broken.addAll(otherwise());
        return broken;
    }

    /** As the database writes it. */
    private String now() {
        return clock.instant().toString().replace('T', ' ').replace("Z", "");
    }

    private List<String> untold() {
        List<String> broken = new ArrayList<>();
        TOLD.forEach((state, templates) -> rows.of(
                        "SELECT c.no, (SELECT COUNT(*) FROM state_transition t WHERE t.subject = c.no"
                                + " AND t.to_state = '" + state + "') AS steps, (SELECT COUNT(*) FROM message m"
                                + " WHERE m.subject = c.no AND m.template IN (" + templates
                                + ")) AS told FROM capture c"
                                + " JOIN account a ON a.no = c.account_no AND a.openid_index IS NOT NULL HAVING steps <> told")
                .forEach(row -> broken.add("told otherwise than it went to " + state + ": " + row)));
        return broken;
    }

    /** Transitions along no edge, or starting from a state other than the last one reached. */
    private List<String> missteps() {
        List<String> broken = new ArrayList<>();
        for (Map<String, Object> step : rows.of("SELECT * FROM state_transition WHERE id > ? ORDER BY id", read)) {
            read = ((Number) step.get("id")).longValue();
            String kind = (String) step.get("kind");
            if (!STATES.containsKey(kind)) {
                continue;
            }
            String from = (String) step.get("from_state");
            String to = (String) step.get("to_state");
            String before = known.put((String) step.get("subject"), to);
            boolean follows = from == null ? before == null : from.equals(before);
            if (!follows
                    || (from != null && !from.equals(to) && !next(kind, from).contains(to))) {
                broken.add("a misstep: " + step + " after " + before);
            }
        }
        return broken;
    }

    private static final Map<String, Function<String, Set<?>>> STATES = Map.of(
            "capture", s -> CaptureStatus.valueOf(s).next(),
            "order", s -> OrderStatus.valueOf(s).next(),
            "payment", s -> PaymentStatus.valueOf(s).next(),
            "refund", s -> RefundStatus.valueOf(s).next(),
            "review", s -> ReviewStatus.valueOf(s).next(),
            "package", s -> PackageStatus.valueOf(s).next(),
            "proofreading", s -> ProofreadingStatus.valueOf(s).next(),
            "shipment", s -> ShipmentStatus.valueOf(s).next());

    private static final Map<String, String> TABLES = Map.of(
            "capture", "capture",
            "order", "purchase_order",
            "payment", "payment",
            "refund", "refund",
            "review", "review",
            "package", "photo_package",
            "proofreading", "proofreading",
            "shipment", "print_shipment");

    private static Set<String> next(String kind, String from) {
        return STATES.get(kind).apply(from).stream()
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Rows whose status differs from their history. */
    private List<String> otherwise() {
        List<String> broken = new ArrayList<>();
        TABLES.forEach((kind, table) -> rows.of("SELECT no, status FROM " + table).stream()
                .filter(row -> !row.get("status").equals(known.get((String) row.get("no"))))
                .forEach(row ->
                        broken.add(kind + " " + row + " but its history says " + known.get((String) row.get("no")))));
        return broken;
    }
}
