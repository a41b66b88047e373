package org.tucai.capture;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.tucai.account.AccountService;
import org.tucai.account.UnclaimedAccountService;
import org.tucai.campaign.AlreadyCaptured;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.CaptureMode;
import org.tucai.capturecode.CaptureCode;
import org.tucai.platform.db.DuplicateKey;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/** Binds a confirmed code to an account and a campaign, which creates a capture. */
@Singleton
public class BindingService {
    private final CaptureRepository captures;
    private final CaptureBirths births;
    private final HandingOver handingOver;
    private final AccountService accounts;
    private final UnclaimedAccountService unclaimed;
    private final CampaignService campaigns;
    private final PayFirstService payFirst;

    BindingService(
            CaptureRepository captures,
            CaptureBirths births,
            HandingOver handingOver,
            AccountService accounts,
            UnclaimedAccountService unclaimed,
            CampaignService campaigns,
            PayFirstService payFirst) {
        this.captures = captures;
        this.births = births;
        this.handingOver = handingOver;
        this.accounts = accounts;
        this.unclaimed = unclaimed;
        this.campaigns = campaigns;
        this.payFirst = payFirst;
    }

    /** Refuses, before anything is stored, unless the current notice was accepted. */
    public void requireConsent(BindCapture wish) {
        births.requireConsent(wish.consentVersion());
    }

    /**
     * Creates the capture for a code whose last four characters were confirmed. A capture begun on site without an account is handed over
     * instead, even after the campaign.
     *
     * @throws ProblemException {@link CaptureProblem#CAPTURE_EXISTS}, {@link CaptureProblem#CODE_BOUND_ELSEWHERE}, {@link
     *     CaptureProblem#ALREADY_CAPTURED}, {@link CaptureProblem#TRIES_USED_UP}, the reason why the campaign is not available, or
     *     not-found when the account is closed
     */
    @Transactional
    public Capture bind(String accountNo, CaptureCode code, BindCapture wish) {
        requireConsent(wish);
        accounts.hold(accountNo);
        Campaign campaign = campaigns.hold(
                campaigns.announced(code.schoolCode(), wish.featureCode()).no());
        Optional<Capture> takenOver = takeOver(code, campaign, accountNo);
        if (takenOver.isPresent()) {
            return takenOver.get();
        }
        campaigns.requireAccepting(campaign);
        refuseSecond(accountNo, code, campaign);
        refuseWithoutTries(code, campaign);
        try {
            return born(accountNo, code, campaign, new Actor(Role.STUDENT, accountNo));
        } catch (DataAccessException e) {
            DuplicateKey.require(e);
            // another request bound it at the same moment; the unique key prevented a second capture
            return takeOver(code, campaign, accountNo).orElseThrow(() -> {
                refuseSecond(accountNo, code, campaign);
                return e;
            });
        }
    }

    /** A capture begun on site without an account and not taken over yet becomes the account's. */
    private Optional<Capture> takeOver(CaptureCode code, Campaign campaign, String accountNo) {
        return live(code, campaign)
                .filter(c -> unclaimed.isUnclaimed(c.accountNo()))
                .flatMap(c -> handingOver.handOver(c.no(), accountNo));
    }

    /**
     * The on-site capture for a code whose last four characters the student entered in the operator's presence: the existing one, whoever
     * bound it, or a new one on an account that the student takes over later.
     *
     * @throws ProblemException {@link CaptureProblem#NOT_ON_SITE}, {@link CaptureProblem#ALREADY_CAPTURED}, or the reason why the campaign
     *     is not available
     */
    @Transactional
    public Capture bindOnSite(CaptureCode code, BindCapture wish, Actor operator) {
        requireConsent(wish);
        Campaign campaign = campaigns.hold(
                campaigns.announced(code.schoolCode(), wish.featureCode()).no());
        campaigns.requireAccepting(campaign);
        if (campaign.mode() != CaptureMode.ON_SITE) {
            throw new ProblemException(CaptureProblem.NOT_ON_SITE);
        }
        Optional<Capture> bound = live(code, campaign);
        if (bound.isPresent()) {
            return bound.get();
        }
        refuseCaptured(code, campaign);
        String accountNo = unclaimed.open();
        try {
            return born(accountNo, code, campaign, operator);
        } catch (DataAccessException e) {
            DuplicateKey.require(e);
            // a colleague or the student bound it at the same moment
            unclaimed.close(accountNo, () -> true);
            return live(code, campaign).orElseThrow(() -> e);
        }
    }

    private Capture born(String accountNo, CaptureCode code, Campaign campaign, Actor by) {
        Capture capture = births.born(accountNo, code, campaign, by);
        payFirst.ensureOrder(capture);
        return capture;
    }

    private Optional<Capture> live(CaptureCode code, Campaign campaign) {
        String live = births.liveKey(code, campaign);
        return captures.findByEnrolmentKey(births.enrolmentKey(code)).stream()
                .filter(c -> live.equals(c.liveKey()))
                .findFirst();
    }

    private void refuseSecond(String accountNo, CaptureCode code, Campaign campaign) {
        live(code, campaign).ifPresent(c -> {
            throw new ProblemException(
                    c.accountNo().equals(accountNo)
                            ? CaptureProblem.CAPTURE_EXISTS
                            : CaptureProblem.CODE_BOUND_ELSEWHERE);
        });
        refuseCaptured(code, campaign);
    }

    /** Nobody should pay or give consent for a capture that cannot take a photo. */
    private void refuseWithoutTries(CaptureCode code, Campaign campaign) {
        if (campaign.mode() != CaptureMode.ON_SITE && births.triesUsed(code, campaign) >= campaign.triesAllowed()) {
            throw new ProblemException(CaptureProblem.TRIES_USED_UP, campaign.triesAllowed());
        }
    }

    /** Locks the enrolment's captures, so that a concurrent acceptance is waited for; otherwise neither transaction would see the other. */
    private void refuseCaptured(CaptureCode code, Campaign campaign) {
        if (campaign.alreadyCaptured() == AlreadyCaptured.FORBIDDEN
                && captures.lockByEnrolmentKey(births.enrolmentKey(code)).stream()
                        .anyMatch(c -> c.status().isCaptured())) {
            throw new ProblemException(CaptureProblem.ALREADY_CAPTURED);
        }
    }
}
