package org.tucai.notification;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.privacy.SealBrokenException;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;

/** A student's messages: reading them, and ticking those that may come as subscribe messages. */
@Singleton
public class InboxService {
    private static final Logger LOG = LoggerFactory.getLogger(InboxService.class);

    private final MessageRepository messages;
    private final SubscriptionTickRepository ticks;
    private final MessageContent content;
    private final InstantSource clock;

    InboxService(
            MessageRepository messages, SubscriptionTickRepository ticks, MessageContent content, InstantSource clock) {
        this.messages = messages;
        this.ticks = ticks;
        this.content = content;
        this.clock = clock;
    }

    /**
     * A message with its values decrypted.
     *
     * @param values null if they cannot be read
     */
    record Opened(Message message, @Nullable Map<String, String> values) {
        String body(Language language) {
            return values == null
                    ? language.pick("这条消息的内容已损坏，无法显示。", "The content of this message is damaged and cannot be shown.")
                    : message.template().body(language, values);
        }
    }

    List<Opened> before(String accountNo, Cursor cursor, int limit, Language language) {
        return messages.before(accountNo, cursor.at(), cursor.no(), limit).stream()
                .map(m -> new Opened(m, values(m, language)))
                .toList();
    }

    private @Nullable Map<String, String> values(Message message, Language language) {
        try {
            return content.open(message.content(), language);
        } catch (SealBrokenException e) { // one damaged row must not keep the student from all the others
            LOG.warn("Message {} cannot be read: {}", message.no(), e.getMessage());
            return null;
        }
    }

    /** Marks a message as read; the time of the first reading is kept. */
    @Transactional
    public void markRead(String accountNo, String messageNo) {
        if (messages.findByNoAndAccountNo(messageNo, accountNo).isEmpty()) {
            throw PlatformProblem.notFound();
        }
        messages.markRead(accountNo, messageNo, clock.instant());
    }

    @Transactional
    public void markAllRead(String accountNo) {
        messages.markAllRead(accountNo, clock.instant());
    }

    /** Allows one more message of each template, or of the template ticked for it ({@link MessageTemplate#ticked}). */
    @Transactional
    public void ticked(String accountNo, Set<MessageTemplate> templates) {
        templates.stream().sorted().forEach(template -> {
            if (!template.subscribable()) {
                throw new ProblemException(NotificationProblem.NOT_SUBSCRIBABLE);
            }
            ticks.add(accountNo, template.ticked());
        });
    }

    /** The remaining ticks of every template that can be ticked, in the order of the templates. */
    Map<MessageTemplate, Integer> ticks(String accountNo) {
        Map<MessageTemplate, Integer> left = new EnumMap<>(MessageTemplate.class);
        Stream.of(MessageTemplate.values())
                .filter(MessageTemplate::isOffered)
                .forEach(template -> left.put(template, 0));
        ticks.findByAccountNo(accountNo)
                .forEach(tick -> left.computeIfPresent(tick.template(), (t, none) -> tick.remaining()));
        return left;
    }
}
