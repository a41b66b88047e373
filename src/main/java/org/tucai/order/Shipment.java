package org.tucai.order;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.Row;
import org.tucai.platform.privacy.SealedText;

/**
 * The extra prints of one order.
 *
 * @param no {@code shp_…}
 * @param prints how many
 * @param carrier who brings them; null until sent
 * @param trackingNo the carrier's number; null until sent, and once the capture is forgotten
 */
@Row
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

        @MappedProperty(converter = SealedText.class) @Nullable
        String trackingNo,

        Instant createdAt,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt,
        @Version int version) {

    Shipment waitingAgain() {
        return moved(ShipmentStatus.WAITING).build();
    }

    Shipment heldBack() {
        return moved(ShipmentStatus.ON_HOLD).build();
    }

    Shipment shipped(String by, String number, Instant at) {
        return moved(ShipmentStatus.SHIPPED)
                .carrier(by)
                .trackingNo(number)
                .shippedAt(at)
                .build();
    }

    /** The same way to the carrier, told rightly. */
    Shipment corrected(String by, String number) {
        return ShipmentBuilder.builder(this).carrier(by).trackingNo(number).build();
    }

    Shipment delivered(Instant at) {
        return moved(ShipmentStatus.DELIVERED).deliveredAt(at).build();
    }

    Shipment cancelled() {
        return moved(ShipmentStatus.CANCELLED).build();
    }

    private ShipmentBuilder moved(ShipmentStatus wanted) {
        return ShipmentBuilder.builder(this).status(status.to(wanted, no));
    }
}
