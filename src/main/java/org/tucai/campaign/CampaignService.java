package org.tucai.campaign;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.web.Cursor;

/** Looks up campaigns and can hold them open; {@link AdminCampaignService} changes them. */
@Singleton
public class CampaignService {
    private static final int MOST_SEEN = 1000;

    private final CampaignRepository campaigns;
    private final SchoolRepository schools;
    private final InstantSource clock;
    private final Cache<String, Campaign> seen =
            Caffeine.newBuilder().maximumSize(MOST_SEEN).executor(Runnable::run).build();

    CampaignService(CampaignRepository campaigns, SchoolRepository schools, InstantSource clock) {
        this.campaigns = campaigns;
        this.schools = schools;
        this.clock = clock;
    }

    /** The campaign with this number; {@code not-found} if there is none. */
    public Campaign require(String campaignNo) {
        return campaigns.findByNo(campaignNo).orElseThrow(PlatformProblem::notFound);
    }

    /** The school's campaign with this number; {@code not-found} if there is none or it belongs to another school. */
    public Campaign requireOf(String schoolNo, String campaignNo) {
        Campaign campaign = require(campaignNo);
        if (!campaign.schoolNo().equals(schoolNo)) {
            throw PlatformProblem.notFound();
        }
        return campaign;
    }

    /**
     * The campaign at this version or a later one. Versions are cached, so only committed ones may be asked for: not for transactions
     * that change campaigns.
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

    /** The campaigns with these numbers, by number; unknown numbers are left out. */
    public Map<String, Campaign> all(Collection<String> campaignNos) {
        return campaignNos.isEmpty()
                ? Map.of()
                : campaigns.findByNoIn(campaignNos).stream().collect(Collectors.toMap(Campaign::no, c -> c));
    }

    /** All campaigns of a school, in no particular order. */
    @Transactional
    public List<Campaign> ofSchool(String schoolNo) {
        return campaigns.findBySchoolNo(schoolNo);
    }

    /**
     * The campaign, which cannot be closed until the caller's transaction ends. Call this before storing a capture that closing the
     * campaign would have to end: then either the closing sees the capture or the caller sees the closing.
     */
    @Transactional
    public Campaign hold(String campaignNo) {
        return campaigns.hold(campaignNo).orElseThrow(PlatformProblem::notFound);
    }

    /** The school with this public number; {@code not-found} if there is none. */
    @Transactional
    public School requireSchool(String schoolNo) {
        return schools.findByNo(schoolNo).orElseThrow(PlatformProblem::notFound);
    }

    /** The schools of these campaigns, by number. */
    public Map<String, School> schoolsOf(List<Campaign> some) {
        Set<String> nos = some.stream().map(Campaign::schoolNo).collect(Collectors.toSet());
        return nos.isEmpty()
                ? Map.of()
                : schools.findByNoIn(nos).stream().collect(Collectors.toMap(School::no, s -> s));
    }

    /**
     * The campaign a student may capture in now.
     *
     * @param schoolCode 院校代码 of the student's code
     * @param featureCode as typed, in any case
     * @throws ProblemException unknown-school-code, unknown-feature-code, campaign-not-open, campaign-closed
     */
    @Transactional
    public Campaign forStudent(String schoolCode, String featureCode) {
        Campaign campaign = announced(schoolCode, featureCode);
        requireAccepting(campaign);
        return campaign;
    }

    /** Refuses with campaign-not-open or campaign-closed if the campaign accepts no photo now. */
    public void requireAccepting(Campaign campaign) {
        Instant now = clock.instant();
        if (campaign.acceptsAt(now)) {
            return;
        }
        Instant closedAt = campaign.closedAt();
        if (campaign.isOverAt(now)) {
            Instant end =
                    closedAt != null && closedAt.isBefore(campaign.lastsUntil()) ? closedAt : campaign.lastsUntil();
            throw new ProblemException(CampaignProblem.CAMPAIGN_CLOSED, end);
        }
        throw new ProblemException(CampaignProblem.CAMPAIGN_NOT_OPEN, campaign.opensNextAfter(now));
    }

    /** Open campaigns whose current window ends by that instant. */
    @Transactional
    public List<EndingWindow> endingBefore(Instant before) {
        return campaigns.endingBefore(clock.instant(), before);
    }

    /** The campaign that students find by this code, whether it accepts photos now or not. */
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
}
