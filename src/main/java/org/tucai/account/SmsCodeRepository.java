package org.tucai.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SmsCodeRepository extends GenericRepository<SmsCode, Long> {
    @Query("""
            INSERT INTO sms_code (phone_index, wrong_tries, sent_on_day) VALUES (:phoneIndex, 0, 0)
            ON DUPLICATE KEY UPDATE id = id""")
    void begin(String phoneIndex);

    @Query("SELECT * FROM sms_code WHERE phone_index = :phoneIndex FOR UPDATE")
    Optional<SmsCode> lock(String phoneIndex);

    Optional<SmsCode> findByPhoneIndex(String phoneIndex);

    SmsCode update(SmsCode code);

    @Query("DELETE FROM sms_code WHERE sent_at < :before LIMIT 10000")
    long deleteSentBefore(Instant before);
}
