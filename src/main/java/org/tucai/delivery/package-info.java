/**
 * What a school gets: lists of its students by progress, accepted photos as a ZIP with a manifest, and a way to dispute a photo.
 *
 * <p>States: {@link org.tucai.delivery.DeliveryStatus}, {@link org.tucai.delivery.DisputeStatus}. Doors: {@link
 * org.tucai.delivery.SchoolRoll}, {@link org.tucai.delivery.DeliveryService}, {@link org.tucai.delivery.DisputeService}.
 */
@NullMarked
package org.tucai.delivery;

import org.jspecify.annotations.NullMarked;
