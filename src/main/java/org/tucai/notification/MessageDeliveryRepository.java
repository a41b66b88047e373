package org.tucai.notification;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tucai.platform.web.Language;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MessageDeliveryRepository extends GenericRepository<MessageDelivery, Long> {
    MessageDelivery save(MessageDelivery delivery);

    MessageDelivery update(MessageDelivery delivery);

    Optional<MessageDelivery> findByNo(String no);

    @Query("SELECT * FROM message_delivery WHERE no = :no FOR UPDATE")
    Optional<MessageDelivery> lockByNo(String no);

    @Query("UPDATE message_delivery SET account_no = :to, version = version + 1 WHERE account_no = :from")
    long handOver(String from, String to);

    /** Redirects an account's unsent SMS to its phone number, so that they no longer need the account. */
    @Query("""
            UPDATE message_delivery SET account_no = NULL, language = :language, recipient = :recipient, expires_at = :expiry,
                   version = version + 1
            WHERE account_no = :accountNo AND template IN (:templates) AND channel = 'SMS' AND settled_at IS NULL""")
    long detach(
            String accountNo,
            Collection<MessageTemplate> templates,
            Language language,
            String recipient,
            Instant expiry);

    /** An account's deliveries after that id, oldest first. */
    @Query("SELECT * FROM message_delivery WHERE account_no = :accountNo AND id > :after ORDER BY id LIMIT :limit")
    List<MessageDelivery> of(String accountNo, long after, int limit);

    @Query("DELETE FROM message_delivery WHERE account_no = :accountNo")
    long deleteOf(String accountNo);

    @Query("DELETE FROM message_delivery WHERE settled_at < :before LIMIT 10000")
    long deleteSettledBefore(Instant before);
}
