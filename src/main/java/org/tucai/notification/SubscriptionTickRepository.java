package org.tucai.notification;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SubscriptionTickRepository extends GenericRepository<SubscriptionTick, Long> {
    List<SubscriptionTick> findByAccountNo(String accountNo);

    Optional<SubscriptionTick> findByAccountNoAndTemplate(String accountNo, MessageTemplate template);

    @Query("""
            INSERT INTO subscription_tick (account_no, template, remaining) VALUES (:accountNo, :template, 1)
            ON DUPLICATE KEY UPDATE remaining = LEAST(remaining + 1, 100)""")
    void add(String accountNo, MessageTemplate template);

    /** Adds the ticks of one account to those of another. */
    @Query("""
            INSERT INTO subscription_tick (account_no, template, remaining)
            SELECT :to, f.template, f.remaining FROM subscription_tick f WHERE f.account_no = :from
            ON DUPLICATE KEY UPDATE subscription_tick.remaining = LEAST(subscription_tick.remaining + f.remaining, 100)""")
    void addAllOf(String from, String to);

    @Query("DELETE FROM subscription_tick WHERE account_no = :accountNo")
    long deleteOf(String accountNo);

    /** Uses up one tick; answers 1 if there was one, otherwise 0. */
    @Query("""
            UPDATE subscription_tick SET remaining = remaining - 1
            WHERE account_no = :accountNo AND template = :template AND remaining > 0""")
    long take(String accountNo, MessageTemplate template);

    @Query("UPDATE subscription_tick SET remaining = 0 WHERE account_no = :accountNo AND template = :template")
    void clear(String accountNo, MessageTemplate template);
}
