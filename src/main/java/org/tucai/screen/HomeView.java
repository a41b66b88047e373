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
 * The home screen.
 *
 * @param nextStep the most urgent step of all captures that have not ended; if there are none, GO_ON_WITH_CODE, OPEN_CODE or
 *     VERIFY_PHONE
 * @param cards one per capture, newest first; empty for a new student
 */
@Serdeable
record HomeView(NextStepView nextStep, List<CardView> cards, long unreadMessages) {

    /**
     * What to do next.
     *
     * @param code decides which screen the client opens
     * @param captureNo the capture concerned; null if none is
     * @param codeNo the opened code concerned, with GO_ON_WITH_CODE; null otherwise
     */
    @Serdeable
    record NextStepView(
            NextStep code,
            String title,
            String hint,
            @Nullable String captureNo,
            @Nullable String codeNo) {}

    /**
     * One capture on the home screen.
     *
     * @param pictureUrl URL of the current photo's thumbnail; null if there is no current photo
     * @param triesLeft number of photos that can still be taken online
     * @param prints extra prints that can be ordered or changed now: with the submission if the next step is SUBMIT, otherwise on the order;
     *     null if none can
     * @param withdrawable whether the photo can be withdrawn now (撤回审核)
     * @param cancellable whether the capture can be cancelled now
     * @param check the information check of the accepted picture; null if there is none
     */
    @Serdeable
    record CardView(
            CaptureView capture,
            CampaignCardView campaign,
            NextStepView nextStep,
            @Nullable OrderCardView order,
            @Nullable String pictureUrl,
            int triesLeft,
            @Nullable PrintOfferView prints,
            boolean withdrawable,
            boolean cancellable,
            @Nullable ReviewClockView review,
            @Nullable CheckCardView check) {}

    /**
     * The campaign's terms that a student needs.
     *
     * @param makeUpOpensAt start of the make-up window (补采) for those who missed the first one; null if there is none
     * @param makeUpClosesAt end of the make-up window; null if there is none
     * @param backgroundColours background colours allowed, each {@code #RRGGBB}
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
     * Summary of the order.
     *
     * @param payable whether it can be paid now; false after {@code payBy}, even while the status is still AWAITING_PAYMENT
     */
    @Serdeable
    record OrderCardView(
            String no, OrderStatus status, String statusText, boolean payable, Money total, OffsetDateTime payBy) {}

    /**
     * What extra prints cost now.
     *
     * @param each price of one print
     * @param express postage of all prints of an order
     */
    @Serdeable
    record PrintOfferView(Money each, Money express) {}

    /**
     * Summary of the information check (图像信息核对).
     *
     * @param dueAt the end of the last day, that is, the first instant of the following day
     * @param dueDay the last day, for display
     * @param provisional true while the working-day calendar of that year is not yet published
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
     * When the review decision is due.
     *
     * @param dueAt the end of the last day, that is, the first instant of the following day
     * @param dueDay the last day, for display
     * @param provisional true while the working-day calendar of that year is not yet published
     */
    @Serdeable
    record ReviewClockView(OffsetDateTime dueAt, LocalDate dueDay, boolean provisional) {}

    /**
     * The progress of one capture.
     *
     * @param photos photos with their reports, newest first
     * @param steps past changes of status, oldest first
     */
    @Serdeable
    record ProgressView(CardView card, List<PhotoView> photos, List<StepView> steps) {}

    /** One past change of status. */
    @Serdeable
    record StepView(String status, String text, OffsetDateTime at) {}
}
