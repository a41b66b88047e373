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
 * The delivery of one message through one channel.
 *
 * @param accountNo recipient's account; null when sent to a phone number without an account
 * @param language of a message to a phone number without an account
 * @param recipient sealed phone number if there is no account
 * @param content sealed values; null once settled, like the recipient
 * @param expiresAt when the message becomes worthless
 * @param outcome the channel's code, or the reason why nothing was sent
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
        MessageDeliveryStatus status,
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
        return moved(MessageDeliveryStatus.SENDING).build();
    }

    MessageDelivery sent(String code, Instant at) {
        return settled(MessageDeliveryStatus.SENT, code, at);
    }

    MessageDelivery dropped(String why, Instant at) {
        return settled(MessageDeliveryStatus.DROPPED, why, at);
    }

    /** Recipient and content are not kept. */
    private MessageDelivery settled(MessageDeliveryStatus end, String why, Instant at) {
        return moved(end)
                .recipient(null)
                .content(null)
                .outcome(why)
                .settledAt(at)
                .build();
    }

    private MessageDeliveryBuilder moved(MessageDeliveryStatus wanted) {
        return MessageDeliveryBuilder.builder(this).status(status.to(wanted, no));
    }
}
