package org.tucai.delivery.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import org.tucai.delivery.Delivery;
import org.tucai.delivery.DeliveryStatus;
import org.tucai.delivery.FolderScheme;
import org.tucai.delivery.NameScheme;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/**
 * A delivery: photos to be downloaded as one archive.
 *
 * @param photos how many photos it holds
 * @param archiveUrl address of the ZIP; it can be downloaded repeatedly while the photos are kept
 * @param nextCursor to be sent as {@code since} of the next delivery
 */
@Serdeable
record DeliveryView(
        String no,
        DeliveryStatus status,
        String statusText,
        NameScheme names,
        FolderScheme folders,
        int photos,
        String archiveUrl,
        String nextCursor,
        OffsetDateTime preparedAt,
        @Nullable OffsetDateTime pulledAt,
        @Nullable OffsetDateTime acknowledgedAt) {
    static DeliveryView of(Delivery d, Language language) {
        return new DeliveryView(
                d.no(),
                d.status(),
                d.status().text(language),
                d.nameScheme(),
                d.folderScheme(),
                d.photoCount(),
                "/api/v1/school/deliveries/" + d.no() + "/archive",
                d.nextCursor(),
                ChinaTime.offset(d.preparedAt()),
                ChinaTime.offsetOrNull(d.pulledAt()),
                ChinaTime.offsetOrNull(d.acknowledgedAt()));
    }
}
