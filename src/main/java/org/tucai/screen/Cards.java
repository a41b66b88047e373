package org.tucai.screen;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.CaptureMode;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.ConclusionMeaning;
import org.tucai.capture.Rejection;
import org.tucai.capture.ReviewTime;
import org.tucai.capture.web.CaptureView;
import org.tucai.order.Order;
import org.tucai.order.OrderService;
import org.tucai.order.PrintOffer;
import org.tucai.platform.money.Money;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;
import org.tucai.proofreading.Proofreading;
import org.tucai.proofreading.ProofreadingService;
import org.tucai.workday.DueDate;
import org.tucai.workday.WorkdayCalendar;

/**
 * Assembles the cards of captures from the features they touch, with one read per feature, however many captures there are; one more for a
 * paid photo that is taken again, whose prints may have been sent.
 */
@Singleton
class Cards {
    private static final int THUMBNAIL = 240;

    /** Minimum of each channel of a background colour that a white wall has in ordinary light. */
    private static final int WHITE = 0xE0;

    private final CampaignService campaigns;
    private final CaptureService captures;
    private final CaptureAlbum album;
    private final OrderService orders;
    private final PrintOffer prints;
    private final ProofreadingService proofreadings;
    private final ConclusionMeaning meaning;
    private final WorkdayCalendar calendar;
    private final ReviewTime reviewTime;
    private final InstantSource clock;

    Cards(
            CampaignService campaigns,
            CaptureService captures,
            CaptureAlbum album,
            OrderService orders,
            PrintOffer prints,
            ProofreadingService proofreadings,
            ConclusionMeaning meaning,
            WorkdayCalendar calendar,
            ReviewTime reviewTime,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.captures = captures;
        this.album = album;
        this.orders = orders;
        this.prints = prints;
        this.proofreadings = proofreadings;
        this.meaning = meaning;
        this.calendar = calendar;
        this.reviewTime = reviewTime;
        this.clock = clock;
    }

    /**
     * One card for each of these captures, in their order.
     *
     * @param own the account's captures, which show whether one that has ended was begun anew
     */
    List<HomeView.CardView> of(List<Capture> shown, List<Capture> own, Language language) {
        List<String> nos = shown.stream().map(Capture::no).toList();
        Map<String, Campaign> terms =
                campaigns.all(shown.stream().map(Capture::campaignNo).collect(Collectors.toSet()));
        Map<String, Order> newest = orders.forCaptures(nos);
        Map<String, Rejection> last = captures.lastRejections(nos);
        List<Proofreading> checks = checks(shown);
        Set<String> elsewhere = captures.capturedElsewhere(shown);
        boolean concluded = shown.stream().anyMatch(c -> c.conclusion() != null);
        Set<String> doubtful = concluded ? meaning.doubtful() : Set.of();
        UnaryOperator<String> words = concluded ? meaning.in(language) : UnaryOperator.identity();
        return shown.stream()
                .map(c -> card(
                        c,
                        new Around(
                                Objects.requireNonNull(terms.get(c.campaignNo()), c.campaignNo()),
                                newest.get(c.no()),
                                last.get(c.no()),
                                check(c, checks),
                                words,
                                c.conclusion() != null && doubtful.contains(c.conclusion()),
                                elsewhere.contains(c.no()),
                                isBegunAnew(c, own)),
                        language))
                .toList();
    }

    /** What other features know about a capture. */
    private record Around(
            Campaign campaign,
            @Nullable Order order,
            @Nullable Rejection last,
            @Nullable Proofreading check,
            UnaryOperator<String> words,
            boolean doubtful,
            boolean elsewhere,
            boolean anew) {}

    /** Of the same enrolment, as far as that is still known of an ended capture: its code would be refused. */
    private static boolean isBegunAnew(Capture ended, List<Capture> own) {
        return ended.status().isGivenUp()
                && own.stream()
                        .filter(c -> c.campaignNo().equals(ended.campaignNo())
                                && !c.status().isGivenUp())
                        .filter(c -> c.createdAt().isAfter(ended.createdAt()))
                        .anyMatch(c -> ended.enrolmentKey() == null
                                || ended.enrolmentKey().equals(c.enrolmentKey()));
    }

    private HomeView.CardView card(Capture capture, Around around, Language language) {
        Campaign campaign = around.campaign();
        Order order = around.order();
        Proofreading check = around.check();
        int triesLeft = Math.max(0, campaign.triesAllowed() - capture.triesUsed());
        HomeView.ReviewClockView review = review(capture);
        HomeView.NextStepView next = step(capture, around, review, triesLeft, language);
        Instant now = clock.instant();
        return new HomeView.CardView(
                CaptureView.of(capture, album.facts(capture), around.last(), around.words(), language),
                campaign(campaign),
                next,
                order == null ? null : order(order, language),
                capture.photoNo() == null
                        ? null
                        : "/api/v1/student/captures/" + capture.no() + "/photos/" + capture.photoNo()
                                + "/picture?width=" + THUMBNAIL,
                triesLeft,
                prints(next.code(), campaign, order, now),
                capture.status().isSubmitted() && campaign.acceptsAt(now),
                capture.status().isCancellable(),
                review,
                check == null ? null : check(check, language));
    }

