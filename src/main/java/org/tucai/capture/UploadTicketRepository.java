package org.tucai.capture;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface UploadTicketRepository extends GenericRepository<UploadTicket, Long> {
    UploadTicket save(UploadTicket ticket);

    /**
     * The ticket presented with an upload.
     *
     * @param hash of the upload
     */
    @Query("""
            SELECT c.account_no, t.source, t.photo_no, t.expires_at, c.no AS capture_no, c.status, c.tries_used,
                   c.campaign_no, k.version AS campaign_version,
                   (SELECT COUNT(*) FROM photo p JOIN rejection r ON r.photo_no = p.no JOIN capture o ON o.no = p.capture_no
                    WHERE p.upload_hash = :hash
                      AND (o.no = c.no OR o.account_no = c.account_no OR o.enrolment_key = c.enrolment_key))
                   + (SELECT COUNT(*) FROM turned_down_upload d
                      WHERE d.campaign_no = c.campaign_no
                        AND d.mark = UNHEX(SHA2(CONCAT(c.enrolment_key, '|', HEX(:hash)), 256))) AS turned_down
            FROM upload_ticket t JOIN capture c ON c.no = t.capture_no JOIN campaign k ON k.no = c.campaign_no
            WHERE t.no = :no""")
    Optional<ShownTicket> show(String no, byte[] hash);

    /** Records the photo the ticket was used for; returns 0 if it was used before. */
    @Query("UPDATE upload_ticket SET photo_no = :photoNo, version = version + 1 WHERE no = :no AND photo_no IS NULL")
    int spend(String no, String photoNo);

    @Query("DELETE FROM upload_ticket WHERE expires_at < :before LIMIT 5000")
    int deleteExpired(Instant before);
}
