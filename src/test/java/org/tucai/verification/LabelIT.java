package org.tucai.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.authority.ConclusionMessage;
import org.tucai.authority.ConclusionMessage.Conclusion;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** A new label of the authority's can be added without a release. */
@TucaiTest
class LabelIT {
    private static final Instant AT = MutableClock.START;

    private final ConclusionIntake intake;
    private final ReviewedCaptures reviewed;
    private final CaptureService captures;
    private final CaptureAlbum album;
    private final CampaignFixtures campaigns;
    private final People people;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Http http;
    private final Rows rows;
    private final LabelService labels;
    private final HeldTransaction held;

    LabelIT(
            ConclusionIntake intake,
            ReviewedCaptures reviewed,
            CaptureService captures,
            CaptureAlbum album,
            CampaignFixtures campaigns,
            People people,
            DueJobs jobs,
            MutableClock clock,
            Http http,
            Rows rows,
            LabelService labels,
            HeldTransaction held) {
        this.intake = intake;
        this.reviewed = reviewed;
        this.captures = captures;
        this.album = album;
        this.campaigns = campaigns;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
        this.http = http;
        this.rows = rows;
        this.labels = labels;
        this.held = held;
    }

    /** Labels are kept between tests, and in the database of an earlier run. */
    @BeforeEach
    void theWordIsUnknown() {
        rows.change("DELETE FROM conclusion_label_reference WHERE code = 'TO_BE_JUDGED'");
    }

    @Test
    void aConclusionWithAnUnknownLabelWaitsForItAndThenShowsAsDoubtful() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        String accountNo =
                http.as(people.aStudent()).get("/api/v1/student/account").at("no");
        Capture capture = reviewed.accepted(campaign, accountNo, "B1");
        captures.forwarded(capture.no());
        String student = album.facts(capture).studentUniqueNo();
        intake.json(
                new ConclusionMessage(
                        "M9",
                        AT,
                        List.of(
                                new Conclusion(student, null, "待人工研判", AT),
                                new Conclusion(student, null, "另一未知结论", AT.plusSeconds(1)))),
                CampaignFixtures.MANAGER);
        assertThat(captures.require(capture.no()).status()).isEqualTo(CaptureStatus.FORWARDED);

        http.as(people.aManager())
                .put(
                        "/api/v1/admin/conclusion-labels/TO_BE_JUDGED",
                        Map.of("zh", "待人工研判", "en", "to be judged", "doubtful", true, "current", false, "position", 9))
                .expect(200);
        jobs.runDue();

