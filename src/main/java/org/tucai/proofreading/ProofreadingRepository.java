package org.tucai.proofreading;

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
interface ProofreadingRepository extends CrudRepository<Proofreading, Long> {
    Optional<Proofreading> findByNo(String no);

    Optional<Proofreading> findByNoAndAccountNo(String no, String accountNo);

    List<Proofreading> findByAccountNoOrderByIdDesc(String accountNo);

    List<Proofreading> findByCaptureNoIn(Collection<String> captureNos);

    @Query("SELECT * FROM proofreading WHERE no = :no FOR UPDATE")
    Optional<Proofreading> lock(String no);

    @Query("UPDATE proofreading SET account_no = :accountNo, version = version + 1 WHERE capture_no = :captureNo")
    long handOver(String captureNo, String accountNo);

    /** Numbers of open checks whose due date is a guess, or was counted over that time, after that number. */
    @Query("""
            SELECT no FROM proofreading
            WHERE status = 'OPEN' AND no > :after AND (provisional OR (due_at > :from AND asked_at < :until))
            ORDER BY no LIMIT :limit""")
    List<String> countedOver(String after, Instant from, Instant until, int limit);

    @Query("SELECT * FROM proofreading WHERE capture_no = :captureNo ORDER BY id FOR UPDATE")
    List<Proofreading> lockOf(String captureNo);

    @Query("""
            SELECT * FROM proofreading
            WHERE (opened_at < :at OR (opened_at = :at AND no < :no)) AND (:campaignNo IS NULL OR campaign_no = :campaignNo)
            ORDER BY opened_at DESC, no DESC LIMIT :most""")
    List<Proofreading> page(Instant at, String no, @Nullable String campaignNo, int most);

    /** The same of one status, never searched for among the newest of every status: those answered are most of all, and not the newest. */
    @Query("""
            SELECT * FROM proofreading IGNORE INDEX (proofreading_newest, proofreading_campaign_newest)
            WHERE status = :status AND (opened_at < :at OR (opened_at = :at AND no < :no))
              AND (:campaignNo IS NULL OR campaign_no = :campaignNo)
            ORDER BY opened_at DESC, no DESC LIMIT :most""")
    List<Proofreading> pageOf(String status, Instant at, String no, @Nullable String campaignNo, int most);
}
