package org.tucai.notification;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.notification.MessageTemplate.Reach;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.privacy.SealBrokenException;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.web.Language;

/** Tells students what happened. Everything here joins the caller's transaction; jobs do the sending. */
@Singleton
public class NotificationService {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationService.class);
    static final String RECIPIENT_CONTEXT = "message_delivery.recipient";
    /** Shorter than a delivery is retried: the last tries find it expired, and delete the number. */
    private static final Duration AFTER_CLOSING = Duration.ofDays(1);

    private static final List<MessageTemplate> LAST_WORDS =
            List.of(MessageTemplate.REFUND_BY_HAND, MessageTemplate.ACCOUNT_CLOSED);

    private final MessageRepository messages;
    private final MessageDeliveryRepository deliveries;
    private final SubscriptionTickRepository ticks;
    private final MessageContent content;
    private final Vault vault;
    private final JobQueue jobs;
    private final Births births;
    private final Optional<SmsGateway> sms;
    private final RecipientDirectory directory;

    /** The collaborators that every new row needs. */
    @Singleton
    record Births(PublicNumbers numbers, InstantSource clock, StateHistory history) {}

    NotificationService(
            MessageRepository messages,
            MessageDeliveryRepository deliveries,
            SubscriptionTickRepository ticks,
            MessageContent content,
            Vault vault,
            JobQueue jobs,
            Births births,
            Optional<SmsGateway> sms,
            RecipientDirectory directory) {
        this.messages = messages;
        this.deliveries = deliveries;
        this.ticks = ticks;
        this.content = content;
        this.vault = vault;
        this.jobs = jobs;
        this.births = births;
        this.sms = sms;
        this.directory = directory;
    }

    /** Whether there is an SMS channel; without one {@link #sendSms} reaches nobody. */
    public boolean hasSms() {
        return sms.isPresent();
    }

    /**
     * Puts a message into the student's list and, depending on the template, sends it by subscribe message and SMS; does nothing if the
     * account no longer exists.
     *
     * @param values one for each of {@link MessageTemplate#variables()}; days and amounts ({@code
     *     15.00}) formatted for people; the app shows them in full, carriers get them cut to their limits
     * @param subject public number of the thing it is about
     */
    @Transactional
    public void send(String accountNo, MessageTemplate template, Map<String, String> values, String subject) {
        send(accountNo, template, values, Map.of(), subject);
    }

    /**
     * As {@link #send(String, MessageTemplate, Map, String)}, for values that differ between the languages.
     *
     * @param english those values that differ in English
     */
    @Transactional
    public void send(
            String accountNo,
            MessageTemplate template,
            Map<String, String> values,
            Map<String, String> english,
            String subject) {
        if (template.reach() == Reach.SMS_ONLY) {
            throw new IllegalArgumentException(template + " goes to a bare number");
        }
        if (!directory.isThere(accountNo)) {
            return; // the account is closed: nobody would ever read or delete a new message
        }
        String sealed = content.seal(template, values, english);
        Instant now = births.clock().instant();
        messages.save(new Message(null, births.numbers().next("msg"), accountNo, template, sealed, subject, now, null));
        if (template.subscribable()
                && ticks.findByAccountNoAndTemplate(accountNo, template.ticked())
                        .filter(t -> t.remaining() > 0)
                        .isPresent()) {
            deliver(accountNo, Channel.SUBSCRIBE, template, Language.ZH, null, sealed, null);
        }
        if (template.reach() == Reach.MUST_ARRIVE) {
            deliver(accountNo, Channel.SMS, template, Language.ZH, null, sealed, null);
        }
    }

    /** Whether the student was sent this message about the subject at that instant or later: for jobs that may run twice. */
    @Transactional
    public boolean wasTold(String accountNo, MessageTemplate template, String subject, Instant since) {
        return messages.countSince(accountNo, template, subject, since) > 0;
    }

    /** As {@link #send}, unless this message about this subject was sent to the account before. */
    @Transactional
    public void sendOnce(String accountNo, MessageTemplate template, Map<String, String> values, String subject) {
        if (!messages.existsByAccountNoAndTemplateAndSubject(accountNo, template, subject)) {
            send(accountNo, template, values, subject);
        }
    }

    /**
     * Sends an SMS to a phone number, whether or not it belongs to an account.
     *
     * @param worthFor after this time it is no longer sent
     */
    @Transactional
    public void sendSms(
            PhoneNumber to,
            MessageTemplate template,
            Map<String, String> values,
            Language language,
            Duration worthFor) {
        String recipient = vault.sealText(to.value(), RECIPIENT_CONTEXT);
        Instant expiry = births.clock().instant().plus(worthFor);
        deliver(null, Channel.SMS, template, language, recipient, content.seal(template, values, Map.of()), expiry);
    }

    private void deliver(
            @Nullable String accountNo,
            Channel channel,
            MessageTemplate template,
            Language language,
            @Nullable String recipient,
            String sealed,
            @Nullable Instant expiry) {
        String no = births.numbers().next("mdl");
        deliveries.save(new MessageDelivery(
                null,
                no,
                accountNo,
                channel,
                template,
                language,
                recipient,
                sealed,
                expiry,
                MessageDeliveryStatus.QUEUED,
                null,
                births.clock().instant(),
                null,
                0));
        births.history().moved("message-delivery", no, null, MessageDeliveryStatus.QUEUED, "written", Actor.SYSTEM);
        jobs.enqueue(DeliverMessageJob.TYPE, no);
    }

    /** Moves all messages and ticks of an account to the account that replaces it. */
    @Transactional
    public void handOver(String fromAccountNo, String toAccountNo) {
        messages.handOver(fromAccountNo, toAccountNo);
        deliveries.handOver(fromAccountNo, toAccountNo);
        ticks.addAllOf(fromAccountNo, toAccountNo);
        ticks.deleteOf(fromAccountNo);
    }

    /**
     * Deletes an account's messages, sent and unsent, except unsent SMS about money that has to be paid back by hand, or about how later
     * refunds will be paid: nobody else would tell the student. Those go to the phone number alone, which is deleted once they are sent, or
     * after a day. To be called while the account's number is still known.
     */
    @Transactional
    public void forget(String accountNo) {
        try {
            directory
                    .recipient(accountNo, Channel.SMS)
                    .filter(to -> to.phone() != null)
                    .ifPresent(to -> detachLastWords(accountNo, to));
        } catch (SealBrokenException e) { // nobody can be told, and what is stored is to be deleted all the same
            LOG.error("The last messages to account {} cannot be sent", accountNo, e);
        }
        messages.deleteOf(accountNo);
        deliveries.deleteOf(accountNo);
        ticks.deleteOf(accountNo);
    }

    private void detachLastWords(String accountNo, Recipient to) {
        deliveries.detach(
                accountNo,
                LAST_WORDS,
                to.language(),
                vault.sealText(Objects.requireNonNull(to.phone()).value(), RECIPIENT_CONTEXT),
                births.clock().instant().plus(AFTER_CLOSING));
    }

    /** How many messages the student has not read. */
    public long unread(String accountNo) {
        return messages.countByAccountNoAndReadAtIsNull(accountNo);
    }
}
