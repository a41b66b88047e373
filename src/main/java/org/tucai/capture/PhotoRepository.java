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

    List<Photo> findByCaptureNoOrderById(String captureNo);

    Optional<Photo> findByTicketNo(String ticketNo);

    /**
     * Deletes the findings about a capture's photos and the hashes by which these could be recognised.
     *
     * @param known whether rejected uploads must still be recognised
     */
    @Query("""
            UPDATE photo SET report = NULL, jpeg_hash = NULL, jpeg_bytes = NULL,
                   upload_hash = IF(:known AND no IN (SELECT photo_no FROM rejection WHERE capture_no = :captureNo), upload_hash, NULL),
                   version = version + 1
            WHERE capture_no = :captureNo""")
    long forget(String captureNo, boolean known);

    /** Deletes the hashes of rejected uploads of forgotten captures. */
    @Query("""
            UPDATE photo SET upload_hash = NULL, version = version + 1
            WHERE capture_no IN (:captureNos) AND upload_hash IS NOT NULL""")
    long forgetTurnedDown(Collection<String> captureNos);

    /**
     * Remembers the rejected uploads of an enrolment whose capture is given up, as marks that identify neither enrolment nor upload alone.
     */
    @Query("""
            INSERT IGNORE INTO turned_down_upload (campaign_no, mark)
            SELECT :campaignNo, UNHEX(SHA2(CONCAT(:enrolmentKey, '|', HEX(p.upload_hash)), 256))
            FROM photo p JOIN rejection r ON r.photo_no = p.no WHERE p.capture_no = :captureNo AND p.upload_hash IS NOT NULL""")
    void keepTurnedDown(String captureNo, String campaignNo, String enrolmentKey);

    @Query("DELETE FROM turned_down_upload WHERE campaign_no = :campaignNo")
    void forgetTurnedDown(String campaignNo);

    /**
     * Photos in other captures of the school, and rejected ones of the same capture, that are the same upload or look the same; newest
     * first. The fixed join order makes sure that of many matches only the newest are fetched.
     *
     * @param a the likeness, eight bytes in each of {@code a} to {@code d}
     */
    @Query("""
            SELECT p.no AS photo_no, p.capture_no AS capture_no, p.status AS status,
                   COALESCE(p.upload_hash = :hash, FALSE) AS file_matches, c.account_no = :accountNo AS account_matches
            FROM (SELECT id FROM photo WHERE upload_hash = :hash
                  UNION SELECT id FROM photo
                  WHERE school_no = :schoolNo AND likeness_1 IS NOT NULL
                    AND BIT_COUNT(likeness_1 ^ :a) + BIT_COUNT(likeness_2 ^ :b)
                      + BIT_COUNT(likeness_3 ^ :c) + BIT_COUNT(likeness_4 ^ :d) <= :most) found
            STRAIGHT_JOIN photo p ON p.id = found.id STRAIGHT_JOIN capture c ON c.no = p.capture_no
            WHERE c.school_no = :schoolNo AND p.no <> :photoNo
              AND (p.capture_no <> :captureNo OR p.status = 'REJECTED')
            ORDER BY found.id DESC LIMIT 20""")
    List<AlikePhoto> alike(
            String schoolNo,
            String captureNo,
            String photoNo,
            String accountNo,
            byte[] hash,
            long a,
            long b,
            long c,
            long d,
            int most);

    @Query("SELECT blob_key FROM photo WHERE blob_key IN (:keys)")
    List<String> blobKeysAmong(Collection<String> keys);

    @Query("SELECT blob_key FROM photo WHERE blob_key >= :from ORDER BY blob_key LIMIT 1")
    Optional<String> firstBlobKeyFrom(String from);

    @Query("SELECT blob_key FROM photo WHERE blob_key > :after ORDER BY blob_key LIMIT :most")
    List<String> blobKeysAfter(String after, int most);

    @Query("SELECT original_key FROM photo WHERE original_key > :after ORDER BY original_key LIMIT :most")
    List<String> originalKeysAfter(String after, int most);

    @Query("SELECT original_key FROM photo WHERE original_key IN (:keys)")
    List<String> originalKeysAmong(Collection<String> keys);
}
