package org.tucai.notification;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.privacy.PersonalFile;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;

/** A student's messages, how they were sent, and the subscribe messages still allowed. */
@Singleton
class MessageData implements PersonalData {
    private static final String MESSAGES = "messages.json";
    private static final String DELIVERIES = "message-deliveries.json";
    private static final String TICKS = "subscription-ticks.json";

    private final InboxService inbox;
    private final MessageDeliveryRepository deliveries;

    MessageData(InboxService inbox, MessageDeliveryRepository deliveries) {
        this.inbox = inbox;
        this.deliveries = deliveries;
    }

    @Serdeable
    record MessageHeld(
            String no,
            MessageTemplate template,
            String title,
            String body,
            String subject,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime readAt) {
        static MessageHeld of(InboxService.Opened opened, Language language) {
            Message m = opened.message();
            return new MessageHeld(
                    m.no(),
                    m.template(),
                    m.template().title(language),
                    opened.body(language),
                    m.subject(),
                    ChinaTime.offset(m.createdAt()),
                    ChinaTime.offsetOrNull(m.readAt()));
        }
    }

    @Serdeable
    record DeliveryHeld(
            Channel channel,
            MessageTemplate template,
            MessageDeliveryStatus status,
            @Nullable String outcome,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime settledAt) {
        static DeliveryHeld of(MessageDelivery d) {
            return new DeliveryHeld(
                    d.channel(),
                    d.template(),
                    d.status(),
                    d.outcome(),
                    ChinaTime.offset(d.createdAt()),
                    ChinaTime.offsetOrNull(d.settledAt()));
        }
    }

    @Serdeable
    record TickHeld(MessageTemplate template, String title, int remaining) {}

    @Override
    public List<Kind> kinds() {
        return List.of(
                new Kind(false, MESSAGES, "消息：发给您的全部站内消息，最新的在前。", "Your messages in the app, the newest first."),
                new Kind(
                        false,
                        DELIVERIES,
                        "短信和订阅消息的发送结果，180 天后删除；送出后不保存内容。",
                        "What became of SMS and subscribe messages; deleted after 180 days, their text once sent."),
                new Kind(false, TICKS, "您允许的订阅消息的剩余次数。", "How many subscribe messages of each kind you still allow."));
    }

    @Override
    public List<PersonalFile> ofAccount(String accountNo, Language language) {
        return List.of(
                PersonalFile.Listing.<InboxService.Opened>of(
                        MESSAGES,
                        (last, limit) -> inbox.before(accountNo, after(last), limit, language),
                        opened -> MessageHeld.of(opened, language)),
                PersonalFile.Listing.of(
                        DELIVERIES,
                        (last, limit) ->
                                deliveries.of(accountNo, last == null ? 0 : Objects.requireNonNull(last.id()), limit),
                        DeliveryHeld::of),
                new PersonalFile.Document(
                        TICKS,
                        () -> inbox.ticks(accountNo).entrySet().stream()
                                .map(e -> new TickHeld(e.getKey(), e.getKey().title(language), e.getValue()))
                                .toList()));
    }

    private static Cursor after(InboxService.@Nullable Opened last) {
        return last == null
                ? Cursor.END
                : new Cursor(last.message().createdAt(), last.message().no());
    }
}
