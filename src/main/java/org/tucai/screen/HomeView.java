package org.tucai.screen;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.tucai.capture.web.CaptureView;
import org.tucai.capture.web.PhotoView;
import org.tucai.order.OrderStatus;
import org.tucai.platform.money.Money;
import org.tucai.proofreading.ProofreadingStatus;

/**
 * The first screen.
 *
 * @param nextStep the most urgent step over the cards of captures that are not ended; OPEN_CODE without one
 * @param cards one per capture, the newest first; empty for a new student
 */
@Serdeable
record HomeView(NextStepView nextStep, List<CardView> cards, long unreadMessages) {

    /**
     * What to do next.
     *
     * @param code what the client opens
     * @param captureNo the capture it is about; null when about none
     */
    @Serdeable
    record NextStepView(
            NextStep code,
            String title,
            String hint,
            @Nullable String captureNo) {}

    /**
     * One capture on the home screen.
     *
     * @param pictureUrl thumbnail of the photo that counts; null without one
     * @param triesLeft photos that may still be taken online
     * @param check the information check of the accepted picture; null without one
     */
    @Serdeable
    record CardView(
            CaptureView capture,
            CampaignCardView campaign,
            NextStepView nextStep,
            @Nullable OrderCardView order,
            @Nullable String pictureUrl,
            int triesLeft,
            @Nullable ReviewClockView review,
            @Nullable CheckCardView check) {}

    /**
     * What a student needs of the campaign.
     *
     * @param makeUpOpensAt when the second window (补采) for those who missed the first begins; null when there is none
     * @param makeUpClosesAt when it ends; null when there is none
     * @param backgroundColours what may be behind the student, each {@code #RRGGBB}
     */
    @Serdeable
    record CampaignCardView(
            String no,
            String name,
            OffsetDateTime opensAt,
            OffsetDateTime closesAt,
            @Nullable OffsetDateTime makeUpOpensAt,
            @Nullable OffsetDateTime makeUpClosesAt,
            Money fee,
            boolean printsOffered,
            Money printPrice,
            boolean albumAllowed,
            List<String> backgroundColours,
            boolean onSite) {}

    /**
     * The order, in short.
     *
     * @param payable whether it can be paid now; not after {@code payBy}, also while its status still says that it awaits payment
     */
    @Serdeable
    record OrderCardView(
            String no, OrderStatus status, String statusText, boolean payable, Money total, OffsetDateTime payBy) {}

    /**
     * The information check (图像信息核对), in short.
     *
     * @param dueAt the end of the last day, and so the first instant of the next
     * @param dueDay the last day, to show to people
     * @param provisional true when the calendar of that year is not published yet
     */
    @Serdeable
    record CheckCardView(
            String no,
            ProofreadingStatus status,
            String statusText,
            OffsetDateTime dueAt,
            LocalDate dueDay,
            boolean provisional) {}

    /**
     * When the decision is due.
     *
     * @param dueAt the end of the last day, and so the first instant of the next
     * @param dueDay the last day, to show to people
     * @param provisional true when the calendar of that year is not published yet
     */
    @Serdeable
    record ReviewClockView(OffsetDateTime dueAt, LocalDate dueDay, boolean provisional) {}

    /**
     * Everything about one capture.
     *
     * @param photos judged photos, the newest first
     * @param steps what has happened, oldest first
     */
    @Serdeable
    record ProgressView(CardView card, List<PhotoView> photos, List<StepView> steps) {}

    /** One step of the past. */
    @Serdeable
    record StepView(String status, String text, OffsetDateTime at) {}
}
