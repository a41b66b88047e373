package org.tucai.capture;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
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

    /** By a job: no two captures are locked in one transaction. */
    @Override
    public void onAccepted(Capture capture, Actor by) {
        if (!needless(capture).isEmpty()) {
            jobs.enqueue(EndNeedlessJob.TYPE, capture.no());
        }
    }

    /** The numbers of those that the picture of an accepted capture makes needless; none when it was turned down since. */
    @Transactional
    public List<String> besides(String acceptedNo) {
        return captures.findByNo(acceptedNo)
                .filter(c -> c.status().isCaptured())
                .map(this::needless)
                .orElse(List.of());
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
     * Instead of an acceptance, the capture locked by the caller: ends it when another picture of the enrolment was accepted since it
     * was begun, in this very moment included. The earlier acceptance wins; the job that follows it may not have run yet.
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

    /** Locks what there is: of two that are accepted in one moment, neither would see the other. */
    private boolean isCapturedBeside(Capture capture) {
        String key = capture.enrolmentKey();
        return key != null
                && captures.findByEnrolmentKey(key).size() > 1
                && captures.lockByEnrolmentKey(key).stream()
                        .filter(c -> c.status().isCaptured() && c.acceptedAt() != null)
                        .anyMatch(c -> !capture.createdAt()
                                .isAfter(c.acceptedAt())); // else it was begun where that was allowed
    }

    /** Ends one as if its student had given it up, and tells why. Safe to repeat; one that is accepted by now stays. */
    @Transactional
    public void end(String no) {
        Capture capture = gate.lock(no);
        if (mayEnd(capture)) {
            end(capture);
        }
    }

    private void end(Capture capture) {
        messages.capturedElsewhere(capture);
        students.giveUp(capture, "captured-elsewhere", RefundReason.ALREADY_CAPTURED, Actor.SYSTEM);
    }
}
