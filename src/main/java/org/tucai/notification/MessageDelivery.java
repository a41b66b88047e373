package org.tucai.notification;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
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
        return to(DeliveryStatus.SENDING, null, null);
    }

    MessageDelivery sent(String code, Instant at) {
        return to(DeliveryStatus.SENT, code, at);
    }

    MessageDelivery dropped(String why, Instant at) {
        return to(DeliveryStatus.DROPPED, why, at);
    }

    private MessageDelivery to(DeliveryStatus next, @Nullable String why, @Nullable Instant at) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException(no + " cannot go from " + status + " to " + next);
        }
        boolean over = at != null;
        return new MessageDelivery(
                id,
                no,
                accountNo,
                channel,
                template,
                language,
                over ? null : recipient,
                over ? null : content,
                expiresAt,
                next,
                why,
                createdAt,
                at,
                version);
    }
}
