package org.tucai.payment;

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
interface PaymentRepository extends CrudRepository<Payment, Long> {
    Optional<Payment> findByNo(String no);

    List<Payment> findByNoIn(Collection<String> nos);

    Optional<Payment> findByGatewayAndTransactionNo(String gateway, String transactionNo);

    List<Payment> findBySubjectNoOrderByIdAsc(String subjectNo);

    @Query("SELECT * FROM payment WHERE no = :no FOR UPDATE")
    Optional<Payment> lock(String no);

    @Query(
            "SELECT * FROM payment WHERE subject_no = :subjectNo AND status IN ('CREATED', 'AWAITING') ORDER BY id FOR UPDATE")
    List<Payment> lockOpen(String subjectNo);

    /** The channels of open payments, also those no longer configured. */
    @Query("SELECT DISTINCT gateway FROM payment WHERE status IN ('CREATED', 'AWAITING')")
    List<String> gatewaysOfOpen();

    /** Numbers of open payments the channel has not been asked about since {@code before}. */
    @Query("SELECT no FROM payment WHERE gateway = :gateway AND status IN ('CREATED', 'AWAITING')"
            + " AND COALESCE(checked_at, created_at) < :before"
            + " ORDER BY COALESCE(checked_at, created_at) LIMIT :most")
    List<String> uncheckedSince(String gateway, Instant before, int most);

    @Query("UPDATE payment SET expires_at = :at WHERE no = :no")
    void endTimeToPay(String no, Instant at);

    @Query("UPDATE payment SET checked_at = :at WHERE no = :no")
    void checked(String no, Instant at);

    @Query("SELECT * FROM payment WHERE (created_at < :at OR (created_at = :at AND no < :no))"
            + " AND (:status IS NULL OR status = :status)"
            + " ORDER BY created_at DESC, no DESC LIMIT :most")
    List<Payment> page(Instant at, String no, @Nullable String status, int most);

    /** Those whose money was not kept and is not back, and open ones of which nothing was heard; few, so they are found before they are sorted. */
    @Query("SELECT p.* FROM (SELECT id FROM payment WHERE give_back IS NOT NULL AND refunded_minor < paid_minor"
            + " UNION SELECT id FROM payment WHERE status IN ('CREATED', 'AWAITING') AND expires_at < :silentSince) wanted"
            + " JOIN payment p ON p.id = wanted.id"
            + " WHERE (p.created_at < :at OR (p.created_at = :at AND p.no < :no))"
            + " AND (:status IS NULL OR p.status = :status)"
            + " AND (:transactionNo IS NULL OR p.transaction_no = :transactionNo)"
            + " ORDER BY p.created_at DESC, p.no DESC LIMIT :most")
    List<Payment> attention(
            Instant at,
            String no,
            @Nullable String status,
            @Nullable String transactionNo,
            Instant silentSince,
            int most);

    /** At most one per channel; the key begins with the channel, so it is read once for each that ever was. */
    @Query("SELECT p.* FROM (SELECT DISTINCT gateway FROM payment) g"
            + " JOIN payment p ON p.gateway = g.gateway AND p.transaction_no = :transactionNo"
            + " WHERE (p.created_at < :at OR (p.created_at = :at AND p.no < :no))"
            + " AND (:status IS NULL OR p.status = :status)"
            + " ORDER BY p.created_at DESC, p.no DESC LIMIT :most")
    List<Payment> ofTransaction(String transactionNo, Instant at, String no, @Nullable String status, int most);

    @Query("SELECT DATE(paid_at + INTERVAL 8 HOUR) AS day, COUNT(*) AS items, SUM(paid_minor) AS minor FROM payment"
            + " WHERE paid_at >= :from AND paid_at < :to GROUP BY DATE(paid_at + INTERVAL 8 HOUR) ORDER BY day")
    List<DaySum> receivedByDay(Instant from, Instant to);

    @Query("SELECT no, COALESCE(transaction_no, '') AS channel_no, paid_minor AS minor FROM payment"
            + " WHERE gateway = :gateway AND paid_at >= :from AND paid_at < :to")
    List<BookLine> receivedBetween(String gateway, Instant from, Instant to);

    @Query("SELECT COALESCE(SUM(paid_minor), 0) AS received, COALESCE(SUM(refund_asked_minor), 0) AS promised,"
            + " COALESCE(SUM(refunded_minor), 0) AS refunded,"
            + " (SELECT COALESCE(SUM(amount_minor), 0) FROM refund WHERE status = 'BY_HAND') AS owed_by_hand,"
            + " (SELECT COALESCE(SUM(amount_minor), 0) FROM refund WHERE status = 'HANDED_BACK') AS handed_back"
            + " FROM payment")
    Balance balance();

    /** Null before the first one. */
    @Nullable
    @Query("SELECT MIN(created_at) FROM payment")
    Instant firstCreatedAt();

    /** The id of the newest payment; 0 without any. */
    @Query("SELECT COALESCE(MAX(id), 0) FROM payment")
    long lastId();

    /** Numbers of payments, of those with such ids, whose sums differ from their refunds. */
    @Query("SELECT p.no FROM payment p LEFT JOIN refund r ON r.payment_no = p.no"
            + " WHERE p.id > :after AND p.id <= :until"
            + " GROUP BY p.id, p.no, p.refunded_minor, p.refund_asked_minor"
            + " HAVING p.refunded_minor <> COALESCE(SUM(CASE WHEN r.status IN ('SUCCEEDED', 'HANDED_BACK', 'BACK_TWICE')"
            + " THEN r.amount_minor ELSE 0 END), 0)"
            + " OR p.refund_asked_minor <> COALESCE(SUM(CASE WHEN r.status <> 'CLOSED' THEN r.amount_minor ELSE 0 END), 0)"
            + " LIMIT :most")
    List<String> outOfStep(long after, long until, int most);
}