        assertThat(captures.require(capture.no()).conclusion()).isEqualTo("待人工研判");
        clock.advance(Duration.ofMinutes(1));
        Http.Reply doubtful = http.as(people.aSchoolClient(school.no()))
                .get("/api/v1/school/students?list=DOUBTFUL")
                .expect(200);
        assertThat(doubtful.<String>at("items.0.captureNo")).isEqualTo(capture.no());
        assertThat(doubtful.<Boolean>at("items.0.doubtful")).isTrue();
    }

    @Test
    void aLabelThatBecomesDoubtfulAddsItsEarlierConclusionsToTheSchoolsList() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        Capture capture = reviewed.accepted(campaign, "B1", "本科", "数学");
        captures.forwarded(capture.no());
        defineLabel("待人工研判", false);
        intake.json(
                new ConclusionMessage(
                        "M9", AT, List.of(new Conclusion(album.facts(capture).studentUniqueNo(), null, "待人工研判", AT))),
                CampaignFixtures.MANAGER);
        Http client = http.as(people.aSchoolClient(school.no()));
        clock.advance(Duration.ofMinutes(1));
        Capture other = reviewed.accepted(campaign, "B2", "本科", "数学");
        captures.forwarded(other.no());
        captures.verified(other.no(), "非同一人");
        clock.advance(Duration.ofMinutes(1));
        Http.Reply seen = client.get("/api/v1/school/students?list=DOUBTFUL").expect(200);
        assertThat(Http.column(seen.at("items"), "captureNo")).containsExactly(other.no());
        assertThat(doubtfulOf(client)).containsExactly(1);

        defineLabel("待人工研判", true);
        jobs.runDue();
        clock.advance(Duration.ofMinutes(1));

        Http.Reply news = client.get("/api/v1/school/students?list=DOUBTFUL&cursor=" + seen.at("next"))
                .expect(200);
        assertThat(Http.column(news.at("items"), "captureNo")).containsExactly(capture.no());
        assertThat(doubtfulOf(client)).containsExactly(2);
        assertThat(doubtfulOf(http.as(people.aSchoolClient(campaigns.aSchool().no()))))
                .isEmpty();
    }

    private static List<Object> doubtfulOf(Http client) {
        return Http.column(client.get("/api/v1/school/progress").expect(200).list(), "doubtful");
    }

    @Test
    void aConclusionThatCannotBeAppliedDoesNotStopTheOthersOfItsLabel() {
        Campaign campaign = campaigns.anOpenCampaign();
        Capture broken = concludedWithAnUnknownLabel(campaign, "B1");
        Capture sound = concludedWithAnUnknownLabel(campaign, "B2");
        rows.change("UPDATE capture SET campaign_no = 'cmp_gone' WHERE no = '" + broken.no() + "'");

        defineLabel("待人工研判", true);
        assertThatThrownBy(() -> jobs.run("carry-out-conclusions", "TO_BE_JUDGED"))
                .hasMessageContaining("failed for 1 of them");

        assertThat(captures.require(sound.no()).conclusion()).isEqualTo("待人工研判");
        assertThat(captures.require(broken.no()).conclusion()).isNull();
    }

    private Capture concludedWithAnUnknownLabel(Campaign campaign, String studentNo) {
        Capture capture = reviewed.accepted(campaign, studentNo, "本科", "数学");
        captures.forwarded(capture.no());
        String student = album.facts(capture).studentUniqueNo();
        intake.json(
                new ConclusionMessage("M9", AT, List.of(new Conclusion(student, null, "待人工研判", AT))),
                CampaignFixtures.MANAGER);
        return capture;
    }

    private void defineLabel(String word, boolean doubtful) {
        http.as(people.aManager())
                .put(
                        "/api/v1/admin/conclusion-labels/TO_BE_JUDGED",
                        Map.of("zh", word, "en", "to be judged", "doubtful", doubtful, "current", false, "position", 9))
                .expect(200);
    }

    /** The label is looked up before it exists, and the waiting conclusions before this one is committed. */
    @Test
    void aConclusionStoredWhileItsLabelIsAddedIsApplied() {
        Capture capture = reviewed.accepted(campaigns.anOpenCampaign(), "B1", "本科", "数学");
        captures.forwarded(capture.no());
        String student = album.facts(capture).studentUniqueNo();
        List<Conclusion> conclusions = List.of(new Conclusion(student, null, "待人工研判", AT));
        ConclusionLabel word = new ConclusionLabel("TO_BE_JUDGED", "待人工研判", "to be judged", true, true, 8);
        jobs.runDue();

        held.of(() -> intake.json(new ConclusionMessage("M9", AT, conclusions), CampaignFixtures.MANAGER), () -> {
            labels.put(word, new Actor(Role.MANAGER, "stf_x"));
            jobs.runDue();
        });
        clock.advance(Duration.ofMinutes(1));
        jobs.runDue();

        assertThat(captures.require(capture.no()).conclusion()).isEqualTo("待人工研判");
    }

    @Test
    void ofTwoManagersWhoAddOneLabelAtOnceTheSecondIsRefused() {
        ConclusionLabel faster = new ConclusionLabel("TO_BE_JUDGED", "待人工研判", "to be judged", true, true, 8);
        ConclusionLabel slower = new ConclusionLabel("ANOTHER", "待人工研判", "another", false, false, 9);
        Actor manager = new Actor(Role.MANAGER, "stf_x");

        held.of(
                () -> labels.put(faster, manager),
                () -> assertThatThrownBy(() -> labels.put(slower, manager)).hasMessage("label-taken"));

        assertThat(rows.texts("SELECT en FROM conclusion_label_reference WHERE zh = '待人工研判'"))
                .containsExactly("to be judged");
    }

    /** The database ignores trailing blanks, but code that compares the label with the list does not. */
    @Test
    void aLabelMatchesWhateverBlanksSurroundIt() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        Capture one = reviewed.accepted(campaign, "B1", "本科", "数学");
        Capture other = reviewed.accepted(campaign, "B2", "本科", "数学");
        captures.forwarded(one.no());
        captures.forwarded(other.no());

        defineLabel(" 待人工研判 ", true);
        intake.json(
                new ConclusionMessage(
                        "M9",
                        AT,
                        List.of(
                                new Conclusion(album.facts(one).studentUniqueNo(), null, "待人工研判", AT),
                                new Conclusion(album.facts(other).studentUniqueNo(), null, "非同一人 ", AT))),
                CampaignFixtures.MANAGER);
        clock.advance(Duration.ofMinutes(1));

        Http.Reply doubtful = http.as(people.aSchoolClient(school.no()))
                .get("/api/v1/school/students?list=DOUBTFUL")
                .expect(200);
        assertThat(Http.column(doubtful.at("items"), "doubtful")).containsExactly(true, true);
        assertThat(captures.require(one.no()).conclusion()).isEqualTo("待人工研判");
        assertThat(captures.require(other.no()).conclusion()).isEqualTo("非同一人");
    }

    @Test
    void aLabelCanBeSavedExactlyAsItWasListed() {
        Http manager = http.as(people.aManager());
        Map<String, Object> first = manager.get("/api/v1/admin/conclusion-labels")
                .expect(200)
                .list()
                .getFirst();

        Http.Reply back = manager.put("/api/v1/admin/conclusion-labels/" + first.get("code"), first);

        assertThat(back.expect(200).json()).isEqualTo(first);
    }

    @Test
    void aLabelMayHaveOnlyOneCode() {
        String manager = people.aManager();

        http.as(manager)
                .put(
                        "/api/v1/admin/conclusion-labels/ANOTHER",
                        Map.of("zh", "同一人", "en", "same", "doubtful", false, "current", true, "position", 1))
                .expectProblem(409, "label-taken");
        http.as(people.aReviewer())
                .put(
                        "/api/v1/admin/conclusion-labels/ANOTHER",
                        Map.of("zh", "别的", "en", "other", "doubtful", false, "current", true, "position", 1))
                .expectProblem(403, "forbidden");
    }
}
