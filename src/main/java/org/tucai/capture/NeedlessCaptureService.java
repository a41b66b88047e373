package org.tucai.capture;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.tucai.campaign.AlreadyCaptured;
import org.tucai.campaign.CampaignService;
import org.tucai.order.RefundReason;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.security.Actor;

/**
 * Ends a student's other captures once one is accepted, in campaigns that forbid capturing again (DOMAIN §1.3): a school may open one
 * campaign on site and one online. Otherwise the student would be reminded, pay, and be captured a second time.
 */
@Singleton
public class NeedlessCaptureService implements CaptureFollower {
    private final CaptureRepository captures;
    private final CaptureGate gate;
    private final CampaignService campaigns;
    private final StudentCaptureService students;
    private final CaptureMessages messages;
    private final JobQueue jobs;

    NeedlessCaptureService(
            CaptureRepository captures,
            CaptureGate gate,
            CampaignService campaigns,
            StudentCaptureService students,
            CaptureMessages messages,
            JobQueue jobs) {
        this.captures = captures;
        this.gate = gate;
        this.campaigns = campaigns;
        this.students = students;
        this.messages = messages;
        this.jobs = jobs;
    }

    /** By a job, so that an acceptance does not lock and end other captures in its own transaction. */
    @Override
    public void onAccepted(Capture capture, Actor by) {
        if (!needless(capture).isEmpty()) {
            jobs.enqueue(EndNeedlessJob.TYPE, capture.no());
        }
    }

    /** Numbers of the captures that an accepted one makes needless; none if its picture has been turned down since. */
    @Transactional
    public List<String> besides(String acceptedNo) {
        return accepted(acceptedNo).map(this::needless).orElse(List.of());
    }

    private Optional<Capture> accepted(String no) {
        return captures.findByNo(no).filter(c -> c.status().isCaptured());
    }

    private List<String> needless(Capture accepted) {
        return accepted.enrolmentKey() == null
                ? List.of()
                : captures.findByEnrolmentKey(accepted.enrolmentKey()).stream()
                        .filter(this::mayEnd)
                        .map(Capture::no)
                        .toList();
    }

    private boolean mayEnd(Capture capture) {
        return capture.status().next().contains(CaptureStatus.WITHDRAWN)
                && campaigns.require(capture.campaignNo()).alreadyCaptured() == AlreadyCaptured.FORBIDDEN;
    }

    /**
     * Ends a capture that is about to be accepted, locked by the caller, if another picture of the enrolment was accepted since it was
     * begun, even at this very moment. The earlier acceptance wins; its job may not have run yet.
     *
     * @return whether it ended
     */
    @Transactional
    public boolean endInsteadOfAcceptance(String no) {
        Capture capture = gate.lock(no);
        boolean needless = mayEnd(capture) && isCapturedBeside(capture);
        if (needless) {
            end(capture);
        }
        return needless;
    }

    /** Locks the enrolment's captures: otherwise two concurrent acceptances would not see each other. */
    private boolean isCapturedBeside(Capture capture) {
        String key = capture.enrolmentKey();
        return key != null
                && captures.findByEnrolmentKey(key).size() > 1
                && captures.lockByEnrolmentKey(key).stream()
                        .filter(c -> c.status().isCaptured() && c.acceptedAt() != null)
                        .anyMatch(
                                c -> !capture.createdAt().isAfter(c.acceptedAt())); // if begun later, that was allowed
    }

    /**
     * Ends a capture as if its student had given it up, with a message why. Safe to repeat; it stays if it was accepted meanwhile, or if the
     * picture that makes it needless was turned down meanwhile.
     */
    @Transactional
    public void end(String no, String acceptedNo) {
        Capture capture = gate.lock(no);
        if (mayEnd(capture) && accepted(acceptedNo).isPresent()) {
            end(capture);
        }
    }

    private void end(Capture capture) {
        messages.capturedElsewhere(capture);
        students.giveUp(capture, "captured-elsewhere", RefundReason.ALREADY_CAPTURED, Actor.SYSTEM);
    }
}
