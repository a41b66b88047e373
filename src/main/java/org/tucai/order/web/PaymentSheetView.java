package org.tucai.order.web;

import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import java.util.Map;
import org.tucai.payment.Cashier;
import org.tucai.platform.money.Money;
import org.tucai.platform.time.ChinaTime;

/**
 * A prepared payment.
 *
 * @param gateway the payment channel
 * @param parameters to be passed unchanged to {@code wx.requestPayment} or the channel's equivalent
 * @param expiresAt when the payment expires
 */
@Serdeable
public record PaymentSheetView(
        String paymentNo, String gateway, Money amount, Map<String, String> parameters, OffsetDateTime expiresAt) {
    static PaymentSheetView of(Cashier.Prepared prepared) {
        return new PaymentSheetView(
                prepared.payment().no(),
                prepared.payment().gateway(),
                prepared.payment().amount(),
                prepared.parameters(),
                ChinaTime.offset(prepared.payment().expiresAt()));
    }
}
