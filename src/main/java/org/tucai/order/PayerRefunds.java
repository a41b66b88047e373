package org.tucai.order;

import jakarta.inject.Singleton;
import java.util.List;
import org.tucai.payment.PaymentBook;
import org.tucai.payment.RefundView;
import org.tucai.platform.web.Language;

/** An order's refunds, as its payer reads them. */
@Singleton
public class PayerRefunds {
    private final PaymentBook payments;

    PayerRefunds(PaymentBook payments) {
        this.payments = payments;
    }

    /** Oldest first. */
    public List<RefundView> of(String orderNo, Language language) {
        return payments.refundsOf(orderNo).stream()
                .map(r -> RefundView.forPayer(
                        r, RefundReason.translated(r.reason(), language), payments.isOwed(r), language))
                .toList();
    }
}
