package org.tucai.capture.web;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tucai.order.Order;
import org.tucai.order.OrderStatus;
import org.tucai.platform.money.Money;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/**
 * A capture as the on-site operator sees it.
 *
 * @param order the order to be paid; null until there is one
 */
@Serdeable
record OnSiteView(CaptureView capture, @Nullable OnSiteOrderView order) {
    /**
     * Summary of the order.
     *
     * @param paid whether the order counts as paid, so that the capture can proceed
     */
    @Serdeable
    record OnSiteOrderView(
            String no, OrderStatus status, String statusText, boolean paid, Money total, OffsetDateTime payBy) {
        static OnSiteOrderView of(Order o, Instant now, Language language) {
            return new OnSiteOrderView(
                    o.no(),
                    o.status(),
                    o.statusText(now, language),
                    o.isPaid(),
                    o.total(),
                    ChinaTime.offset(o.payBy()));
        }
    }
}
