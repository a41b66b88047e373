/**
 * Payments and refunds: one payment per prepay; refunds as intent, call and outcome.
 *
 * <p>States: {@link org.tucai.payment.PaymentStatus}, {@link org.tucai.payment.RefundStatus}. Doors: {@link
 * org.tucai.payment.PaymentService}, {@link org.tucai.payment.AutomaticRefundService}, {@link
 * org.tucai.payment.ManualRefundService}, {@link org.tucai.payment.Cashier}; the channel calls back under {@code
 * /callbacks/payments}.
 */
@NullMarked
package org.tucai.payment;

import org.jspecify.annotations.NullMarked;
