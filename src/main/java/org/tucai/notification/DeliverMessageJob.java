package org.tucai.notification;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.tucai.notification.MessageDeliveryService.Outgoing;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.Lines;

/**
 * Hands a message to its channel. Retried for about two days ({@link org.tucai.platform.job.RetryPolicy#REMOTE}); then it is listed among
 * the failed jobs, and the student still has the message in the app.
 */
@Singleton
class DeliverMessageJob implements JobHandler {
    static final String TYPE = "deliver-message";
    private static final SendResult NO_CHANNEL = SendResult.refused("no-channel");

    private final MessageDeliveryService deliveries;
    private final Optional<SmsGateway> sms;
    private final Optional<SubscribeGateway> subscribe;
    private final Lines lines;

    DeliverMessageJob(
            MessageDeliveryService deliveries,
            Optional<SmsGateway> sms,
            Optional<SubscribeGateway> subscribe,
            Lines lines) {
        this.deliveries = deliveries;
        this.sms = sms;
        this.subscribe = subscribe;
        this.lines = lines;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(String deliveryNo) {
        deliveries
                .begin(deliveryNo)
                .ifPresent(out ->
                        deliveries.settle(deliveryNo, lines.ask(out.channel().name(), () -> hand(out))));
    }

    private SendResult hand(Outgoing out) {
        return switch (out.channel()) {
            case SMS ->
                sms.map(gateway -> gateway.send(
                                out.no(),
                                Objects.requireNonNull(out.to().phone()),
                                new SmsMessage(out.template(), out.to().language(), out.values())))
                        .orElse(NO_CHANNEL);
            case SUBSCRIBE ->
                subscribe
                        .map(gateway -> gateway.send(
                                out.no(),
                                Objects.requireNonNull(out.to().openid()),
                                SubscribeMessage.of(out.template(), out.values())))
                        .orElse(NO_CHANNEL);
        };
    }
}
