package org.tucai.notification;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SandboxMessageRepository extends GenericRepository<SandboxMessage, Long> {
    /** Stores the message, unless this delivery was stored before. */
    @Query("""
            INSERT INTO sandbox_message (delivery_no, channel, template, recipient, content, sent_at)
            VALUES (:deliveryNo, :channel, :template, :recipient, :content, :sentAt)
            ON DUPLICATE KEY UPDATE id = id""")
    void take(
            String deliveryNo,
            Channel channel,
            MessageTemplate template,
            String recipient,
            String content,
            Instant sentAt);

    @Query("SELECT * FROM sandbox_message WHERE recipient = :recipient ORDER BY id DESC LIMIT :limit")
    List<SandboxMessage> newestOf(String recipient, int limit);

    @Query("DELETE FROM sandbox_message WHERE sent_at < :before LIMIT 10000")
    long deleteSentBefore(Instant before);
}
