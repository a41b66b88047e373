package org.tucai.delivery;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** One photo of a delivery, in the archive's order. */
@MappedEntity("delivery_item")
public record DeliveryItem(
        @Id @GeneratedValue @Nullable Long id, String deliveryNo, String captureNo, String photoNo) {}
