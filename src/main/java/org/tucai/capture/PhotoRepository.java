package org.tucai.capture;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PhotoRepository extends GenericRepository<Photo, Long> {
    Photo save(Photo photo);

    Photo update(Photo photo);

    Optional<Photo> findByNo(String no);

    List<Photo> findByNoIn(Collection<String> nos);

    List<Photo> findByCaptureNoOrderById(String captureNo);

    Optional<Photo> findByTicketNo(String ticketNo);

    @Query("""
            SELECT COUNT(*) FROM photo
            WHERE capture_no = :captureNo AND status = 'REJECTED' AND upload_hash = :hash""")
    long countRejected(String captureNo, byte[] hash);

    @Query("SELECT blob_key FROM photo WHERE blob_key IN (:keys)")
    List<String> blobKeysAmong(Collection<String> keys);

    @Query("SELECT original_key FROM photo WHERE original_key IN (:keys)")
    List<String> originalKeysAmong(Collection<String> keys);
}
