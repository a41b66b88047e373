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
interface RefundRepository extends CrudRepository<Refund, Long> {
    /**
     * Condition that the money of a refund closed by the channel is still owed: as much is left of the payment and the same amount was not
     * requested again later, or the whole payment was once promised, so that all that is left is owed, and this is the last closed refund.
     * What is kept on purpose is not left.
     */
    String STILL_OWED =
            "EXISTS (SELECT 1 FROM payment p WHERE p.no = refund.payment_no AND p.refund_asked_minor < p.paid_minor - p.kept_minor"
                    + " AND ((p.paid_minor - p.kept_minor - p.refund_asked_minor >= refund.amount_minor"
                    + " AND NOT EXISTS (SELECT 1 FROM refund n WHERE n.payment_no = p.no AND n.id > refund.id"
                    + " AND n.status <> 'CLOSED' AND n.amount_minor = refund.amount_minor))"
                    + " OR (p.wholly_asked AND refund.id = (SELECT MAX(l.id) FROM refund l"
                    + " WHERE l.payment_no = p.no AND l.status = 'CLOSED'))))";

    /** Condition that a person has to do something about a refund: {@link RefundStep}. */
    String NEEDS_PERSON = "(status IN ('ABNORMAL', 'BY_HAND', 'BACK_TWICE') OR (status = 'CLOSED' AND "
            + STILL_OWED
            + ") OR (status = 'SUBMITTED' AND submit_at < :silentSince)"
            + " OR (status = 'PROCESSING' AND submit_at < :underWaySince AND NOT EXISTS (SELECT 1 FROM state_transition t"
            + " WHERE t.subject = refund.no AND t.to_state = 'PROCESSING' AND t.at >= :underWaySince)))";

    Optional<Refund> findByNo(String no);

    @Query("SELECT COUNT(*) FROM refund WHERE no = :no AND " + STILL_OWED)
    long countStillOwed(String no);

    /** Whether the money of a refund that the channel gave up is still owed. */
    default boolean isStillOwed(String no) {
        return countStillOwed(no) > 0;
    }

    List<Refund> findBySubjectNoOrderByIdAsc(String subjectNo);

    Optional<Refund> findByRequestedByAndRequestKey(String requestedBy, String requestKey);

    @Query("SELECT * FROM refund WHERE no = :no FOR UPDATE")
    Optional<Refund> lock(String no);

    /** The channels of refunds without an outcome, also those no longer configured. */
    @Query("SELECT DISTINCT p.gateway FROM refund r JOIN payment p ON p.no = r.payment_no"
            + " WHERE r.status IN ('SUBMITTED', 'PROCESSING', 'ABNORMAL')")
    List<String> gatewaysOfOpen();

    /** Numbers of refunds without an outcome that the channel has not been asked about since {@code before}. */
    @Query("SELECT r.no FROM refund r JOIN payment p ON p.no = r.payment_no"
            + " WHERE p.gateway = :gateway AND r.status IN ('SUBMITTED', 'PROCESSING', 'ABNORMAL')"
            + " AND COALESCE(r.checked_at, r.submit_at) < :before"
            + " ORDER BY COALESCE(r.checked_at, r.submit_at) LIMIT :most")
    List<String> uncheckedSince(String gateway, Instant before, int most);

    @Query("UPDATE refund SET checked_at = :at WHERE no = :no")
    void checked(String no, Instant at);

    /** Makes the next check ask the channel about the refund, however recently it was asked. */
    @Query("UPDATE refund SET checked_at = NULL WHERE no = :no")
    void checkSoon(String no);

    @Query("SELECT * FROM refund WHERE (requested_at < :at OR (requested_at = :at AND no < :no))"
            + " AND (:status IS NULL OR status = :status)"
            + " AND (:attention = FALSE OR " + NEEDS_PERSON + ")"
            + " ORDER BY requested_at DESC, no DESC LIMIT :most")
    List<Refund> page(
            Instant at,
            String no,
            @Nullable String status,
            boolean attention,
            Instant silentSince,
            Instant underWaySince,
            int most);

    /** Of these refunds, the numbers of those that need a person. */
    @Query("SELECT no FROM refund WHERE no IN (:nos) AND " + NEEDS_PERSON)
    List<String> needingPerson(Collection<String> nos, Instant silentSince, Instant underWaySince);

    @Query(
            "SELECT r.no AS no, COALESCE(r.channel_refund_no, '') AS channel_no, r.amount_minor AS minor"
                    + " FROM refund r JOIN payment p ON p.no = r.payment_no"
                    + " WHERE p.gateway = :gateway AND r.status IN ('SUCCEEDED', 'BACK_TWICE') AND r.settled_at >= :from AND r.settled_at < :to")
    List<BookLine> refundedBetween(String gateway, Instant from, Instant to);

    @Query("SELECT DATE(settled_at + INTERVAL 8 HOUR) AS day, COUNT(*) AS items, SUM(amount_minor) AS minor FROM refund"
            + " WHERE status IN ('SUCCEEDED', 'HANDED_BACK', 'BACK_TWICE') AND settled_at >= :from AND settled_at < :to"
            + " GROUP BY DATE(settled_at + INTERVAL 8 HOUR) ORDER BY day")
    List<DaySum> refundedByDay(Instant from, Instant to);
}
