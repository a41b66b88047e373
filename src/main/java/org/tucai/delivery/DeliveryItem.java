package org.tucai.delivery;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** One photo of a delivery; ids follow the order in the archive. */
@MappedEntity("delivery_item")
record DeliveryItem(@Id @GeneratedValue @Nullable Long id, String deliveryNo, String captureNo, String photoNo) {}
