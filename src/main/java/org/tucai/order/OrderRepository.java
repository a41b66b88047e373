package org.tucai.order;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OrderRepository extends CrudRepository<Order, Long> {
    Optional<Order> findByNo(String no);

    Optional<Order> findByNoAndAccountNo(String no, String accountNo);

    @Query("SELECT * FROM purchase_order WHERE capture_no = :captureNo ORDER BY id DESC LIMIT 1")
    Optional<Order> latest(String captureNo);

    List<Order> findByCaptureNoInOrderById(Collection<String> captureNos);

    @Query("SELECT * FROM purchase_order WHERE capture_no = :captureNo ORDER BY id DESC LIMIT 1 FOR UPDATE")
    Optional<Order> lockLatest(String captureNo);

    @Query("SELECT * FROM purchase_order WHERE live_capture_no = :captureNo FOR UPDATE")
    Optional<Order> lockLive(String captureNo);

    @Query("UPDATE purchase_order SET account_no = :accountNo, version = version + 1 WHERE capture_no = :captureNo")
    long handOver(String captureNo, String accountNo);

    @Query("UPDATE purchase_order SET address_sealed = NULL, version = version + 1"
            + " WHERE capture_no = :captureNo AND address_sealed IS NOT NULL")
    long forgetAddress(String captureNo);

    @Query("UPDATE purchase_order SET address_sealed = NULL, version = version + 1"
            + " WHERE no = :no AND address_sealed IS NOT NULL")
    long forgetAddressOf(String no);

    @Query("SELECT * FROM purchase_order WHERE no = :no FOR UPDATE")
    Optional<Order> lock(String no);

    @Query("SELECT * FROM purchase_order WHERE (placed_at < :at OR (placed_at = :at AND no < :no))"
            + " AND (:accountNo IS NULL OR account_no = :accountNo)"
            + " AND (:campaignNo IS NULL OR campaign_no = :campaignNo)"
            + " AND (:status IS NULL OR status = :status)"
            + " ORDER BY placed_at DESC, no DESC LIMIT :most")
    List<Order> page(
            Instant at,
            String no,
            @Nullable String accountNo,
            @Nullable String campaignNo,
            @Nullable String status,
            int most);

    @Query("SELECT DATE(o.paid_at + INTERVAL 8 HOUR) AS day, l.kind AS kind, SUM(l.quantity * l.unit_minor) AS minor"
            + " FROM purchase_order o JOIN order_line l ON l.order_id = o.id"
            + " WHERE o.payment_no IS NOT NULL AND o.paid_at >= :from AND o.paid_at < :to"
            + " GROUP BY DATE(o.paid_at + INTERVAL 8 HOUR), l.kind ORDER BY day")
    List<DayLineSum> soldByDay(Instant from, Instant to);

    /** The id of the newest order; 0 without any. */
    @Query("SELECT COALESCE(MAX(id), 0) FROM purchase_order")
    long lastId();

    /** Numbers of orders in that span of ids whose total differs from their lines, or whose sums differ from the payment they kept. */
    @Query("SELECT o.no FROM purchase_order o"
            + " LEFT JOIN (SELECT order_id, SUM(quantity * unit_minor) AS minor FROM order_line"
            + " WHERE order_id > :after AND order_id <= :until GROUP BY order_id) l"
            + " ON l.order_id = o.id LEFT JOIN payment p ON p.no = o.payment_no"
            + " WHERE o.id > :after AND o.id <= :until"
            + " AND (o.total_minor <> COALESCE(l.minor, 0) OR o.paid_minor <> COALESCE(p.paid_minor, 0)"
            + " OR o.refund_asked_minor <> COALESCE(p.refund_asked_minor, 0)"
            + " OR o.refunded_minor <> COALESCE(p.refunded_minor, 0)) LIMIT :most")
    List<String> outOfStep(long after, long until, int most);

    /** Numbers of payments in that span of ids whose money is kept although no order has it. */
    @Query("SELECT p.no FROM payment p LEFT JOIN purchase_order o ON o.payment_no = p.no"
            + " WHERE p.id > :after AND p.id <= :until"
            + " AND p.paid_minor > 0 AND p.give_back IS NULL AND o.id IS NULL LIMIT :most")
    List<String> ownerless(long after, long until, int most);
}
