package org.tucai.notification;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.privacy.Vault;

/**
 * Pretends to be the SMS carrier and WeChat: checks messages as they do and keeps accepted ones for a day, each delivery once. A phone
 * number ending in 0000 is never reachable; an openid ending in {@code -refuses} has withdrawn the permission.
 */
@Singleton
@Requires(property = "tucai.sandbox", value = "true")
class SandboxChannel implements SmsGateway, SubscribeGateway {
    private static final String UNREACHABLE = "0000";
    private static final String REFUSES = "-refuses";
    private static final String INDEX = "sandbox_message.recipient";
    private static final String CONTENT = "sandbox_message.content";

    private final SandboxMessageRepository messages;
    private final Vault vault;
    private final InstantSource clock;

    SandboxChannel(SandboxMessageRepository messages, Vault vault, InstantSource clock) {
        this.messages = messages;
        this.vault = vault;
        this.clock = clock;
    }

    /** A message with its text decrypted. */
    record Taken(SandboxMessage message, String text) {}

    @Override
    public SendResult send(String deliveryNo, PhoneNumber to, SmsMessage message) {
        if (to.value().endsWith(UNREACHABLE)) {
            return SendResult.refused("unreachable");
        }
        return keep(deliveryNo, Channel.SMS, message.template(), to.value(), message.text());
    }

    @Override
    public SendResult send(String deliveryNo, String openid, SubscribeMessage message) {
        if (openid.endsWith(REFUSES)) {
            return SendResult.refused(SendResult.REFUSED_BY_USER);
        }
        boolean good = message.data().entrySet().stream()
                .allMatch(e -> SubscribeField.kindOf(e.getKey()).takes(e.getValue()));
        if (!good) {
            return SendResult.refused(SendResult.BAD_VALUE);
        }
        return keep(
                deliveryNo,
                Channel.SUBSCRIBE,
                message.template(),
                openid,
                message.data().toString());
    }

    private SendResult keep(String deliveryNo, Channel channel, MessageTemplate template, String to, String text) {
        messages.take(
                deliveryNo,
                channel,
                template,
                vault.blindIndex(to, INDEX),
                vault.sealText(text, CONTENT),
                clock.instant());
        return SendResult.taken();
    }

    /** The messages to a phone number or openid, newest first. */
    List<Taken> to(String phoneOrOpenid, int limit) {
        return messages.newestOf(vault.blindIndex(phoneOrOpenid, INDEX), limit).stream()
                .map(m -> new Taken(m, vault.openText(m.content(), CONTENT)))
                .toList();
    }
}
