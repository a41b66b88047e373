package org.tucai.capture;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.tucai.campaign.AlreadyCaptured;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.PayWhen;
import org.tucai.capturecode.CaptureCode;
import org.tucai.order.OrderService;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/** Binds a confirmed code to an account and a campaign: the birth of a capture. */
@Singleton
public class BindingService {
    private final CaptureRepository captures;
    private final ConsentRepository consents;
    private final CaptureGate gate;
    private final FactsVault facts;
    private final CampaignService campaigns;
    private final OrderService orders;
    private final PublicNumbers numbers;
    private final InstantSource clock;
    private final ConsentNotice notice;

    BindingService(
            CaptureRepository captures,
            ConsentRepository consents,
            CaptureGate gate,
            FactsVault facts,
            CampaignService campaigns,
            OrderService orders,
            PublicNumbers numbers,
            InstantSource clock,
            ConsentNotice notice) {
        this.captures = captures;
        this.consents = consents;
        this.gate = gate;
        this.facts = facts;
        this.campaigns = campaigns;
        this.orders = orders;
        this.numbers = numbers;
        this.clock = clock;
        this.notice = notice;
    }

    /** Refuses before anything is stored unless the present notice was accepted. */
    public void requireConsent(BindCapture wish) {
        if (wish.consentVersion() == null) {
            throw new ProblemException(CaptureProblem.CONSENT_MISSING);
        }
        if (!notice.version().equals(wish.consentVersion())) {
            throw new ProblemException(CaptureProblem.CONSENT_OUTDATED);
        }
    }

    /**
     * Creates the capture of a code whose last four characters were confirmed.
     *
     * @throws ProblemException {@link CaptureProblem#CAPTURE_EXISTS}, {@link CaptureProblem#CODE_BOUND_ELSEWHERE},
     *     {@link CaptureProblem#ALREADY_CAPTURED}, or why the campaign is not to be had
     */
    @Transactional
    public Capture bind(String accountNo, CaptureCode code, BindCapture wish) {
        requireConsent(wish);
        Campaign campaign = campaigns.hold(
                campaigns.forStudent(code.schoolCode(), wish.featureCode()).no());
        campaigns.requireAccepting(campaign);
        String enrolment = facts.enrolmentKey(code.schoolCode(), code.enrolmentNo());
        refuseSecond(accountNo, campaign, enrolment);
        Instant now = clock.instant();
        Actor student = new Actor(Role.STUDENT, accountNo);
        Capture capture;
        try {
            capture = gate.born(fresh(accountNo, code, campaign, enrolment, now), student);
        } catch (DataAccessException e) {
            // bound in this very moment by another request: the unique key kept it single
            refuseSecond(accountNo, campaign, enrolment);
            throw e;
        }
        for (Consent.Kind kind : Consent.Kind.values()) {
            consents.save(new Consent(null, capture.no(), accountNo, kind, notice.version(), now));
        }
        if (campaign.payWhen() == PayWhen.BEFORE_SHOOTING) {
            orders.place(Pricing.order(capture, campaign, null, now));
        }
        return capture;
    }

    private void refuseSecond(String accountNo, Campaign campaign, String enrolment) {
        List<Capture> same = captures.findByEnrolmentKey(enrolment);
        String live = liveKey(enrolment, campaign);
        same.stream().filter(c -> live.equals(c.liveKey())).findFirst().ifPresent(c -> {
            throw new ProblemException(
                    c.accountNo().equals(accountNo)
                            ? CaptureProblem.CAPTURE_EXISTS
                            : CaptureProblem.CODE_BOUND_ELSEWHERE);
        });
        if (campaign.alreadyCaptured() == AlreadyCaptured.FORBIDDEN
                && same.stream().anyMatch(c -> c.status().isCaptured())) {
            throw new ProblemException(CaptureProblem.ALREADY_CAPTURED);
        }
    }

    private Capture fresh(String accountNo, CaptureCode code, Campaign campaign, String enrolment, Instant now) {
        CaptureFacts said = new CaptureFacts(
                code.studentUniqueNo(),
                code.maskedName(),
                code.maskedIdNumber(),
                code.schoolCode(),
                code.schoolName(),
                code.level(),
                code.major(),
                code.studentNo(),
                code.enrolmentNo(),
                code.expectedGraduation());
        return new Capture(
                null,
                numbers.next("cap"),
                accountNo,
                campaign.no(),
                campaign.schoolNo(),
                enrolment,
                liveKey(enrolment, campaign),
                facts.studentKey(code.studentUniqueNo()),
                facts.seal(said),
                CaptureStatus.BOUND,
                null,
                0,
                null,
                now,
                null,
                null,
                null,
                null,
                now,
                0);
    }

    private static String liveKey(String enrolment, Campaign campaign) {
        return enrolment + "|" + campaign.no();
    }
}
