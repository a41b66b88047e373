package org.tucai.order.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.tucai.payment.PaymentView;
import org.tucai.payment.RefundView;

/**
 * An order with its payments and refunds.
 *
 * @param payments every payment started for it, oldest first, including those whose money was not kept
 * @param refunds refunds of all these payments, oldest first
 */
@Serdeable
record AdminOrderView(OrderView order, String accountNo, List<PaymentView> payments, List<RefundView> refunds) {}
