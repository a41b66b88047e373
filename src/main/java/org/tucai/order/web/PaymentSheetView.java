package org.tucai.order.web;

import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import java.util.Map;
import org.tucai.payment.Cashier;
import org.tucai.platform.money.Money;
import org.tucai.platform.time.ChinaTime;

/**
 * A payment ready to be made.
 *
 * @param gateway the channel
 * @param parameters handed unchanged to {@code wx.requestPayment}, or the channel's like
 * @param expiresAt until when it can be paid
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
