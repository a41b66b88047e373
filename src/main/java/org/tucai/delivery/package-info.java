/**
 * What a school gets: lists of its students by where they stand, accepted photos as ZIP with a manifest, and a way to say that
 * something is wrong with one.
 *
 * <p>States: {@link org.tucai.delivery.DeliveryStatus}, {@link org.tucai.delivery.DisputeStatus}. Doors: {@link
 * org.tucai.delivery.SchoolRoll}, {@link org.tucai.delivery.DeliveryService}, {@link org.tucai.delivery.DisputeService}.
 */
@NullMarked
package org.tucai.delivery;

import org.jspecify.annotations.NullMarked;
