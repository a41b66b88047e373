package org.tucai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureService;
import org.tucai.capture.RestartedServer;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.security.Actor;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** A school that follows its lists from cursor to cursor hears of every change. */
@TucaiTest
class SchoolListIT {
    private static final String ACCOUNT = "acc_00000000000000000001";
    private static final Duration SETTLED = Duration.ofSeconds(31);

    private final ReviewedCaptures reviewed;
    private final CaptureService captures;
    private final CampaignFixtures campaigns;
    private final People people;
    private final HeldTransaction held;
    private final DueJobs jobs;
    private final RestartedServer restarted;
    private final MutableClock clock;
    private final Http http;
    private School school;
    private Campaign campaign;
    private String token;
    private Http client;

    SchoolListIT(
            ReviewedCaptures reviewed,
            CaptureService captures,
            CampaignFixtures campaigns,
            People people,
            HeldTransaction held,
            DueJobs jobs,
            RestartedServer restarted,
            MutableClock clock,
            Http http) {
        this.reviewed = reviewed;
        this.captures = captures;
        this.campaigns = campaigns;
        this.people = people;
        this.held = held;
        this.jobs = jobs;
        this.restarted = restarted;
        this.clock = clock;
        this.http = http;
    }

    @BeforeEach
    void aSchool() {
        school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> {});
        token = people.aSchoolClient(school.no());
        client = http.as(token);
    }

    @Test
    void theLastPageStillHasACursor() {
        Capture first = accepted("B1");
        Capture second = accepted("B2");

        Http.Reply one = students("DONE", null, 1);
        Http.Reply two = students("DONE", one.at("next"), 1);
        Capture later = accepted("B3");
        Http.Reply news = students("DONE", two.at("next"), 1);

        assertThat(numbers(one)).containsExactly(first.no());
        assertThat(one.<Boolean>at("more")).isTrue();
        assertThat(numbers(two)).containsExactly(second.no());
        assertThat(two.<Boolean>at("more")).isFalse();
        assertThat(numbers(news)).containsExactly(later.no());
    }

    @Test
    void theListsOfOneCampaignHoldNoOtherAndTheirCursorFollowsIt() {
        Campaign other = campaigns.anOpenCampaign(school, t -> t.featureCode = "ZZZZ");
        Capture here = accepted("B1");
        Capture there = reviewed.accepted(other, ACCOUNT, "B2");
        clock.advance(SETTLED);
        String only = "&campaignNo=" + other.no();

        Http.Reply first = students("DONE" + only, null, 1);
        assertThat(numbers(first)).containsExactly(there.no());
        assertThat(numbers(students("DONE", null, 50))).containsExactly(here.no(), there.no());

        accepted("B3");
        Capture later = reviewed.accepted(other, ACCOUNT, "B4");
        captures.forwarded(later.no());
        captures.verified(later.no(), "可能非同一人");
        captures.forwarded(here.no());
        captures.verified(here.no(), "可能非同一人");
        clock.advance(SETTLED);
        assertThat(numbers(students("DONE" + only, first.at("next"), 50))).containsExactly(later.no());
        assertThat(numbers(students("DOUBTFUL" + only, null, 50))).containsExactly(later.no());

        Campaign foreign = campaigns.anOpenCampaign(campaigns.aSchool(), t -> {});
        client.get("/api/v1/school/students?list=DONE&campaignNo=" + foreign.no())
                .expectProblem(404, "not-found");
    }

    @Test
    void noChangeIsMissedWhenTheClockIsSetBack() {
        Capture before = accepted("B1");
        Http.Reply first = students("DONE", null, 50);
        clock.advance(Duration.ofHours(-1));
        Capture after = accepted("B2");
        Http.Reply second = students("DONE", first.at("next"), 50);

        restarted.reset();
        clock.advance(Duration.ofDays(-1));
        Capture last = accepted("B3");
        captures.forwarded(before.no());
        clock.advance(SETTLED);
        Http.Reply third = students("DONE", second.at("next"), 50);

        assertThat(numbers(first)).containsExactly(before.no());
        assertThat(numbers(second)).containsExactly(after.no());
        assertThat(numbers(third)).containsExactlyInAnyOrder(last.no(), before.no());
    }

    @Test
    void neitherADeletionNorANewMeaningIsMissedWhenTheClockIsSetBack() {
        String word = "可能非同一人";
        Capture kept = accepted("B1");
        captures.forwarded(kept.no());
        captures.verified(kept.no(), word);
        pull();
        String expired = accepted("B2").no();
        captures.erratum(expired, "照片非本人", Actor.SYSTEM);
        clock.setTo(campaign.closesAt().plus(Duration.ofDays(200)));
        jobs.runDue();
        jobs.run("expire-capture", expired);
        clock.advance(SETTLED);
        client = http.as(people.again(token));
        Http.Reply ended = students("ENDED", null, 50);
        Http.Reply doubtful = students("DOUBTFUL", null, 50);

        clock.advance(Duration.ofHours(-1));
        captures.listAgain(school.no(), word, captures.changeTime());
        clock.advance(SETTLED);
        Http.Reply listedAgain = students("DOUBTFUL", doubtful.at("next"), 50);
        jobs.runRecurring("retention");
        clock.advance(SETTLED);
        Http.Reply forgotten = students("ENDED", ended.at("next"), 50);

        assertThat(numbers(ended)).containsExactly(expired);
        assertThat(numbers(listedAgain)).containsExactly(kept.no());
        assertThat(numbers(forgotten)).containsExactly(kept.no());
    }

    @Test
    void anEmptyPageLeavesTheCursorUnchanged() {
        Http.Reply nothing = students("DONE", null, 50);
        Capture done = accepted("B1");
        Http.Reply news = students("DONE", nothing.at("next"), 50);
        Http.Reply same = students("DONE", news.at("next"), 50);

        assertThat(numbers(news)).containsExactly(done.no());
        assertThat(numbers(same)).isEmpty();
        assertThat(same.<String>at("next")).isEqualTo(news.at("next"));
    }

    @Test
    void aChangeThatIsStillBeingStoredIsNotSkipped() {
        String slow = reviewed.inReview(campaign, ACCOUNT, "B1").no();
        String quick = reviewed.inReview(campaign, ACCOUNT, "B2").no();
        List<Http.Reply> seen = new ArrayList<>();

        held.of(() -> captures.accept(slow, Actor.SYSTEM), () -> {
            clock.advance(Duration.ofSeconds(1));
            captures.accept(quick, Actor.SYSTEM);
            clock.advance(Duration.ofSeconds(20));
            seen.add(students("DONE", null, 50));
        });
        clock.advance(SETTLED);
        Http.Reply news = students("DONE", seen.getFirst().at("next"), 50);

        assertThat(numbers(seen.getFirst(), news)).containsExactlyInAnyOrder(slow, quick);
    }

    @Test
    void aDoubtfulConclusionThatIsStillBeingStoredIsNotSkipped() {
        Capture slow = accepted("B1");
        Capture quick = accepted("B2");
        captures.forwarded(slow.no());
        captures.forwarded(quick.no());
        List<Http.Reply> seen = new ArrayList<>();

        held.of(() -> captures.verified(slow.no(), "可能非同一人"), () -> {
            clock.advance(Duration.ofSeconds(1));
            captures.verified(quick.no(), "可能非同一人");
            clock.advance(Duration.ofSeconds(20));
            seen.add(students("DOUBTFUL", null, 50));
        });
        clock.advance(SETTLED);
        Http.Reply news = students("DOUBTFUL", seen.getFirst().at("next"), 50);

        assertThat(numbers(seen.getFirst(), news)).containsExactlyInAnyOrder(slow.no(), quick.no());
    }

    @Test
    void aConclusionIsNewsHoweverLongAgoItsPictureWasForwarded() {
        Capture first = accepted("B1");
        Capture second = accepted("B2");
        captures.forwarded(first.no());
        clock.advance(SETTLED);
        captures.forwarded(second.no());
        captures.verified(second.no(), "可能非同一人");
        clock.advance(SETTLED);
        Http.Reply seen = students("DOUBTFUL", null, 50);

        captures.verified(first.no(), "可能非同一人");
        clock.advance(SETTLED);

        assertThat(numbers(seen)).containsExactly(second.no());
        assertThat(numbers(students("DOUBTFUL", seen.at("next"), 50))).containsExactly(first.no());
    }

    @Test
    void aDeliveredPictureWhoseCaptureEndsIsListedForRemoval() {
        Capture delivered = accepted("B1");
        pull();
        Capture never = accepted("B2");
        prepare(); // assigned to a delivery that the school has not pulled
        captures.erratum(delivered.no(), "照片非本人", Actor.SYSTEM);
        captures.erratum(never.no(), "照片非本人", Actor.SYSTEM);
        clock.advance(SETTLED);
        assertThat(toRemove(students("REJECTED", null, 50))).containsExactly(delivered.no());

        clock.setTo(campaign.closesAt());
        jobs.run("expire-capture", delivered.no());
        jobs.run("expire-capture", never.no());
        clock.advance(SETTLED);
        client = http.as(people.again(token));
        Http.Reply ended = students("ENDED", null, 50);

        assertThat(numbers(ended)).containsExactlyInAnyOrder(delivered.no(), never.no());
        assertThat(numbers(students("ENDED&campaignNo=" + campaign.no(), null, 50)))
                .containsExactlyElementsOf(numbers(ended));
        String other = campaigns.aDraft(school, t -> t.featureCode = "ZZZZ").no();
        assertThat(numbers(students("ENDED&campaignNo=" + other, null, 50))).isEmpty();
        assertThat(toRemove(ended)).containsExactly(delivered.no());
        assertThat(numbers(students("REJECTED", null, 50))).isEmpty();
    }

    @Test
    void aPictureForgottenAfterRetentionIsListedAsEndedButNotForRemoval() {
        Capture capture = accepted("B1");
        captures.forwarded(capture.no());
        captures.verified(capture.no(), "同一人");
        pull();
        Capture never = accepted("B2"); // accepted, never delivered, and found wrong
        captures.erratum(never.no(), "照片非本人", Actor.SYSTEM);

        clock.advance(Duration.ofDays(200));
        jobs.runDue();
        jobs.run("expire-capture", never.no());
        clock.advance(SETTLED);
        jobs.runRecurring("retention");
        clock.advance(SETTLED);
        client = http.as(people.again(token));
        Http.Reply ended = students("ENDED", null, 50);

        assertThat(numbers(ended)).containsExactly(never.no(), capture.no());
        assertThat(ended.<String>at("items.1.status")).isEqualTo("VERIFIED");
        assertThat(ended.<Object>at("items.1.studentNo")).isNull();
        assertThat(ended.<Object>at("items.1.endedAt")).isNotNull();
        assertThat(toRemove(ended)).isEmpty();
        assertThat(numbers(students("ENDED", ended.at("next"), 50))).isEmpty();
    }

    private void pull() {
        client.get((String) prepare().at("archiveUrl")).expect(200);
    }

    private Http.Reply prepare() {
        return client.post("/api/v1/school/deliveries", Map.of("names", "STUDENT_NO", "folders", "NONE"))
                .expect(201);
    }

    private static List<String> toRemove(Http.Reply piece) {
        return piece.<List<Map<String, Object>>>at("items").stream()
                .filter(i -> Boolean.TRUE.equals(i.get("removePicture")))
                .map(i -> i.get("captureNo").toString())
                .toList();
    }

    private Capture accepted(String studentNo) {
        Capture capture = reviewed.accepted(campaign, ACCOUNT, studentNo);
        clock.advance(SETTLED);
        return capture;
    }

    private Http.Reply students(String list, String cursor, int limit) {
        String after = cursor == null ? "" : "&cursor=" + cursor;
        return client.get("/api/v1/school/students?list=" + list + "&limit=" + limit + after)
                .expect(200);
    }

    private static List<String> numbers(Http.Reply... pieces) {
        List<String> numbers = new ArrayList<>();
        for (Http.Reply piece : pieces) {
            piece.<List<Map<String, Object>>>at("items")
                    .forEach(i -> numbers.add(i.get("captureNo").toString()));
        }
        return numbers;
    }
}
