package org.tucai.campaign;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Etag;

/** Campaigns: found by students, created, changed, opened and closed by managers. */
@Singleton
public class CampaignService {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String KIND = "campaign";
    private static final int MOST_SEEN = 1000;

    private final CampaignRepository campaigns;
    private final SchoolRepository schools;
    private final Collection<CampaignFollower> followers;
    private final StateHistory history;
    private final AuditTrail audit;
    private final PublicNumbers numbers;
    private final InstantSource clock;
    private final Duration closeAfter;
    private final Cache<String, Campaign> seen =
            Caffeine.newBuilder().maximumSize(MOST_SEEN).executor(Runnable::run).build();

    CampaignService(
            CampaignRepository campaigns,
            SchoolRepository schools,
            Collection<CampaignFollower> followers,
            StateHistory history,
            AuditTrail audit,
            PublicNumbers numbers,
            InstantSource clock,
            @Value("${tucai.campaign.close-after}") Duration closeAfter) {
        this.campaigns = campaigns;
        this.schools = schools;
        this.followers = followers;
        this.history = history;
        this.audit = audit;
        this.numbers = numbers;
        this.clock = clock;
        this.closeAfter = closeAfter;
    }

    /** The campaign of that number; {@code not-found} when there is none. */
    public Campaign require(String campaignNo) {
        return campaigns.findByNo(campaignNo).orElseThrow(PlatformProblem::notFound);
    }

    /** The school's own campaign of that number; {@code not-found} when there is none, and when it is another school's. */
    public Campaign requireOf(String schoolNo, String campaignNo) {
        Campaign campaign = require(campaignNo);
        if (!campaign.schoolNo().equals(schoolNo)) {
            throw PlatformProblem.notFound();
        }
        return campaign;
    }

    /**
     * The campaign as of that version, or of a later one. A version that this server has seen is not read again, so it must be one
     * that was committed: not for transactions that change campaigns.
     */
    public Campaign asOf(String campaignNo, int version) {
        Campaign known = seen.getIfPresent(campaignNo);
        if (known != null && known.version() == version) {
            return known;
        }
        Campaign read = require(campaignNo);
        seen.put(campaignNo, read);
        return read;
    }

    /** The campaigns of these numbers, by number; absent ones are left out. */
    public Map<String, Campaign> all(Collection<String> campaignNos) {
        return campaignNos.isEmpty()
                ? Map.of()
                : campaigns.findByNoIn(campaignNos).stream().collect(Collectors.toMap(Campaign::no, c -> c));
    }

    /** All campaigns of a school, in no order. */
    @Transactional
    public List<Campaign> ofSchool(String schoolNo) {
        return campaigns.findBySchoolNo(schoolNo);
    }

    /**
     * The campaign, kept from closing until the caller's transaction ends: whoever leaves a capture behind that a closing
     * campaign has to end asks here, so that either the close sees the capture or the caller sees the close.
     */
    @Transactional
    public Campaign hold(String campaignNo) {
        return campaigns.hold(campaignNo).orElseThrow(PlatformProblem::notFound);
    }

    /** The school of that public number; {@code not-found} when there is none. */
    @Transactional
    public School requireSchool(String schoolNo) {
        return schools.findByNo(schoolNo).orElseThrow(PlatformProblem::notFound);
    }

    /**
     * The campaign a student may capture in now.
     *
     * @param schoolCode 院校代码 of the student's code
     * @param featureCode as typed, any case
     * @throws ProblemException unknown-school-code, unknown-feature-code, campaign-not-open, campaign-closed
     */
    @Transactional
    public Campaign forStudent(String schoolCode, String featureCode) {
        Campaign campaign = announced(schoolCode, featureCode);
        requireAccepting(campaign);
        return campaign;
    }

    /** Refuses in plain words when the campaign takes no photo now: campaign-not-open, campaign-closed. */
    public void requireAccepting(Campaign campaign) {
        Instant now = clock.instant();
        if (campaign.acceptsAt(now)) {
            return;
        }
        Instant closedAt = campaign.closedAt();
        if (campaign.isOverAt(now)) {
            Instant end =
                    closedAt != null && closedAt.isBefore(campaign.lastsUntil()) ? closedAt : campaign.lastsUntil();
            throw new ProblemException(CampaignProblem.CAMPAIGN_CLOSED, inChina(end));
        }
        throw new ProblemException(CampaignProblem.CAMPAIGN_NOT_OPEN, inChina(campaign.opensNextAfter(now)));
    }

    /** Open campaigns whose present window ends before that instant. */
    @Transactional
    public List<EndingWindow> endingBefore(Instant before) {
        return campaigns.endingBefore(clock.instant(), before);
    }

    /** The campaign students find under that code, whether it takes photos now or not. */
    @Transactional
    public Campaign announced(String schoolCode, String featureCode) {
        School school = schools.findByCode(schoolCode)
                .orElseThrow(() -> new ProblemException(CampaignProblem.UNKNOWN_SCHOOL_CODE));
        return campaigns
                .announced(school.no(), featureCode)
                .orElseThrow(() -> new ProblemException(CampaignProblem.UNKNOWN_FEATURE_CODE));
    }

