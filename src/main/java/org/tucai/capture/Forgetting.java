package org.tucai.capture;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tucai.audit.AuditTrail;
import org.tucai.campaign.CampaignService;
import org.tucai.platform.security.Actor;

/** Deletes what is known about a person when the purpose is done (PIPL 47): photos, their reports, facts, reasons. */
@Singleton
class Forgetting {
    private final CaptureRepository captures;
    private final RejectionRepository rejections;
    private final PhotoBin bin;
    private final ForgottenAnswers answers;
    private final Followers followers;
    private final CampaignService campaigns;
    private final AuditTrail audit;
    private final ChangeClock changes;
    private final InstantSource clock;

    Forgetting(
            CaptureRepository captures,
            RejectionRepository rejections,
            PhotoBin bin,
            ForgottenAnswers answers,
            Followers followers,
            CampaignService campaigns,
            AuditTrail audit,
            ChangeClock changes,
            InstantSource clock) {
        this.captures = captures;
        this.rejections = rejections;
        this.bin = bin;
        this.answers = answers;
        this.followers = followers;
        this.campaigns = campaigns;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * In the caller's transaction; the pixels follow by job. Numbers, statuses and times remain. While the campaign takes photos, used
     * tries and rejected uploads are remembered: otherwise giving up and beginning anew would give endless tries and launder a rejected
     * picture. A concurrent closing of the campaign waits, so that it deletes these as well.
     */
    Capture forget(Capture capture) {
        boolean over = campaigns.hold(capture.campaignNo()).isOverAt(clock.instant());
        if (!over && capture.enrolmentKey() != null && capture.status() == CaptureStatus.WITHDRAWN) {
            captures.keepTries(capture.campaignNo(), capture.enrolmentKey(), capture.triesUsed());
            bin.remember(capture, capture.enrolmentKey());
        }
        bin.empty(capture, !over);
        answers.forget(capture);
        rejections.forgetReasons(capture.no());
        Capture after = captures.update(changes.stamped(capture, capture.withoutPersonalData(clock.instant())));
        followers.forgotten(after);
        audit.record(Actor.SYSTEM, "capture-forgotten", capture.no(), "photos and facts deleted");
        return after;
    }
}
