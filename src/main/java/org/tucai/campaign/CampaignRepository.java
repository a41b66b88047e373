package org.tucai.campaign;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CampaignRepository extends GenericRepository<Campaign, Long> {
    Campaign save(Campaign campaign);

    @Query("SELECT * FROM campaign WHERE no = :no LOCK IN SHARE MODE")
    Optional<Campaign> hold(String no);

    Campaign update(Campaign campaign);

    Optional<Campaign> findByNo(String no);

    List<Campaign> findByNoIn(Collection<String> nos);

    List<Campaign> findBySchoolNo(String schoolNo);

    /** The open campaign with this feature code, otherwise the newest closed one; the column compares ignoring case. */
    @Query("""
            SELECT * FROM campaign WHERE school_no = :schoolNo AND feature_code = :featureCode AND status <> 'DRAFT'
            ORDER BY status = 'OPEN' DESC, id DESC LIMIT 1""")
    Optional<Campaign> announced(String schoolNo, String featureCode);

    @Query("""
            SELECT * FROM campaign WHERE school_no = :schoolNo AND feature_code = :featureCode AND status <> 'CLOSED'
              AND no <> :exceptNo""")
    List<Campaign> live(String schoolNo, String featureCode, String exceptNo);

    /** Those before the cursor, newest first; a null filter matches everything. */
    @Query("""
            SELECT * FROM campaign
            WHERE (created_at < :at OR (created_at = :at AND no < :no))
              AND (:schoolNo IS NULL OR school_no = :schoolNo)
              AND (:status IS NULL OR status = :status)
            ORDER BY created_at DESC, no DESC LIMIT :limit""")
    List<Campaign> before(Instant at, String no, @Nullable String schoolNo, @Nullable String status, int limit);

    /** Open campaigns whose current window ends by that instant. */
    @Query("""
            SELECT no AS campaign_no, IF(:now < closes_at, closes_at, make_up_closes_at) AS ends_at FROM campaign
            WHERE status = 'OPEN'
              AND ((opens_at <= :now AND :now < closes_at AND closes_at <= :before)
                OR (make_up_opens_at <= :now AND :now < make_up_closes_at AND make_up_closes_at <= :before))""")
    List<EndingWindow> endingBefore(Instant now, Instant before);

    @Query("""
            SELECT no FROM campaign
            WHERE status = 'OPEN' AND closes_at < :before AND (make_up_closes_at IS NULL OR make_up_closes_at < :before)""")
    List<String> openButOverBefore(Instant before);
}
