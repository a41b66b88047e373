package org.tucai.capture;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.CaptureMode;
import org.tucai.notification.MessageTemplate;
import org.tucai.notification.NotificationService;
import org.tucai.platform.money.Money;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;
import org.tucai.workday.WorkdayCalendar;

/** What students are told about their captures; in the transaction of the cause. */
@Singleton
class CaptureMessages {
    private final NotificationService notifications;
    private final CampaignService campaigns;
    private final WorkdayCalendar calendar;
    private final ReviewTime reviewTime;
    private final ConclusionMeaning meaning;

    CaptureMessages(
            NotificationService notifications,
            CampaignService campaigns,
            WorkdayCalendar calendar,
            ReviewTime reviewTime,
            ConclusionMeaning meaning) {
        this.notifications = notifications;
        this.campaigns = campaigns;
        this.calendar = calendar;
        this.reviewTime = reviewTime;
        this.meaning = meaning;
    }

    void submitted(Capture capture) {
        Instant at = Objects.requireNonNull(capture.submittedAt());
        sendDay(
                capture,
                MessageTemplate.SUBMITTED,
                calendar.due(at, reviewTime.days()).day());
    }

    void accepted(Capture capture) {
        send(capture, MessageTemplate.ACCEPTED, Map.of());
    }

    /**
     * Turned down by a reviewer.
     *
     * @param note a person's words, in the language they were said in; told where no reason is named
     * @param over whether there is no other photo to be taken
     */
    void rejected(Capture capture, Set<RejectReason> reasons, @Nullable String note, boolean over) {
        MessageTemplate template = again(
                capture,
                over,
                MessageTemplate.REJECTED_OVER,
                MessageTemplate.REJECTED_ON_SITE,
                MessageTemplate.REJECTED);
        if (reasons.isEmpty()) {
            send(capture, template, Map.of("reason", String.valueOf(note)));
            return;
        }
        send(
                capture,
                template,
                Map.of("reason", words(reasons, RejectReason::zh, "；")),
                Map.of("reason", words(reasons, RejectReason::en, "; ")));
    }

    private static String words(Set<RejectReason> reasons, Function<RejectReason, String> language, String between) {
        return reasons.stream().sorted().map(language).collect(Collectors.joining(between));
    }

    /** @param over as for {@link #rejected} */
    void returned(Capture capture, String reason, boolean over) {
        MessageTemplate template = again(
                capture,
                over,
                MessageTemplate.RETURNED_OVER,
                MessageTemplate.RETURNED_ON_SITE,
                MessageTemplate.RETURNED);
        send(capture, template, Map.of("reason", reason));
    }

    /** @param over as for {@link #rejected} */
    void erratum(Capture capture, String note, boolean over) {
        MessageTemplate template = again(
                capture, over, MessageTemplate.ERRATUM_OVER, MessageTemplate.ERRATUM_ON_SITE, MessageTemplate.ERRATUM);
        send(capture, template, Map.of("reason", note));
    }

    /** What is told by where another photo is taken: nowhere, by the operator on site, or by the student. */
    private MessageTemplate again(
            Capture capture,
            boolean over,
            MessageTemplate nowhere,
            MessageTemplate onSite,
            MessageTemplate byTheStudent) {
        if (over) {
            return nowhere;
        }
        return isOnSite(capture) ? onSite : byTheStudent;
    }

    private boolean isOnSite(Capture capture) {
        return campaigns.require(capture.campaignNo()).mode() == CaptureMode.ON_SITE;
    }

    /** After a doubtful word the student has something to do, and it blocks the registration: that is told by SMS too. */
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

    void expired(Capture capture) {
        send(capture, MessageTemplate.EXPIRED, Map.of());
    }

    void refunded(Capture capture, Money amount) {
        send(capture, MessageTemplate.REFUNDED, Map.of("amount", amount.decimal()));
    }

    void partlyRefunded(Capture capture, Money amount) {
        send(capture, MessageTemplate.PARTLY_REFUNDED, Map.of("amount", amount.decimal()));
    }

    void refunding(Capture capture, Money amount) {
        send(capture, MessageTemplate.REFUND_REQUESTED, Map.of("amount", amount.decimal()));
    }

    void payAnew(Capture capture, Money amount) {
        send(capture, MessageTemplate.PAY_ANEW, Map.of("amount", amount.decimal()));
    }

    void moneyNotKept(Capture capture, Money amount) {
        send(capture, MessageTemplate.MONEY_NOT_KEPT, Map.of("amount", amount.decimal()));
    }

    void refundOwed(Capture capture, Money amount) {
        send(capture, MessageTemplate.REFUND_BY_HAND, Map.of("amount", amount.decimal()));
    }

    /** Once for each order. */
    void paymentDue(Capture capture, String orderNo, Money amount) {
        Map<String, String> values = Map.of("campaign", campaignOf(capture), "amount", amount.decimal());
        notifications.sendOnce(capture.accountNo(), MessageTemplate.PAYMENT_REMINDER, values, orderNo);
    }

    void printsSent(Capture capture, String carrier, String trackingNo) {
        send(capture, MessageTemplate.PRINTS_SENT, Map.of("carrier", carrier, "tracking", trackingNo));
    }

    /** @param endsAt first instant that is too late */
    void deadlineNear(Capture capture, Instant endsAt) {
        sendDay(capture, deadlineNear(capture), ChinaTime.day(endsAt.minusMillis(1)));
    }

    private MessageTemplate deadlineNear(Capture capture) {
        Campaign campaign = campaigns.require(capture.campaignNo());
        if (campaign.mode() == CaptureMode.ON_SITE) {
            // where only the payment is left, nobody has to come for it
            return capture.status() == CaptureStatus.AWAITING_PAYMENT
                    ? MessageTemplate.DEADLINE_NEAR
                    : MessageTemplate.DEADLINE_NEAR_ON_SITE;
        }
        boolean needsPhoto = capture.status().takesPhotos() && capture.status() != CaptureStatus.PHOTO_READY;
        return needsPhoto && capture.triesUsed() >= campaign.triesAllowed()
                ? MessageTemplate.DEADLINE_NEAR_NO_TRIES
                : MessageTemplate.DEADLINE_NEAR;
    }

    /** The account of somebody who has paid is being closed: how money would come back is told while it can be. */
    void accountClosed(String accountNo) {
        notifications.send(accountNo, MessageTemplate.ACCOUNT_CLOSED, Map.of(), accountNo);
    }

    void forgotten(Capture capture) {
        send(capture, MessageTemplate.DATA_DELETED, Map.of());
    }

    private String campaignOf(Capture capture) {
        return campaigns.require(capture.campaignNo()).name();
    }

    private void sendDay(Capture capture, MessageTemplate template, LocalDate day) {
        send(capture, template, Map.of("day", Language.ZH.day(day)), Map.of("day", Language.EN.day(day)));
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
