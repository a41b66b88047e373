package org.tucai.proofreading;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.AuditTrail;
import org.tucai.campaign.CampaignService;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.notification.MessageTemplate;
import org.tucai.notification.NotificationService;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;

/** What a manager does with checks: sees them, reads what is wrong, resolves it. */
@Singleton
public class ErratumService {
    private final ProofreadingRepository proofreadings;
    private final EvidenceRepository evidence;
    private final ProofreadingGate gate;
    private final CaptureService captures;
    private final CampaignService campaigns;
    private final NotificationService notifications;
    private final Vault vault;
    private final AuditTrail audit;
    private final InstantSource clock;

    ErratumService(
            ProofreadingRepository proofreadings,
            EvidenceRepository evidence,
            ProofreadingGate gate,
            CaptureService captures,
            CampaignService campaigns,
            NotificationService notifications,
            Vault vault,
            AuditTrail audit,
            InstantSource clock) {
        this.proofreadings = proofreadings;
        this.evidence = evidence;
        this.gate = gate;
        this.captures = captures;
        this.campaigns = campaigns;
        this.notifications = notifications;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** Checks, newest first; null filters match all. */
    @Transactional
    public Page<Proofreading> list(
            @Nullable ProofreadingStatus status, @Nullable String campaignNo, Cursor after, int limit) {
        List<Proofreading> found = status == null
                ? proofreadings.page(after.at(), after.no(), campaignNo, limit + 1)
                : proofreadings.pageOf(status.name(), after.at(), after.no(), campaignNo, limit + 1);
        return Page.of(found, limit, p -> new Cursor(p.openedAt(), p.no()));
    }

    @Transactional
    public Proofreading require(String no) {
        return proofreadings.findByNo(no).orElseThrow(PlatformProblem::notFound);
    }

    /** The student's words; null when there are none. Looking is audited. */
    @Transactional
    public @Nullable String note(Proofreading proofreading, Actor by) {
        audit.look(by, "proofreading-read", proofreading.no(), "facts, and the student's words if any");
        return proofreading.noteSealed() == null
                ? null
                : vault.openText(proofreading.noteSealed(), ProofreadingService.NOTE_CONTEXT);
    }

    /** The check whose picture is shown; looking is audited. */
    @Transactional
    public Proofreading forPicture(String no, Actor by) {
        Proofreading found = require(no);
        audit.look(by, "proofreading-picture", no, found.photoNo());
        return found;
    }

    /** One picture of evidence; looking is audited. */
    @Transactional
    public Evidence evidence(String no, String evidenceNo, Actor by) {
        Evidence found = evidence.findByNoAndProofreadingNo(evidenceNo, no).orElseThrow(PlatformProblem::notFound);
        audit.look(by, "evidence-read", no, evidenceNo);
        return found;
    }

    /**
     * Deals with what was wrong.
     *
     * @param note shown to the student, 1-190 characters
     * @throws ProblemException {@link ProofreadingProblem#NOTHING_TO_RESOLVE}, {@link ProofreadingProblem#RETAKE_IMPOSSIBLE}; as
     *     {@link CaptureService#requireTimeToRetake} does
     */
    @Transactional
    public Proofreading resolve(String no, Resolution how, String note, Actor by) {
        Proofreading known = require(no);
        Capture capture = captures.lock(known.captureNo());
        Proofreading disputed = proofreadings.lock(no).orElseThrow(PlatformProblem::notFound);
        if (disputed.status() != ProofreadingStatus.DISPUTED) {
            throw new ProblemException(ProofreadingProblem.NOTHING_TO_RESOLVE);
        }
        if (how == Resolution.RETAKE && !capture.status().next().contains(CaptureStatus.ERRATUM)) {
            throw new ProblemException(ProofreadingProblem.RETAKE_IMPOSSIBLE);
        }
        if (how == Resolution.RETAKE) {
            captures.requireTimeToRetake(capture);
        }
        Proofreading resolved = gate.move(disputed, disputed.resolved(how, note, clock.instant()), "resolved", by);
        if (how == Resolution.RETAKE) {
            captures.erratum(disputed.captureNo(), note, by);
        } else {
            tell(resolved, how, note);
        }
        return resolved;
    }

    /** Tells the student, as promised. */
    private void tell(Proofreading resolved, Resolution how, String note) {
        notifications.send(
                resolved.accountNo(),
                MessageTemplate.ERRATUM_ANSWERED,
                Map.of(
                        "campaign",
                        campaigns.require(resolved.campaignNo()).name(),
                        "result",
                        how.text(Language.ZH),
                        "reason",
                        note),
                Map.of("result", how.text(Language.EN)),
                resolved.no());
    }
}
