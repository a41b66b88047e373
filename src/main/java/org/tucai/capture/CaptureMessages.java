package org.tucai.capture;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.campaign.CampaignService;
import org.tucai.notification.MessageTemplate;
import org.tucai.notification.NotificationService;
import org.tucai.platform.money.Money;
import org.tucai.platform.time.ChinaTime;
import org.tucai.workday.WorkdayCalendar;

/** What students are told about their captures; in the transaction of the cause. */
@Singleton
class CaptureMessages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final NotificationService notifications;
    private final CampaignService campaigns;
    private final WorkdayCalendar calendar;
    private final ReviewTime reviewTime;

    CaptureMessages(
            NotificationService notifications,
            CampaignService campaigns,
            WorkdayCalendar calendar,
            ReviewTime reviewTime) {
        this.notifications = notifications;
        this.campaigns = campaigns;
        this.calendar = calendar;
        this.reviewTime = reviewTime;
    }

    void submitted(Capture capture) {
        String day = capture.submittedAt() == null
                ? ""
                : calendar.due(capture.submittedAt(), reviewTime.days()).day().format(DAY);
        send(capture, MessageTemplate.SUBMITTED, Map.of("day", day));
    }

    void accepted(Capture capture) {
        send(capture, MessageTemplate.ACCEPTED, Map.of());
    }

    void rejected(Capture capture, Set<RejectReason> reasons, @Nullable String note) {
        String words = reasons.stream().sorted().map(RejectReason::zh).collect(Collectors.joining("；"));
        send(capture, MessageTemplate.REJECTED, Map.of("reason", words.isEmpty() ? String.valueOf(note) : words));
    }

    void returned(Capture capture, String reason) {
        send(capture, MessageTemplate.RETURNED, Map.of("reason", reason));
    }

    void erratum(Capture capture, String note) {
        send(capture, MessageTemplate.ERRATUM, Map.of("reason", note));
    }

    void verified(Capture capture, String conclusion) {
        send(capture, MessageTemplate.VERIFIED, Map.of("conclusion", conclusion));
    }

    void withdrawn(Capture capture) {
        send(capture, MessageTemplate.WITHDRAWN, Map.of());
    }

    void expired(Capture capture) {
        send(capture, MessageTemplate.EXPIRED, Map.of());
    }

    void refunded(Capture capture, Money amount) {
        send(capture, MessageTemplate.REFUNDED, Map.of("amount", yuan(amount)));
    }

    void partlyRefunded(Capture capture, Money amount) {
        send(capture, MessageTemplate.PARTLY_REFUNDED, Map.of("amount", yuan(amount)));
    }

    void refunding(Capture capture, Money amount) {
        send(capture, MessageTemplate.REFUND_REQUESTED, Map.of("amount", yuan(amount)));
    }

    void refundOwed(Capture capture, Money amount) {
        send(capture, MessageTemplate.REFUND_BY_HAND, Map.of("amount", yuan(amount)));
    }

    /** Once for each order. */
    void paymentDue(Capture capture, String orderNo, Money amount) {
        Map<String, String> values = Map.of("campaign", campaignOf(capture), "amount", yuan(amount));
        notifications.sendOnce(capture.accountNo(), MessageTemplate.PAYMENT_REMINDER, values, orderNo);
    }

    void printsSent(Capture capture, String carrier, String trackingNo) {
        send(capture, MessageTemplate.PRINTS_SENT, Map.of("carrier", carrier, "tracking", trackingNo));
    }

    /** @param endsAt first instant that is too late */
    void deadlineNear(Capture capture, Instant endsAt) {
        String day = ChinaTime.day(endsAt.minusMillis(1)).format(DAY);
        send(capture, MessageTemplate.DEADLINE_NEAR, Map.of("day", day));
    }

    void forgotten(Capture capture) {
        send(capture, MessageTemplate.DATA_DELETED, Map.of());
    }

    private static String yuan(Money amount) {
        return "%d.%02d".formatted(amount.minor() / 100, amount.minor() % 100);
    }

    private String campaignOf(Capture capture) {
        return campaigns.require(capture.campaignNo()).name();
    }

    private void send(Capture capture, MessageTemplate template, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("campaign", campaignOf(capture));
        notifications.send(capture.accountNo(), template, all, capture.no());
    }
}
