package org.tucai.capture;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.CaptureMode;
import org.tucai.notification.MessageTemplate;
import org.tucai.notification.NotificationService;
import org.tucai.platform.money.Money;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;
import org.tucai.workday.DueDate;
import org.tucai.workday.WorkdayCalendar;

/** Messages to students about their captures, sent in the transaction of their cause. */
@Singleton
class CaptureMessages {
    private final NotificationService notifications;
    private final CampaignService campaigns;
    private final WorkdayCalendar calendar;
    private final ReviewTime reviewTime;
    private final ConclusionMeaning meaning;
    private final InstantSource clock;

    CaptureMessages(
            NotificationService notifications,
            CampaignService campaigns,
            WorkdayCalendar calendar,
            ReviewTime reviewTime,
            ConclusionMeaning meaning,
            InstantSource clock) {
        this.notifications = notifications;
        this.campaigns = campaigns;
        this.calendar = calendar;
        this.reviewTime = reviewTime;
        this.meaning = meaning;
        this.clock = clock;
    }

    void submitted(Capture capture) {
        Instant at = Objects.requireNonNull(capture.submittedAt());
        DueDate due = calendar.due(at, reviewTime.days());
        sendDay(capture, MessageTemplate.SUBMITTED, due.day(), due.provisional());
    }

    void accepted(Capture capture) {
        send(capture, MessageTemplate.ACCEPTED, Map.of());
    }

    /**
     * Turned down by a reviewer.
     *
     * @param paidOnce whether there was something to pay, so that the message must say that the retake is free
     */
    void rejected(Capture capture, Set<RejectReason> reasons, Retake retake, boolean paidOnce) {
        boolean onSite = isOnSite(capture);
        MessageTemplate now = onSite ? MessageTemplate.REJECTED_ON_SITE : MessageTemplate.REJECTED;
        MessageTemplate free = onSite ? MessageTemplate.REJECTED_FREE_ON_SITE : MessageTemplate.REJECTED_FREE;
        MessageTemplate toPay = onSite ? MessageTemplate.REJECTED_TO_PAY_ON_SITE : MessageTemplate.REJECTED_TO_PAY;
        again(
                capture,
                retake,
                switch (retake) {
                    case NOW -> paidOnce ? free : now;
                    case TO_BE_PAID -> toPay;
                    case LATER -> MessageTemplate.REJECTED_LATER;
                    case NEVER -> MessageTemplate.REJECTED_OVER;
                },
                words(reasons, Language.ZH, "；"),
                words(reasons, Language.EN, "; "));
    }

    private static String words(Set<RejectReason> reasons, Language language, String between) {
        return reasons.stream().sorted().map(r -> r.text(language)).collect(Collectors.joining(between));
    }

    void returned(Capture capture, String reason, Retake retake) {
        MessageTemplate now = isOnSite(capture) ? MessageTemplate.RETURNED_ON_SITE : MessageTemplate.RETURNED;
        again(
                capture,
                retake,
                switch (retake) {
                    case NOW -> now;
                    case TO_BE_PAID -> MessageTemplate.RETURNED_TO_PAY;
                    case LATER -> MessageTemplate.RETURNED_LATER;
                    case NEVER -> MessageTemplate.RETURNED_OVER;
                },
                reason,
                reason);
    }

    void erratum(Capture capture, String note, Retake retake) {
        MessageTemplate now = isOnSite(capture) ? MessageTemplate.ERRATUM_ON_SITE : MessageTemplate.ERRATUM;
        again(
                capture,
                retake,
                switch (retake) {
                    case NOW -> now;
                    case TO_BE_PAID -> MessageTemplate.ERRATUM_TO_PAY;
                    case LATER -> MessageTemplate.ERRATUM_LATER;
                    case NEVER -> MessageTemplate.ERRATUM_OVER;
                },
                note,
                note);
    }

    void retakeOrdered(Capture capture, String note, Retake retake) {
        MessageTemplate now =
                isOnSite(capture) ? MessageTemplate.RETAKE_ORDERED_ON_SITE : MessageTemplate.RETAKE_ORDERED;
        again(
                capture,
                retake,
                switch (retake) {
                    case NOW -> now;
                    case TO_BE_PAID -> MessageTemplate.RETAKE_ORDERED_TO_PAY;
                    case LATER -> MessageTemplate.RETAKE_ORDERED_LATER;
                    case NEVER -> throw new IllegalStateException(capture.no() + ": a retake after the campaign's end");
                },
                note,
                note);
    }

