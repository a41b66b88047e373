package org.tucai.order;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The extra prints of one order.
 *
 * @param no {@code shp_…}
 * @param prints how many
 * @param carrier who brings them; null until sent
 * @param trackingNo the carrier's number; null until sent, and once the capture is forgotten
 */
@MappedEntity("print_shipment")
public record Shipment(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String orderNo,
        String captureNo,
        String campaignNo,
        ShipmentStatus status,
        int prints,
        @Nullable String carrier,
        @Nullable String trackingNo,
        Instant createdAt,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt,
        @Version int version) {

    Shipment waitingAgain() {
        return with(to(ShipmentStatus.WAITING), null, null, null, null);
    }

    Shipment heldBack() {
        return with(to(ShipmentStatus.ON_HOLD), null, null, null, null);
    }

    Shipment shipped(String by, String number, Instant at) {
        return with(to(ShipmentStatus.SHIPPED), by, number, at, null);
    }

    Shipment delivered(Instant at) {
        return with(to(ShipmentStatus.DELIVERED), carrier, trackingNo, shippedAt, at);
    }

    Shipment cancelled() {
        return with(to(ShipmentStatus.CANCELLED), null, null, null, null);
    }

    private ShipmentStatus to(ShipmentStatus wanted) {
        if (!status.next().contains(wanted)) {
            throw new IllegalStateException(no + ": " + status + " does not lead to " + wanted);
        }
        return wanted;
    }

    private Shipment with(
            ShipmentStatus newStatus,
            @Nullable String by,
            @Nullable String number,
            @Nullable Instant shipped,
            @Nullable Instant delivered) {
        return new Shipment(
                id,
                no,
                orderNo,
                captureNo,
                campaignNo,
                newStatus,
                prints,
                by,
                number,
                createdAt,
                shipped,
                delivered,
                version);
    }
}
