package org.tucai.campaign;

import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.web.Etag;

/** Creates, changes, opens and closes campaigns, on behalf of managers. */
@Singleton
public class AdminCampaignService {
    private final CampaignRepository campaigns;
    private final CampaignGate gate;
    private final SchoolRepository schools;
    private final Collection<CampaignFollower> followers;
    private final PublicNumbers numbers;
    private final InstantSource clock;
    private final Duration closeAfter;

    AdminCampaignService(
            CampaignRepository campaigns,
            CampaignGate gate,
            SchoolRepository schools,
            Collection<CampaignFollower> followers,
            PublicNumbers numbers,
            InstantSource clock,
            @Value("${tucai.campaign.close-after}") Duration closeAfter) {
        this.campaigns = campaigns;
        this.gate = gate;
        this.schools = schools;
        this.followers = followers;
        this.numbers = numbers;
        this.clock = clock;
        this.closeAfter = closeAfter;
    }

    @Transactional
    public Campaign create(String schoolNo, CampaignTerms terms, Actor by) {
        lockSchool(schoolNo);
        check(terms);
        String no = numbers.next("cmp");
        requireFreeFeatureCode(schoolNo, terms.featureCode(), no);
        return gate.born(Campaign.drafted(no, schoolNo, terms, clock.instant()), by);
    }

    /** Changes the terms; once a campaign was opened, its mode, feature code and photo standard are fixed. */
    @Transactional
    public Campaign change(String campaignNo, CampaignTerms terms, @Nullable String ifMatch, Actor by) {
        lockSchool(require(campaignNo).schoolNo());
        check(terms);
        Campaign campaign = require(campaignNo); // read again: a previous holder of the lock may have changed it
        Etag.requireMatch(ifMatch, campaign.version());
        requireNotClosed(campaign);
        if (campaign.status() != CampaignStatus.DRAFT && !terms.keepsFixedTermsOf(campaign.terms())) {
            throw new ProblemException(CampaignProblem.TERMS_ARE_FIXED);
        }
        requireFreeFeatureCode(campaign.schoolNo(), terms.featureCode(), campaignNo);
        Campaign wanted = campaign.withTerms(terms);
        if (wanted.equals(campaign)) {
            return campaign; // a new version would refuse what others are about to change
        }
        requireNotLongOver(campaign, wanted);
        Campaign changed = gate.change(campaign, wanted, by);
        followers.forEach(f -> f.onChanged(campaign, changed));
        return changed;
    }

    @Transactional
    public Campaign open(String campaignNo, Actor by) {
        Campaign campaign = require(campaignNo);
        requireNotClosed(campaign);
        if (campaign.status() == CampaignStatus.OPEN) {
            throw new ProblemException(CampaignProblem.CAMPAIGN_ALREADY_OPEN);
        }
        if (!clock.instant().isBefore(campaign.lastsUntil())) {
            throw new ProblemException(CampaignProblem.CAMPAIGN_WINDOW_PAST);
        }
        return gate.move(campaign, campaign.opened(), "opened", by);
    }

    /** Closes the campaign as the caller has read it, because it cannot be undone; its followers enqueue the work that follows. */
    @Transactional
    public Campaign close(String campaignNo, @Nullable String ifMatch, Actor by) {
        Campaign campaign = require(campaignNo);
        Etag.requireMatch(ifMatch, campaign.version());
        requireNotClosed(campaign);
        return close(campaign, by);
    }

    private Campaign close(Campaign campaign, Actor by) {
        Campaign closed = gate.move(campaign, campaign.closed(clock.instant()), "closed", by);
        followers.forEach(f -> f.onClosed(closed));
        return closed;
    }

    /** Closes the campaign if its last window ended before that instant; does nothing if it was extended or closed meanwhile. */
    @Transactional
    public void closeEnded(String campaignNo, Instant before) {
        Campaign campaign = require(campaignNo);
        if (campaign.status() == CampaignStatus.OPEN && campaign.lastsUntil().isBefore(before)) {
            close(campaign, Actor.SYSTEM); // read without a lock: the version check catches concurrent changes
        }
    }

    private Campaign require(String campaignNo) {
        return campaigns.findByNo(campaignNo).orElseThrow(PlatformProblem::notFound);
    }

    /** Refuses inconsistent terms with {@code invalid-fields}, naming every error. */
    private void check(CampaignTerms terms) {
        List<FieldError> errors = new ArrayList<>(terms.errors());
        followers.forEach(follower -> errors.addAll(follower.objections(terms)));
        if (!errors.isEmpty()) {
            throw PlatformProblem.invalidFields(errors);
        }
    }

    private void lockSchool(String schoolNo) {
        if (schools.lock(schoolNo).isEmpty()) {
            throw PlatformProblem.notFound();
        }
    }

    private static void requireNotClosed(Campaign campaign) {
        if (campaign.status() == CampaignStatus.CLOSED) {
            throw new ProblemException(CampaignProblem.CAMPAIGN_IS_CLOSED);
        }
    }

    /** An end mistyped into the past would close the campaign within minutes and delete every photo not yet accepted. */
    private void requireNotLongOver(Campaign before, Campaign wanted) {
        Instant end = wanted.lastsUntil();
        if (before.status() == CampaignStatus.OPEN
                && !end.equals(before.lastsUntil())
                && end.isBefore(clock.instant().minus(closeAfter))) {
            FieldError error = new FieldError(
                    "该时间早已过去，批次会随即结束，未通过的照片会被删除；如确要结束，请使用“结束批次”操作",
                    "is long past: the campaign would close at once and delete photos not yet"
                            + " accepted; to end it, close the campaign itself",
                    wanted.makeUpClosesAt() == null ? "/closesAt" : "/makeUpClosesAt");
            throw PlatformProblem.invalidFields(List.of(error));
        }
    }

    private void requireFreeFeatureCode(String schoolNo, String featureCode, String campaignNo) {
        if (!campaigns.live(schoolNo, featureCode, campaignNo).isEmpty()) {
            throw new ProblemException(CampaignProblem.FEATURE_CODE_TAKEN);
        }
    }
}