    @Transactional
    public List<Campaign> list(@Nullable String schoolNo, @Nullable CampaignStatus status, Cursor from, int limit) {
        return campaigns.before(from.at(), from.no(), schoolNo, status == null ? null : status.name(), limit);
    }

    @Transactional
    public Campaign create(String schoolNo, CampaignTerms terms, Actor by) {
        lockSchool(schoolNo);
        check(terms);
        String no = numbers.next("cmp");
        requireFreeFeatureCode(schoolNo, terms.featureCode(), no);
        Campaign campaign = campaigns.save(Campaign.drafted(no, schoolNo, terms, clock.instant()));
        history.moved(KIND, no, null, CampaignStatus.DRAFT, "created", by);
        audit.record(by, "campaign-created", no, schoolNo);
        return campaign;
    }

    /** Changes the terms; after opening, mode, feature code and photo standard stay. */
    @Transactional
    public Campaign change(String campaignNo, CampaignTerms terms, @Nullable String ifMatch, Actor by) {
        lockSchool(require(campaignNo).schoolNo());
        check(terms);
        Campaign campaign = require(campaignNo); // as the one before us under this lock left it
        Etag.requireMatch(ifMatch, campaign.version());
        requireNotClosed(campaign);
        if (campaign.status() != CampaignStatus.DRAFT && !terms.keepsFixedTermsOf(campaign.terms())) {
            throw new ProblemException(CampaignProblem.TERMS_ARE_FIXED);
        }
        requireFreeFeatureCode(campaign.schoolNo(), terms.featureCode(), campaignNo);
        Campaign wanted = campaign.withTerms(terms);
        requireNotLongOver(campaign, wanted);
        Campaign changed = campaigns.update(wanted);
        audit.record(by, "campaign-changed", campaignNo, "from version " + campaign.version());
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
        return moved(campaign, campaign.opened(), "opened", by);
    }

    /** Ends it; those who follow campaigns leave the work that comes of it. */
    @Transactional
    public Campaign close(String campaignNo, Actor by) {
        Campaign campaign = require(campaignNo);
        requireNotClosed(campaign);
        return close(campaign, by);
    }

    private Campaign close(Campaign campaign, Actor by) {
        Campaign closed = moved(campaign, campaign.closed(clock.instant()), "closed", by);
        followers.forEach(f -> f.onClosed(closed));
        return closed;
    }

    /** Ends one whose last window ended before that instant; one that was made longer or closed since it was found stays as it is. */
    @Transactional
    public void closeEnded(String campaignNo, Instant before) {
        Campaign campaign = require(campaignNo);
        if (campaign.status() == CampaignStatus.OPEN && campaign.lastsUntil().isBefore(before)) {
            close(campaign, Actor.SYSTEM); // as it was read: a change in this moment is refused by its version
        }
    }

    private void check(CampaignTerms terms) {
        List<FieldError> objections =
                followers.stream().flatMap(f -> f.objections(terms).stream()).toList();
        if (!objections.isEmpty()) {
            throw new ProblemException(PlatformProblem.INVALID_FIELDS, objections, null);
        }
        terms.check();
    }

    private void lockSchool(String schoolNo) {
        if (schools.lock(schoolNo).isEmpty()) {
            throw PlatformProblem.notFound();
        }
    }

    private Campaign moved(Campaign before, Campaign after, String cause, Actor by) {
        Campaign saved = campaigns.update(after);
        history.moved(KIND, saved.no(), before.status(), saved.status(), cause, by);
        audit.record(by, "campaign-" + cause, saved.no(), "");
        return saved;
    }

    private static void requireNotClosed(Campaign campaign) {
        if (campaign.status() == CampaignStatus.CLOSED) {
            throw new ProblemException(CampaignProblem.CAMPAIGN_IS_CLOSED);
        }
    }

    /** An end mistyped into the past would close the campaign within minutes and delete what is not accepted. */
    private void requireNotLongOver(Campaign before, Campaign wanted) {
        Instant end = wanted.lastsUntil();
        if (before.status() == CampaignStatus.OPEN
                && !end.equals(before.lastsUntil())
                && end.isBefore(clock.instant().minus(closeAfter))) {
            FieldError error = new FieldError(
                    "该时间早已过去，批次会随即结束，未通过的照片会被删除；如确要结束，请使用“结束批次”操作",
                    "is long past: the campaign would close at once and what is not accepted be deleted; if that is meant, close it",
                    wanted.makeUpClosesAt() == null ? "/closesAt" : "/makeUpClosesAt");
            throw new ProblemException(PlatformProblem.INVALID_FIELDS, List.of(error), null);
        }
    }

    private void requireFreeFeatureCode(String schoolNo, String featureCode, String campaignNo) {
        if (!campaigns.live(schoolNo, featureCode, campaignNo).isEmpty()) {
            throw new ProblemException(CampaignProblem.FEATURE_CODE_TAKEN);
        }
    }

    private static String inChina(Instant at) {
        return MINUTE.format(at.atZone(ChinaTime.ZONE));
    }
}
