package org.tucai.order.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.tucai.payment.PaymentView;
import org.tucai.payment.RefundView;

/**
 * An order with all its money.
 *
 * @param payments every payment begun for it, oldest first, also those that were not kept
 * @param refunds of all these payments, oldest first
 */
@Serdeable
record AdminOrderView(OrderView order, String accountNo, List<PaymentView> payments, List<RefundView> refunds) {}
