package org.tucai.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.tucai.platform.web.Language;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountRepository extends GenericRepository<Account, Long> {
    Account update(Account account);

    void delete(Account account);

    Optional<Account> findByNo(String no);

    boolean existsByNo(String no);

    Optional<Account> findByPhoneIndex(String phoneIndex);

    @Query("SELECT * FROM account WHERE no = :no FOR UPDATE")
    Optional<Account> lockByNo(String no);

    @Query("SELECT * FROM account WHERE phone_index = :phoneIndex FOR UPDATE")
    Optional<Account> lockByPhone(String phoneIndex);

    @Query("SELECT * FROM account WHERE openid_index = :openidIndex FOR UPDATE")
    Optional<Account> lockByOpenid(String openidIndex);

    /** Creates the account of a phone number unless there is one; waits for a concurrent request that is creating it. */
    @Query("""
            INSERT INTO account (no, phone, phone_index, phone_verified_at, language, created_at, version)
            VALUES (:no, :phone, :phoneIndex, :at, :language, :at, 0)
            ON DUPLICATE KEY UPDATE id = id""")
    void beginWithPhone(String no, String phone, String phoneIndex, Language language, Instant at);

    /** The same for a WeChat id. */
    @Query("""
            INSERT INTO account (no, openid, openid_index, language, created_at, version)
            VALUES (:no, :openid, :openidIndex, :language, :at, 0)
            ON DUPLICATE KEY UPDATE id = id""")
    void beginWithOpenid(String no, String openid, String openidIndex, Language language, Instant at);

    /** Creates an account that nobody can sign in to. */
    @Query("INSERT INTO account (no, language, created_at, version) VALUES (:no, :language, :at, 0)")
    void beginUnclaimed(String no, Language language, Instant at);
}