    /** Sends the reason in both languages, with the day from which photos are taken again where that is not now. */
    private void again(Capture capture, Retake retake, MessageTemplate template, String zh, String en) {
        if (retake != Retake.LATER) {
            send(capture, template, Map.of("reason", zh), Map.of("reason", en));
            return;
        }
        Campaign campaign = campaigns.require(capture.campaignNo());
        LocalDate from = ChinaTime.day(campaign.opensNextAfter(clock.instant()));
        send(
                capture,
                template,
                Map.of("reason", zh, "day", Language.ZH.day(from)),
                Map.of("reason", en, "day", Language.EN.day(from)));
    }

    private boolean isOnSite(Capture capture) {
        return campaigns.require(capture.campaignNo()).mode() == CaptureMode.ON_SITE;
    }

    /** A doubtful conclusion blocks the registration until the student acts, so it is also sent by SMS. */
    void verified(Capture capture, String conclusion) {
        ConclusionMeaning.Meaning means =
                meaning.of(conclusion).orElse(new ConclusionMeaning.Meaning(conclusion, false));
        send(
                capture,
                means.doubtful() ? MessageTemplate.VERIFIED_DOUBTFUL : MessageTemplate.VERIFIED,
                Map.of("conclusion", conclusion),
                Map.of("conclusion", means.en()));
    }

    void withdrawn(Capture capture) {
        send(capture, MessageTemplate.WITHDRAWN, Map.of());
    }

    void capturedElsewhere(Capture capture) {
        send(capture, MessageTemplate.CAPTURED_ELSEWHERE, Map.of());
    }

    void expired(Capture capture) {
        send(capture, MessageTemplate.EXPIRED, Map.of());
    }

    /** What became of money, or is to be paid: a message with an amount. */
    void money(Capture capture, MessageTemplate template, Money amount) {
        send(capture, template, Map.of("amount", amount.decimal()));
    }

    /** Sent once per order. */
    void paymentDue(Capture capture, String orderNo, Money amount) {
        Map<String, String> values = Map.of("campaign", campaignOf(capture), "amount", amount.decimal());
        notifications.sendOnce(capture.accountNo(), MessageTemplate.PAYMENT_REMINDER, values, orderNo);
    }

    void printsSent(Capture capture, String carrier, String trackingNo) {
        send(capture, MessageTemplate.PRINTS_SENT, Map.of("carrier", carrier, "tracking", trackingNo));
    }

    /** @param endsAt first instant that is too late */
    void deadlineNear(Capture capture, Instant endsAt) {
        sendDay(capture, deadlineNear(capture), ChinaTime.day(endsAt.minusMillis(1)), false);
    }

    private MessageTemplate deadlineNear(Capture capture) {
        Campaign campaign = campaigns.require(capture.campaignNo());
        if (campaign.mode() == CaptureMode.ON_SITE) {
            // if only the payment is missing, the student need not come
            return capture.status() == CaptureStatus.AWAITING_PAYMENT
                    ? MessageTemplate.DEADLINE_NEAR
                    : MessageTemplate.DEADLINE_NEAR_ON_SITE;
        }
        boolean needsPhoto = capture.status().takesPhotos() && capture.status() != CaptureStatus.PHOTO_READY;
        return needsPhoto && capture.triesUsed() >= campaign.triesAllowed()
                ? MessageTemplate.DEADLINE_NEAR_NO_TRIES
                : MessageTemplate.DEADLINE_NEAR;
    }

    /**
     * The account of somebody who has paid is being closed: explains how money would be refunded while the student can still be reached.
     */
    void accountClosed(String accountNo) {
        notifications.send(accountNo, MessageTemplate.ACCOUNT_CLOSED, Map.of(), accountNo);
    }

    void forgotten(Capture capture) {
        send(capture, MessageTemplate.DATA_DELETED, Map.of());
    }

    private String campaignOf(Capture capture) {
        return campaigns.require(capture.campaignNo()).name();
    }

    private void sendDay(Capture capture, MessageTemplate template, LocalDate day, boolean provisional) {
        send(
                capture,
                template,
                Map.of("day", Language.ZH.day(day, provisional)),
                Map.of("day", Language.EN.day(day, provisional)));
    }

    private void send(Capture capture, MessageTemplate template, Map<String, String> values) {
        send(capture, template, values, Map.of());
    }

    private void send(
            Capture capture, MessageTemplate template, Map<String, String> values, Map<String, String> english) {
        Map<String, String> all = new HashMap<>(values);
        all.put("campaign", campaignOf(capture));
        notifications.send(capture.accountNo(), template, all, english, capture.no());
    }
}
