package org.tucai.capture;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Optional;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.CampaignStatus;
import org.tucai.campaign.CaptureMode;
import org.tucai.capturecode.CaptureCode;
import org.tucai.order.Order;
import org.tucai.order.OrderService;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/** What operators do with captures of on-site campaigns; others are not found when read, and refused when changed. */
@Singleton
public class OnSiteService {
    private final CaptureRepository captures;
    private final CaptureGate gate;
    private final FactsVault facts;
    private final CampaignService campaigns;
    private final StudentCaptureService students;
    private final OrderService orders;

    OnSiteService(
            CaptureRepository captures,
            CaptureGate gate,
            FactsVault facts,
            CampaignService campaigns,
            StudentCaptureService students,
            OrderService orders) {
        this.captures = captures;
        this.gate = gate;
        this.facts = facts;
        this.campaigns = campaigns;
        this.students = students;
        this.orders = orders;
    }

    /**
     * The live on-site capture of a code's enrolment; empty when none is bound yet. One captured in a campaign that has closed is left out,
     * so that a later campaign can begin a new one.
     */
    @Transactional
    public Optional<Capture> find(CaptureCode code) {
        return captures.findByEnrolmentKey(facts.enrolmentKey(code.schoolCode(), code.enrolmentNo())).stream()
                .filter(c -> c.liveKey() != null && isOnSite(c) && !isOfTheFormer(c))
                .max(Comparator.comparing(Capture::createdAt));
    }

    @Transactional
    public Capture require(String no) {
        return captures.findByNo(no).filter(this::isOnSite).orElseThrow(PlatformProblem::notFound);
    }

    /** The capture's newest order; 404 when nothing was ordered yet. */
    @Transactional
    public Order requireOrder(String no) {
        return orders.forCapture(require(no).no()).orElseThrow(PlatformProblem::notFound);
    }

    /** The capture's newest order; empty when nothing was ordered yet. */
    @Transactional
    public Optional<Order> order(Capture capture) {
        return orders.forCapture(capture.no());
    }

    /** Submits a photo shot on site, which the operator has looked at. */
    @Transactional
    public Capture submit(String no, String photoNo, Actor operator) {
        return students.submit(lock(no), new SubmitCapture(photoNo, null), operator);
    }

    /** 撤回审核 by the operator, to shoot another photo. The student is present and needs no message. */
    @Transactional
    public Capture withdrawReview(String no, Actor operator) {
        return students.withdrawReview(lock(no), operator);
    }

    private Capture lock(String no) {
        Capture capture = gate.lock(no);
        if (!isOnSite(capture)) {
            throw new ProblemException(CaptureProblem.NOT_ON_SITE);
        }
        return capture;
    }

    private boolean isOfTheFormer(Capture capture) {
        return capture.status().isCaptured()
                && campaigns.require(capture.campaignNo()).status() == CampaignStatus.CLOSED;
    }

    private boolean isOnSite(Capture capture) {
        return campaigns.require(capture.campaignNo()).mode() == CaptureMode.ON_SITE;
    }
}
