package org.tucai.delivery;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.AuditTrail;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.CampaignStatus;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureRoll;
import org.tucai.capture.ConclusionMeaning;
import org.tucai.capture.StatusCount;
import org.tucai.platform.security.Actor;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Feed;

/** A school's own students by progress. */
@Singleton
public class SchoolRoll {
    private final CaptureRoll roll;
    private final DeliveryItemRepository items;
    private final ExpectedCountRepository expected;
    private final CampaignService campaigns;
    private final ConclusionMeaning meaning;
    private final AuditTrail audit;

    SchoolRoll(
            CaptureRoll roll,
            DeliveryItemRepository items,
            ExpectedCountRepository expected,
            CampaignService campaigns,
            ConclusionMeaning meaning,
            AuditTrail audit) {
        this.roll = roll;
        this.items = items;
        this.expected = expected;
        this.campaigns = campaigns;
        this.meaning = meaning;
        this.audit = audit;
    }

    /**
     * The progress of one campaign.
     *
     * @param expected how many students the school expects; null if it has not said
     * @param doubtful how many of those done have a conclusion that the school has to follow up
     * @param capturedElsewhere students who began here and were captured in another campaign: this one takes no second picture of them
     * @param missing {@code expected} minus those done and those captured elsewhere, at least 0; null if {@code expected} is
     */
    public record Progress(
            Campaign campaign,
            @Nullable Integer expected,
            Map<SchoolList, Long> counts,
            long doubtful,
            long capturedElsewhere,
            @Nullable Long missing) {}

    /**
     * The captures of a list, in the order of their last change: asking again with the cursor returns only what is new. A change is
     * listed half a minute after it was made.
     *
     * @param campaignNo only those of this campaign, which must be the school's; null for all
     */
    public Feed<Capture> list(String schoolNo, SchoolList list, @Nullable String campaignNo, Cursor after, int limit) {
        if (campaignNo != null) {
            campaigns.requireOf(schoolNo, campaignNo);
        }
        List<Capture> found = switch (list) {
            case DOUBTFUL -> roll.concluded(schoolNo, campaignNo, meaning.doubtful(), after, limit + 1);
            case ENDED -> roll.ended(schoolNo, campaignNo, after, limit + 1);
            case DONE, UNDER_WAY, REJECTED -> roll.bySchool(schoolNo, campaignNo, list.statuses(), after, limit + 1);
        };
        return Feed.of(found, limit, after, c -> new Cursor(moved(c, list), c.no()));
    }

    private static Instant moved(Capture capture, SchoolList list) {
        return list == SchoolList.ENDED ? Objects.requireNonNull(capture.endedAt()) : capture.changedAt();
    }

    /**
     * Those of the captures whose pictures the school has pulled but may not keep, because they do not count any more: the picture was
     * returned or found wrong, or the student gave up.
     */
    public Set<String> toRemove(List<Capture> of) {
        List<String> without = of.stream()
                .filter(c -> !c.status().isCaptured())
                .map(Capture::no)
                .toList();
        return without.isEmpty() ? Set.of() : items.delivered(without, DeliveryItemRepository.PULLED);
    }

    /** The authority's labels that the school has to follow up. */
    public Set<String> doubtfulConclusions() {
        return meaning.doubtful();
    }

    /**
     * The progress of every campaign that is open, that a student has begun, or for which the school has given an expected count. Schools
     * learn of their campaigns only here, so open ones are listed before their first student.
     */
    public List<Progress> progress(String schoolNo) {
        Map<String, Integer> wanted = expected.findBySchoolNo(schoolNo).stream()
                .collect(Collectors.toMap(ExpectedCount::campaignNo, ExpectedCount::students));
        List<StatusCount> statuses = roll.count(schoolNo);
        Map<String, Long> elsewhere = roll.countCapturedElsewhere(schoolNo);
        Map<String, Long> doubtful = roll.countConcluded(schoolNo, meaning.doubtful());
        Map<String, Campaign> of = campaigns.ofSchool(schoolNo).stream() // read last: has the campaign of every count
                .collect(Collectors.toMap(Campaign::no, c -> c));
        Map<String, Map<SchoolList, Long>> counts = new TreeMap<>();
        Stream<String> open = of.values().stream()
                .filter(c -> c.status() == CampaignStatus.OPEN)
                .map(Campaign::no);
        Stream.concat(wanted.keySet().stream(), open).forEach(no -> counts.put(no, new EnumMap<>(SchoolList.class)));
        for (StatusCount count : statuses) {
            SchoolList list = SchoolList.of(count.status());
            Map<SchoolList, Long> lists =
                    counts.computeIfAbsent(count.campaignNo(), no -> new EnumMap<>(SchoolList.class));
            if (list != null) {
                lists.merge(list, count.count(), Long::sum);
            }
        }
        return counts.entrySet().stream()
                .map(e -> progress(
                        Objects.requireNonNull(of.get(e.getKey())),
                        wanted.get(e.getKey()),
                        e.getValue(),
                        doubtful.getOrDefault(e.getKey(), 0L),
                        elsewhere.getOrDefault(e.getKey(), 0L)))
                .toList();
    }

    private static Progress progress(
            Campaign campaign, @Nullable Integer wanted, Map<SchoolList, Long> counts, long doubtful, long elsewhere) {
        long captured = counts.getOrDefault(SchoolList.DONE, 0L) + elsewhere;
        return new Progress(
                campaign, wanted, counts, doubtful, elsewhere, wanted == null ? null : Math.max(0, wanted - captured));
    }

    /** Sets how many students the school expects in one of its campaigns. */
    @Transactional
    public void expect(String schoolNo, String campaignNo, int students, Actor by) {
        expected.put(schoolNo, campaigns.requireOf(schoolNo, campaignNo).no(), students);
        audit.record(by, "expected-students-set", campaignNo, "students: " + students);
    }
}
