package org.tucai.notification;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.web.Language;

/** The two transactions of a delivery: before the channel is called and after it has answered. */
@Singleton
public class MessageDeliveryService {
    private final MessageDeliveryRepository deliveries;
    private final SubscriptionTickRepository ticks;
    private final RecipientDirectory directory;
    private final MessageContent content;
    private final Vault vault;
    private final StateHistory history;
    private final InstantSource clock;

    MessageDeliveryService(
            MessageDeliveryRepository deliveries,
            SubscriptionTickRepository ticks,
            RecipientDirectory directory,
            MessageContent content,
            Vault vault,
            StateHistory history,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.ticks = ticks;
        this.directory = directory;
        this.content = content;
        this.vault = vault;
        this.history = history;
        this.clock = clock;
    }

    /** A message to hand to its channel. */
    record Outgoing(
            String no, Channel channel, Recipient to, MessageTemplate template, Map<String, MessageValue> values) {}

    /** Marks the delivery as being sent; empty if there is nothing (more) to send. */
    @Transactional
    public Optional<Outgoing> begin(String no) {
        MessageDelivery delivery = deliveries.lockByNo(no).orElse(null);
        if (delivery == null || delivery.settled()) {
            return Optional.empty();
        }
        Recipient to = recipient(delivery);
        String obstacle = obstacle(delivery, to);
        if (to == null || obstacle != null) {
            drop(delivery, obstacle == null ? "no-recipient" : obstacle);
            return Optional.empty();
        }
        String sealed = delivery.content();
        if (sealed == null) {
            throw new IllegalStateException(no + " has no content");
        }
        if (delivery.status() == MessageDeliveryStatus.QUEUED) {
            save(delivery, delivery.sending(), "handed-over");
        }
        // at WeChat a subscribe message has a single template, in Chinese
        Language language = delivery.channel() == Channel.SMS ? to.language() : Language.ZH;
        return Optional.of(new Outgoing(
                no, delivery.channel(), to, delivery.template(), content.openForCarrier(sealed, language)));
    }

    private @Nullable Recipient recipient(MessageDelivery delivery) {
        String accountNo = delivery.accountNo();
        if (accountNo != null) {
            return directory.recipient(accountNo, delivery.channel()).orElse(null);
        }
        String sealed = delivery.recipient();
        return sealed == null
                ? null
                : new Recipient(
                        new PhoneNumber(vault.openText(sealed, NotificationService.RECIPIENT_CONTEXT)),
                        null,
                        delivery.language());
    }

    /** Why the message cannot be sent; null if it can. Takes the tick last, so that none is lost when something else prevents sending. */
    private @Nullable String obstacle(MessageDelivery delivery, @Nullable Recipient to) {
        if (delivery.expired(clock.instant())) {
            return "expired";
        }
        if (to == null) {
            return "no-recipient";
        }
        if (delivery.channel() == Channel.SMS) {
            return to.phone() == null ? "no-phone" : null;
        }
        if (to.openid() == null) {
            return "no-openid";
        }
        String accountNo = delivery.accountNo();
        boolean tickNeeded = delivery.status() == MessageDeliveryStatus.QUEUED;
        return tickNeeded
                        && (accountNo == null
                                || ticks.take(accountNo, delivery.template().ticked()) == 0)
                ? "no-tick"
                : null;
    }

    /** Records the channel's answer; a second answer changes nothing. */
    @Transactional
    public void settle(String no, SendResult result) {
        MessageDelivery delivery = deliveries.lockByNo(no).orElse(null);
        if (delivery == null || delivery.settled()) {
            return;
        }
        if (result.accepted()) {
            save(delivery, delivery.sent(result.code(), clock.instant()), "taken");
            return;
        }
        String accountNo = delivery.accountNo();
        if (accountNo != null && result.code().equals(SendResult.REFUSED_BY_USER)) {
            ticks.clear(accountNo, delivery.template().ticked());
        }
        drop(delivery, result.code());
    }

    private void drop(MessageDelivery delivery, String why) {
        save(delivery, delivery.dropped(why, clock.instant()), why);
    }

    private void save(MessageDelivery before, MessageDelivery after, String cause) {
        deliveries.update(after);
        history.moved("message-delivery", after.no(), before.status(), after.status(), cause, Actor.SYSTEM);
    }
}
