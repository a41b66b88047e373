package org.tucai.order.web;

import jakarta.inject.Singleton;
import org.tucai.order.CheckoutService;
import org.tucai.payment.Cashier;
import org.tucai.platform.security.Actor;

/** Begins payments of orders and asks the channel for their outcome; remote, hence outside every transaction. */
@Singleton
public class PaymentDesk {
    private final CheckoutService checkout;
    private final Cashier cashier;

    PaymentDesk(CheckoutService checkout, Cashier cashier) {
        this.checkout = checkout;
        this.cashier = cashier;
    }

    /** What the payment sheet needs; {@code student} owns the order. */
    public PaymentSheetView begin(String orderNo, Actor student) {
        return PaymentSheetView.of(cashier.prepare(checkout.beginPayment(orderNo, cashier.gateway(), student)));
    }

    /** Asks the channel at once for the outcome of the order's payments. */
    public void check(String orderNo) {
        cashier.check(orderNo);
    }
}
