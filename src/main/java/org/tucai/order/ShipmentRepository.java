package org.tucai.order;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ShipmentRepository extends GenericRepository<Shipment, Long> {
    Shipment save(Shipment shipment);

    Shipment update(Shipment shipment);

    Optional<Shipment> findByNo(String no);

    Optional<Shipment> findByOrderNo(String orderNo);

    boolean existsByCaptureNoAndStatus(String captureNo, ShipmentStatus status);

    /** Deletes tracking numbers, with which the carrier would reveal the address. */
    @Query("UPDATE print_shipment SET tracking_no = NULL, version = version + 1"
            + " WHERE capture_no = :captureNo AND tracking_no IS NOT NULL")
    long forgetTracking(String captureNo);

    @Query("SELECT * FROM print_shipment WHERE no = :no FOR UPDATE")
    Optional<Shipment> lock(String no);

    @Query("SELECT * FROM print_shipment WHERE order_no = :orderNo FOR UPDATE")
    Optional<Shipment> lockOf(String orderNo);

    /** Newest first; null filters match all. */
    @Query("""
            SELECT * FROM print_shipment
            WHERE (created_at < :at OR (created_at = :at AND no < :no))
              AND (:status IS NULL OR status = :status) AND (:campaignNo IS NULL OR campaign_no = :campaignNo)
            ORDER BY created_at DESC, no DESC LIMIT :most""")
    List<Shipment> page(Instant at, String no, @Nullable String status, @Nullable String campaignNo, int most);
}
