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

    Optional<UploadTicket> findByNo(String no);

    /** Notes what the ticket was used for; 0 when it was used before. */
    @Query("UPDATE upload_ticket SET photo_no = :photoNo, version = version + 1 WHERE no = :no AND photo_no IS NULL")
    int spend(String no, String photoNo);

    @Query("UPDATE upload_ticket SET account_no = :accountNo, version = version + 1 WHERE capture_no = :captureNo")
    long handOver(String captureNo, String accountNo);

    @Query("DELETE FROM upload_ticket WHERE expires_at < :before LIMIT 5000")
    int deleteExpired(Instant before);
}
