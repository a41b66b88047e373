package org.tucai.delivery;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.Row;

/**
 * A set of photos that a school pulls as one archive.
 *
 * @param no {@code dlv_…}
 * @param folderPrefix how many leading characters of the 学号 name a folder; null for other folder schemes
 * @param photoCount number of photos, 1-500
 * @param nextCursor where the next delivery begins
 * @param preparedBy public number of the client program
 */
@Row
@MappedEntity("delivery")
public record Delivery(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String schoolNo,
        DeliveryStatus status,
        NameScheme nameScheme,
        FolderScheme folderScheme,
        @Nullable Integer folderPrefix,
        int photoCount,
        String nextCursor,
        String preparedBy,
        Instant preparedAt,
        @Nullable Instant pulledAt,
        @Nullable Instant acknowledgedAt,
        @Version int version) {

    Delivery pulled(Instant at) {
        return moved(DeliveryStatus.PULLED).pulledAt(at).build();
    }

    Delivery acknowledged(Instant at) {
        return moved(DeliveryStatus.ACKNOWLEDGED).acknowledgedAt(at).build();
    }

    private DeliveryBuilder moved(DeliveryStatus wanted) {
        return DeliveryBuilder.builder(this).status(status.to(wanted, no));
    }
}
