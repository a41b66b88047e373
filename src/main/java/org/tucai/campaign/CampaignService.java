package org.tucai.campaign;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;

/** Looks campaigns up, and keeps them from closing; {@link AdminCampaignService} changes them. */
@Singleton
public class CampaignService {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
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

    private static String inChina(Instant at) {
        return MINUTE.format(at.atZone(ChinaTime.ZONE));
    }
}
