package org.tucai.delivery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Set;

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
}