    private HomeView.@Nullable PrintOfferView prints(
            NextStep next, Campaign campaign, @Nullable Order newest, Instant now) {
        Money each = campaign.printsOffered() ? Money.fen(campaign.printPriceMinor()) : null;
        PrintOffer.Prices prices =
                next == NextStep.SUBMIT ? prints.withSubmission(newest, each, now) : prints.onUnpaid(newest, now);
        return prices == null ? null : new HomeView.PrintOfferView(prices.each(), prices.express());
    }

    private HomeView.NextStepView step(
            Capture capture,
            Around around,
            HomeView.@Nullable ReviewClockView review,
            int triesLeft,
            Language language) {
        Campaign campaign = around.campaign();
        Order order = around.order();
        Proofreading check = around.check();
        boolean mustPayFirst = campaign.paysFirst() && (order == null || !order.isPaid());
        Instant now = clock.instant();
        NextStepPolicy.Window window = NextStepPolicy.Window.of(campaign, now);
        NextStep step = NextStepPolicy.of(new NextStepPolicy.Situation(
                capture.status(),
                campaign.mode() == CaptureMode.ON_SITE,
                mustPayFirst,
                order != null && order.isOverdueAt(now),
                window,
                triesLeft > 0,
                check == null ? null : check.status(),
                around.doubtful(),
                around.elsewhere() || around.anew(),
                capture.endedAt() != null));
        NextStep.Circumstances in = new NextStep.Circumstances(
                reviewTime.days(),
                review != null && review.dueAt().toInstant().isBefore(now),
                takesWhite(campaign),
                NextStep.Paying.of(capture.status(), mustPayFirst),
                triesLeft > 0,
                window == NextStepPolicy.Window.OVER,
                around.doubtful(),
                around.elsewhere(),
                around.anew());
        return view(step, capture.no(), null, in, language);
    }

    /**
     * The next step of a student without a capture in progress.
     *
     * @param codeNo the code with which the student was about to begin one; null without
     */
    HomeView.NextStepView toBegin(boolean phoneVerified, @Nullable String codeNo, Language language) {
        NextStep withPhone = codeNo == null ? NextStep.OPEN_CODE : NextStep.GO_ON_WITH_CODE;
        NextStep step = phoneVerified ? withPhone : NextStep.VERIFY_PHONE;
        return view(
                step,
                null,
                step == NextStep.GO_ON_WITH_CODE ? codeNo : null,
                new NextStep.Circumstances(
                        reviewTime.days(),
                        false,
                        true,
                        NextStep.Paying.BEFORE_THE_PHOTO,
                        true,
                        false,
                        false,
                        false,
                        false),
                language);
    }

    private HomeView.NextStepView view(
            NextStep step,
            @Nullable String captureNo,
            @Nullable String codeNo,
            NextStep.Circumstances in,
            Language language) {
        return new HomeView.NextStepView(step, step.title(language), step.hint(language, in), captureNo, codeNo);
    }

    private static boolean takesWhite(Campaign campaign) {
        return campaign.colours().stream()
                .mapToInt(c -> Integer.parseInt(c, 1, c.length(), 16))
                .anyMatch(Cards::isWhite);
    }

    private static boolean isWhite(int rgb) {
        return rgb >> 16 >= WHITE && (rgb >> 8 & 0xFF) >= WHITE && (rgb & 0xFF) >= WHITE;
    }

    /** The account's information checks; empty if no capture can have one. */
    private List<Proofreading> checks(List<Capture> own) {
        return own.stream()
                .filter(c -> c.status().isCaptured())
                .findFirst()
                .map(c -> proofreadings.of(c.accountNo()))
                .orElse(List.of());
    }

    /** The check of the picture that counts; null without one. */
    private static @Nullable Proofreading check(Capture capture, List<Proofreading> checks) {
        return !capture.status().isCaptured()
                ? null
                : checks.stream()
                        .filter(p -> p.photoNo().equals(capture.photoNo()))
                        .findFirst()
                        .orElse(null);
    }

    private static HomeView.CheckCardView check(Proofreading p, Language language) {
        return new HomeView.CheckCardView(
                p.no(),
                p.status(),
                p.status().text(language),
                ChinaTime.offset(p.dueAt()),
                p.dueDay(),
                p.provisional());
    }

    private HomeView.@Nullable ReviewClockView review(Capture capture) {
        if (capture.status() != CaptureStatus.IN_REVIEW || capture.submittedAt() == null) {
            return null;
        }
        DueDate due = calendar.due(capture.submittedAt(), reviewTime.days());
        return new HomeView.ReviewClockView(ChinaTime.offset(due.at()), due.day(), due.provisional());
    }

    private static HomeView.CampaignCardView campaign(Campaign c) {
        return new HomeView.CampaignCardView(
                c.no(),
                c.name(),
                ChinaTime.offset(c.opensAt()),
                ChinaTime.offset(c.closesAt()),
                ChinaTime.offsetOrNull(c.makeUpOpensAt()),
                ChinaTime.offsetOrNull(c.makeUpClosesAt()),
                Money.fen(c.feeMinor()),
                c.printsOffered(),
                Money.fen(c.printPriceMinor()),
                c.albumAllowed(),
                c.colours(),
                c.mode() == CaptureMode.ON_SITE);
    }

    private HomeView.OrderCardView order(Order o, Language language) {
        Instant now = clock.instant();
        return new HomeView.OrderCardView(
                o.no(),
                o.status(),
                o.statusText(now, language),
                o.isPayableAt(now),
                o.total(),
                ChinaTime.offset(o.payBy()));
    }
}
