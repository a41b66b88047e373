/**
 * What is bought: the capture fee and extra prints, paid once, and never refunded beyond what was paid.
 *
 * <p>States: {@link org.tucai.order.OrderStatus}, {@link org.tucai.order.ShipmentStatus} of extra prints. Doors: {@link
 * org.tucai.order.OrderService}, {@link org.tucai.order.ShipmentService}; {@link org.tucai.order.OrderFollower} is told of payments and
 * refunds.
 */
@NullMarked
package org.tucai.order;

import org.jspecify.annotations.NullMarked;
