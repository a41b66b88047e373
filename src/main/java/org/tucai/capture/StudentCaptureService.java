package org.tucai.capture;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.order.Order;
import org.tucai.order.OrderService;
import org.tucai.order.RefundReason;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/** What students do with their own captures once these are bound. */
@Singleton
public class StudentCaptureService {
    private final CaptureRepository captures;
    private final CaptureGate gate;
    private final Followers followers;
    private final Forgetting forgetting;
    private final ConsentRepository consents;
    private final CampaignService campaigns;
    private final OrderService orders;
    private final CaptureMessages messages;
    private final InstantSource clock;

    StudentCaptureService(
            CaptureRepository captures,
            CaptureGate gate,
            Followers followers,
            Forgetting forgetting,
            ConsentRepository consents,
            CampaignService campaigns,
            OrderService orders,
            CaptureMessages messages,
            InstantSource clock) {
        this.captures = captures;
        this.gate = gate;
        this.followers = followers;
        this.forgetting = forgetting;
        this.consents = consents;
        this.campaigns = campaigns;
        this.orders = orders;
        this.messages = messages;
        this.clock = clock;
    }

    /** The account's captures, newest first. */
    public List<Capture> own(String accountNo) {
        return captures.findByAccountNoOrderByCreatedAtDesc(accountNo);
    }

    /** One of the account's captures; 404 for somebody else's. */
    public Capture requireOwn(String no, String accountNo) {
        return gate.own(no, accountNo);
    }

    /**
     * Submits the photo: to review when nothing is to be paid, otherwise to payment. Repeating it changes nothing except the prints of an
     * unpaid order.
     *
     * @throws ProblemException {@link CaptureProblem#PHOTO_NOT_CURRENT}, {@link CaptureProblem#NOT_SUBMITTABLE}, what is wrong with the
     *     prints, or why the campaign accepts nothing now
     */
    @Transactional
    public Capture submit(String no, String accountNo, SubmitCapture wish) {
        return submit(gate.lockOwn(no, accountNo), wish, new Actor(Role.STUDENT, accountNo));
    }

    /** In the caller's transaction, the capture locked; {@code actor} is the student, or the operator on site. */
    Capture submit(Capture capture, SubmitCapture wish, Actor actor) {
        boolean submitted = capture.status().isSubmitted();
        Campaign campaign = campaigns.hold(capture.campaignNo()); // a fee being lowered would miss this order
        if (!submitted) {
            campaigns.requireAccepting(campaign); // first: at its end all captures expire, and this is why
            if (capture.status() != CaptureStatus.PHOTO_READY) {
                throw new ProblemException(CaptureProblem.NOT_SUBMITTABLE);
            }
        }
        if (!wish.photoNo().equals(capture.photoNo())) {
            throw new ProblemException(CaptureProblem.PHOTO_NOT_CURRENT);
        }
        if (submitted) {
            if (wish.prints() != null) {
                orders.requirePrints(capture.no(), wish.prints(), actor);
            }
            return capture;
        }
        Instant now = clock.instant();
        Order order = orders.place(Pricing.order(capture, campaign, wish.prints(), now));
        return order.isPaid()
                ? toReview(capture, actor)
                : gate.move(capture, capture.awaitingPayment(now), "submitted", actor);
    }

    /** Into the review queue; the clock of working days starts. */
    private Capture toReview(Capture capture, Actor actor) {
        Capture after = gate.move(capture, capture.inReview(clock.instant()), "submitted", actor);
        followers.submitted(after);
        messages.submitted(after);
        return after;
    }

    /** The order is paid: moves the photo on to review if it waited. An ended capture's order has ended too, so it is never paid. */
    @Transactional
    public void paid(String no) {
        Capture capture = gate.lock(no);
        if (capture.status() == CaptureStatus.AWAITING_PAYMENT) {
            toReview(capture, Actor.SYSTEM);
        }
    }

    /**
     * The campaign's terms were changed: a submitted photo costs no more than it would now, and is reviewed if nothing is left to pay. Safe
     * to repeat.
     */
    @Transactional
    public void followTerms(String no) {
        Capture capture = gate.lock(no);
        if (capture.status() == CaptureStatus.AWAITING_PAYMENT) {
            Campaign campaign = campaigns.hold(capture.campaignNo());
            Order order = orders.place(Pricing.order(capture, campaign, null, clock.instant()));
            if (order.isPaid()) {
                toReview(capture, Actor.SYSTEM);
            }
        }
    }

    /** The order was not paid in time: the photo stays and may be submitted again. */
    @Transactional
    public void orderExpired(String no) {
        Capture capture = gate.lock(no);
        if (capture.status() == CaptureStatus.AWAITING_PAYMENT) {
            gate.move(capture, capture.photoReadyAgain(clock.instant()), "order-expired", Actor.SYSTEM);
        }
    }

    /**
     * 撤回审核: from payment or review back to the photo, to change it. Refused when the campaign takes no other photo: the student would lose
     * the only chance.
     */
    @Transactional
    public Capture withdrawReview(String no, String accountNo) {
        Capture capture = gate.lockOwn(no, accountNo);
        Capture after = withdrawReview(capture, new Actor(Role.STUDENT, accountNo));
        if (capture.status() == CaptureStatus.IN_REVIEW) {
            messages.withdrawn(after);
        }
        return after;
    }

    /** In the caller's transaction, the capture locked; {@code actor} is the student, or the operator on site. */
    Capture withdrawReview(Capture capture, Actor actor) {
        boolean unpaid = capture.status() == CaptureStatus.AWAITING_PAYMENT;
        if (!capture.status().isSubmitted()) {
            throw new ProblemException(CaptureProblem.NOT_IN_REVIEW);
        }
        Campaign campaign = campaigns.hold(capture.campaignNo());
        campaigns.requireAccepting(campaign);
        if (unpaid && !campaign.paysFirst()) {
            orders.cancel(capture.no(), actor); // where paying comes first, the next photo needs this order too
        }
        Capture after = gate.move(capture, capture.photoReadyAgain(clock.instant()), "review-withdrawn", actor);
        if (!unpaid) {
            followers.withdrawn(after, actor);
        }
        return after;
    }

    /** Gives up the capture and withdraws the consent: payments are refunded, photos and facts deleted. Safe to repeat. */
    @Transactional
    public Capture cancel(String no, String accountNo) {
        Capture capture = gate.lockOwn(no, accountNo);
        if (capture.status() == CaptureStatus.WITHDRAWN) {
            return capture;
        }
        if (!capture.status().isCancellable()) {
            throw new ProblemException(CaptureProblem.NOT_CANCELLABLE);
        }
        consents.withdraw(no, clock.instant());
        return giveUp(capture, "cancelled", RefundReason.WITHDRAWN, new Actor(Role.STUDENT, accountNo));
    }

    /** In the caller's transaction, the capture locked: payments are refunded, photos and facts deleted. */
    Capture giveUp(Capture capture, String cause, RefundReason why, Actor by) {
        // moved before the refund: a capture that still takes photos would be asked to pay anew
        Capture after = gate.move(capture, capture.withdrawn(clock.instant()), cause, by);
        orders.cancel(capture.no(), by);
        orders.refund(capture.no(), why, by);
        if (capture.status() == CaptureStatus.IN_REVIEW) {
            followers.withdrawn(after, by);
        }
        return forgetting.forget(after);
    }
}
