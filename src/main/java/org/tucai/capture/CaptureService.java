package org.tucai.capture;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.OnRejection;
import org.tucai.order.Order;
import org.tucai.order.OrderService;
import org.tucai.order.RefundReason;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/**
 * What the features above do to captures. Each operation is one edge of {@link CaptureStatus#next()}, in the caller's transaction if there
 * is one.
 */
@Singleton
public class CaptureService {
    /** The cause of a step to {@link CaptureStatus#ERRATUM} that a manager ordered. */
    public static final String RETAKE_ORDERED = "retake-ordered";

    private final CaptureRepository captures;
    private final RejectionRepository rejections;
    private final CaptureGate gate;
    private final PhotoBin bin;
    private final Followers followers;
    private final CampaignService campaigns;
    private final OrderService orders;
    private final CaptureMessages messages;
    private final JobQueue jobs;
    private final InstantSource clock;

    CaptureService(
            CaptureRepository captures,
            RejectionRepository rejections,
            CaptureGate gate,
            PhotoBin bin,
            Followers followers,
            CampaignService campaigns,
            OrderService orders,
            CaptureMessages messages,
            JobQueue jobs,
            InstantSource clock) {
        this.captures = captures;
        this.rejections = rejections;
        this.gate = gate;
        this.bin = bin;
        this.followers = followers;
        this.campaigns = campaigns;
        this.orders = orders;
        this.messages = messages;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The capture; refuses with 404 when there is none. */
    public Capture require(String no) {
        return captures.findByNo(no).orElseThrow(PlatformProblem::notFound);
    }

    /** The captures with these numbers, by number; absent ones are left out. */
    public Map<String, Capture> all(List<String> nos) {
        return nos.isEmpty()
                ? Map.of()
                : captures.findByNoIn(nos).stream().collect(Collectors.toMap(Capture::no, c -> c));
    }

    /** The capture, locked until the transaction ends. */
    @Transactional
    public Capture lock(String no) {
        return gate.lock(no);
    }

    /** A reviewer found the photo good. */
    @Transactional
    public void accept(String no, Actor by) {
        Capture capture = gate.lock(no);
        Capture after = gate.move(capture, capture.accepted(clock.instant()), "accepted", by);
        bin.accept(photoOf(capture));
        messages.accepted(after);
        followers.accepted(after, by);
    }

    /**
     * A reviewer found the photo bad: the student is told why, and gets the fee back where the campaign says so.
     *
     * @param reasons at least one
     * @param note the reviewer's own words, shown beside the reasons
     */
    @Transactional
    public void reject(String no, Set<RejectReason> reasons, @Nullable String note, Actor by) {
        Capture capture = gate.lock(no);
        Instant now = clock.instant();
        Campaign campaign = campaigns.require(capture.campaignNo());
        Capture after = gate.move(capture, capture.rejected(now), "rejected", by);
        turnDown(capture, reasons, note, false, now);
        if (campaign.onRejection() == OnRejection.REFUND) {
            orders.refund(no, RefundReason.REJECTED, by);
        }
        Retake retake = retake(after, now, isPaid(after));
        messages.rejected(after, reasons, retake, campaign.feeMinor() > 0 || keepsMoney(after));
        followers.rejected(after);
    }

    /** The authority acknowledged the package. Safe to repeat. */
    @Transactional
    public void forwarded(String no) {
        Capture capture = gate.lock(no);
        if (capture.status() == CaptureStatus.ACCEPTED) {
            Capture after = gate.move(capture, capture.forwarded(clock.instant()), "forwarded", Actor.SYSTEM);
            followers.forwarded(after);
        }
    }

    /**
     * The authority bounced the picture: the student may shoot again without paying again. Safe to repeat.
     *
     * @param reason the authority's words, shown to the student
     */
    @Transactional
    public void returned(String no, String reason) {
        Capture capture = gate.lock(no);
        if (!capture.status().next().contains(CaptureStatus.RETURNED)) {
            return;
        }
        Instant now = clock.instant();
        Capture after = gate.move(capture, capture.returned(now), "returned", Actor.SYSTEM);
        turnDown(capture, Set.of(), reason, false, now);
        messages.returned(after, reason, retake(after, now, isPaid(after)));
        followers.returned(after);
    }

    /**
     * The student's information check found the picture wrong (校对有误) and a manager lets it be retaken, without paying again.
     *
     * @param note the manager's words, shown to the student
     */
    @Transactional
    public void erratum(String no, String note, Actor by) {
        takeAgain(gate.lock(no), note, false, by);
    }

    /**
     * A manager takes an acceptance back, whatever the student has said in the information check: the picture is taken again, without
     * paying again.
     *
     * @param note the manager's words, shown to the student, at most 300 characters
     * @throws ProblemException {@link CaptureProblem#NO_PHOTO_TO_RETAKE}, {@link CaptureProblem#RETAKE_TOO_LATE}
     */
    @Transactional
    public Capture orderRetake(String no, String note, Actor by) {
        Capture capture = gate.lock(no);
        if (!capture.status().next().contains(CaptureStatus.ERRATUM) || capture.photoNo() == null) {
            throw new ProblemException(CaptureProblem.NO_PHOTO_TO_RETAKE);
        }
        requireTimeToRetake(capture);
        return takeAgain(capture, note, true, by);
    }

    /** Refuses with {@link CaptureProblem#RETAKE_TOO_LATE}: the capture would end at once, and the accepted photo with it. */
    @Transactional
    public void requireTimeToRetake(Capture capture) {
        if (campaigns.hold(capture.campaignNo()).isOverAt(clock.instant())) {
            throw new ProblemException(CaptureProblem.RETAKE_TOO_LATE);
        }
    }

    private Capture takeAgain(Capture capture, String note, boolean ordered, Actor by) {
        Instant now = clock.instant();
        Capture after = gate.move(capture, capture.erratum(now), ordered ? RETAKE_ORDERED : "erratum", by);
        turnDown(capture, Set.of(), note, ordered, now);
        Retake retake = retake(after, now, isPaid(after));
        if (ordered) {
            messages.retakeOrdered(after, note, retake);
        } else {
            messages.erratum(after, note, retake);
        }
        followers.erratum(after);
        return after;
    }

    /**
     * The authority's conclusion; a later one replaces it.
     *
     * @param conclusion the label as the authority words it
     */
    @Transactional
    public void verified(String no, String conclusion) {
        verified(gate.lock(no), conclusion);
    }

    /** The same for a capture that the caller has locked. */
    @Transactional
    public void verified(Capture capture, String conclusion) {
        if (capture.status() != CaptureStatus.FORWARDED && capture.status() != CaptureStatus.VERIFIED) {
            throw new IllegalStateException(capture.no() + ": a conclusion in " + capture.status());
        }
        Capture after = gate.move(capture, capture.verified(conclusion, clock.instant()), "verified", Actor.SYSTEM);
        messages.verified(after, conclusion);
        followers.verified(after);
    }

    /** Numbers of the schools that have captures with that conclusion. */
    @Transactional
    public List<String> schoolsWith(String conclusion) {
        return captures.schoolsWith(conclusion);
    }

    /** The present by the clock that dates changes of captures. */
    @Transactional
    public Instant changeTime() {
        return gate.changeTime();
    }

    /**
     * Lists a school's captures with that conclusion anew for it, because its meaning has changed; at most 1,000 per call.
     *
     * @param before only captures last changed before this instant, a {@link #changeTime()}
     * @return how many; 0 when none is left
     */
    @Transactional
    public int listAgain(String schoolNo, String conclusion, Instant before) {
        return captures.listAgain(schoolNo, conclusion, before, gate.changeTime());
    }

    private void turnDown(
            Capture capture, Set<RejectReason> reasons, @Nullable String note, boolean ordered, Instant now) {
        String photoNo = photoOf(capture);
        bin.reject(photoNo);
        String names = reasons.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        rejections.save(new Rejection(null, capture.no(), photoNo, names, note, now, ordered));
    }

    private boolean isPaid(Capture capture) {
        return orders.forCapture(capture.no()).filter(Order::isPaid).isPresent();
    }

    /** Even where there is no fee, something may have been paid for prints. */
    private boolean keepsMoney(Capture capture) {
        return orders.forCapture(capture.no())
                .filter(o -> o.isPaid() && o.remainingMinor() > 0)
                .isPresent();
    }

    /**
     * Whether and how another photo is taken. After the campaign's end there is no second chance, and the capture ends.
     *
     * @param covered whether the payment, if one was due, covers another photo
     */
    private Retake retake(Capture capture, Instant now, boolean covered) {
        Campaign campaign = campaigns.hold(capture.campaignNo());
        if (campaign.isOverAt(now)) {
            jobs.enqueue(ExpireCaptureJob.TYPE, capture.no());
            return Retake.NEVER;
        }
        if (!campaign.acceptsAt(now)) {
            return Retake.LATER;
        }
        return covered || campaign.feeMinor() == 0 ? Retake.NOW : Retake.TO_BE_PAID;
    }

    private static String photoOf(Capture capture) {
        if (capture.photoNo() == null) {
            throw new IllegalStateException(capture.no() + ": decided without a photo");
        }
        return capture.photoNo();
    }

    /** The captures of a student by the authority's number, oldest first. */
    public List<Capture> byStudentKey(String studentKey) {
        return captures.findByStudentKeyOrderById(studentKey);
    }

    /** Numbers of the given captures that ended because the enrolment was captured in another campaign. */
    public Set<String> capturedElsewhere(List<Capture> some) {
        List<String> given = some.stream()
                .filter(c -> c.status() == CaptureStatus.WITHDRAWN)
                .map(Capture::no)
                .toList();
        return given.isEmpty() ? Set.of() : Set.copyOf(captures.capturedElsewhere(given));
    }

    /** Numbers of those of the captures whose photo is to be taken again because a manager took the acceptance back. */
    public Set<String> retakesOrdered(List<Capture> some) {
        List<String> found = some.stream()
                .filter(c -> c.status() == CaptureStatus.ERRATUM)
                .map(Capture::no)
                .toList();
        return lastRejections(found).values().stream()
                .filter(Rejection::ordered)
                .map(Rejection::captureNo)
                .collect(Collectors.toSet());
    }

    /** The rejections of a capture, oldest first. */
    public List<Rejection> rejections(String no) {
        return rejections.findByCaptureNoOrderById(no);
    }

    /** The last rejection of each capture. */
    public Map<String, Rejection> lastRejections(List<String> nos) {
        Map<String, Rejection> last = new LinkedHashMap<>();
        if (!nos.isEmpty()) {
            rejections.findByCaptureNoInOrderById(nos).forEach(r -> last.put(r.captureNo(), r));
        }
        return last;
    }
}
