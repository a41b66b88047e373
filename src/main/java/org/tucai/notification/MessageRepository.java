package org.tucai.notification;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MessageRepository extends GenericRepository<Message, Long> {
    Message save(Message message);

    Optional<Message> findByNoAndAccountNo(String no, String accountNo);

    @Query("""
            SELECT * FROM message
            WHERE account_no = :accountNo AND (created_at < :at OR (created_at = :at AND no < :no))
            ORDER BY created_at DESC, no DESC LIMIT :limit""")
    List<Message> before(String accountNo, Instant at, String no, int limit);

    @Query("""
            SELECT COUNT(*) FROM message
            WHERE account_no = :accountNo AND template = :template AND subject = :subject AND created_at >= :since""")
    long countSince(String accountNo, MessageTemplate template, String subject, Instant since);

    @Query("UPDATE message SET account_no = :to WHERE account_no = :from")
    long handOver(String from, String to);

    boolean existsByAccountNoAndTemplateAndSubject(String accountNo, MessageTemplate template, String subject);

    @Query("DELETE FROM message WHERE account_no = :accountNo")
    long deleteOf(String accountNo);

    long countByAccountNoAndReadAtIsNull(String accountNo);

    @Query("UPDATE message SET read_at = :at WHERE account_no = :accountNo AND no = :no AND read_at IS NULL")
    long markRead(String accountNo, String no, Instant at);

    @Query("UPDATE message SET read_at = :at WHERE account_no = :accountNo AND read_at IS NULL")
    long markAllRead(String accountNo, Instant at);
}
