package org.tucai.delivery;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DeliveryItemRepository extends CrudRepository<DeliveryItem, Long> {
    /** Statuses of deliveries whose photos the school has. */
    List<String> PULLED = List.of(DeliveryStatus.PULLED.name(), DeliveryStatus.ACKNOWLEDGED.name());

    List<DeliveryItem> findByDeliveryNoOrderByIdAsc(String deliveryNo);

    /** How many deliveries in one of these statuses contain the photo. */
    @Query("SELECT COUNT(*) FROM delivery_item i JOIN delivery d ON d.no = i.delivery_no"
            + " WHERE i.photo_no = :photoNo AND d.status IN (:statuses)")
    long count(String photoNo, List<String> statuses);

    /** Those of the captures with a photo in a delivery in one of these statuses. */
    @Query("SELECT DISTINCT i.capture_no FROM delivery_item i JOIN delivery d ON d.no = i.delivery_no"
            + " WHERE i.capture_no IN (:captureNos) AND d.status IN (:statuses)")
    Set<String> delivered(List<String> captureNos, List<String> statuses);

    /** The deliveries that contain a photo of the capture, in their order. */
    @Query(
            "SELECT d.no AS delivery_no, i.photo_no, d.prepared_at, d.pulled_at, d.acknowledged_at"
                    + " FROM delivery_item i JOIN delivery d ON d.no = i.delivery_no WHERE i.capture_no = :captureNo ORDER BY i.id")
    List<Delivered> ofCapture(String captureNo);

    /** One photo in one delivery. */
    @Introspected
    record Delivered(
            String deliveryNo,
            String photoNo,
            Instant preparedAt,
            @Nullable Instant pulledAt,
            @Nullable Instant acknowledgedAt) {}
}
