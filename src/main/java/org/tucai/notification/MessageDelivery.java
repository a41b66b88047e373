package org.tucai.notification;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.tucai.platform.db.Row;
import org.tucai.platform.web.Language;

/**
 * One message on its way through one channel.
 *
 * @param accountNo whose, null when sent to a bare phone number
 * @param language of the text to a bare number
 * @param recipient sealed phone number when there is no account
 * @param content sealed values; gone once settled, like the recipient
 * @param expiresAt from when on it is worthless
 * @param outcome the channel's code, or why nothing was sent
 */
@Row
@MappedEntity("message_delivery")
record MessageDelivery(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        @Nullable String accountNo,
        Channel channel,
        MessageTemplate template,
        Language language,
        @Nullable String recipient,
        @Nullable String content,
        @Nullable Instant expiresAt,
        DeliveryStatus status,
        @Nullable String outcome,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Version int version) {

    boolean settled() {
        return status.next().isEmpty();
    }

    boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    MessageDelivery sending() {
        return moved(DeliveryStatus.SENDING).build();
    }

    MessageDelivery sent(String code, Instant at) {
        return settled(DeliveryStatus.SENT, code, at);
    }

    MessageDelivery dropped(String why, Instant at) {
        return settled(DeliveryStatus.DROPPED, why, at);
    }

    /** Whom it went to and what it said is not kept. */
    private MessageDelivery settled(DeliveryStatus end, String why, Instant at) {
        return moved(end)
                .recipient(null)
                .content(null)
                .outcome(why)
                .settledAt(at)
                .build();
    }

    private MessageDeliveryBuilder moved(DeliveryStatus wanted) {
        return MessageDeliveryBuilder.builder(this).status(status.to(wanted, no));
    }
}
