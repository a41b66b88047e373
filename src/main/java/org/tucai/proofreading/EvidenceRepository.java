package org.tucai.proofreading;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface EvidenceRepository extends CrudRepository<Evidence, Long> {
    List<Evidence> findByProofreadingNoOrderByIdAsc(String proofreadingNo);

    Optional<Evidence> findByNoAndProofreadingNo(String no, String proofreadingNo);

    long countByProofreadingNo(String proofreadingNo);

    @Query("SELECT blob_key FROM proofreading_evidence WHERE blob_key IN (:keys)")
    List<String> blobKeysAmong(Collection<String> keys);

    @Query("SELECT blob_key FROM proofreading_evidence WHERE blob_key >= :from ORDER BY blob_key LIMIT 1")
    Optional<String> firstBlobKeyFrom(String from);

    @Query("SELECT blob_key FROM proofreading_evidence WHERE blob_key > :after ORDER BY blob_key LIMIT :most")
    List<String> blobKeysAfter(String after, int most);
}
