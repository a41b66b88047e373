/**
 * What is bought: the capture fee and extra prints, paid once, refunded at most once.
 *
 * <p>States: {@link org.tucai.order.OrderStatus}, {@link org.tucai.order.ShipmentStatus} of extra prints. Doors: {@link
 * org.tucai.order.OrderService}, {@link org.tucai.order.ShipmentService}; {@link org.tucai.order.OrderFollower} hears of money.
 */
@NullMarked
package org.tucai.order;

import org.jspecify.annotations.NullMarked;
