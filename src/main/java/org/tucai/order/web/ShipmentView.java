package org.tucai.order.web;

import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tucai.order.Shipment;
import org.tucai.order.ShipmentStatus;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/** The extra prints of an order and their dispatch. */
@Serdeable
record ShipmentView(
        String no,
        String orderNo,
        String captureNo,
        String campaignNo,
        ShipmentStatus status,
        String statusText,
        int prints,
        @Nullable String carrier,
        @Nullable String trackingNo,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime shippedAt,
        @Nullable OffsetDateTime deliveredAt) {
    static ShipmentView of(Shipment s, Language language) {
        return new ShipmentView(
                s.no(),
                s.orderNo(),
                s.captureNo(),
                s.campaignNo(),
                s.status(),
                s.status().text(language),
                s.prints(),
                s.carrier(),
                s.trackingNo(),
                ChinaTime.offset(s.createdAt()),
                ChinaTime.offsetOrNull(s.shippedAt()),
                ChinaTime.offsetOrNull(s.deliveredAt()));
    }
}
