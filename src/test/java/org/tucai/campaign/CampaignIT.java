package org.tucai.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tucai.testing.CampaignFixtures.MANAGER;
import static org.tucai.testing.CampaignFixtures.terms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.Problem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Etag;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.MutableClock;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

@TucaiTest
class CampaignIT {
    private final CampaignService campaigns;
    private final AdminCampaignService admin;
    private final CampaignFixtures fixtures;
    private final MutableClock clock;
    private final DueJobs jobs;
    private final Rows rows;

    CampaignIT(
            CampaignService campaigns,
            AdminCampaignService admin,
            CampaignFixtures fixtures,
            MutableClock clock,
            DueJobs jobs,
            Rows rows) {
        this.campaigns = campaigns;
        this.admin = admin;
        this.fixtures = fixtures;
        this.clock = clock;
        this.jobs = jobs;
        this.rows = rows;
    }

    @Test
    void isFoundByFeatureCodeInAnyCase() {
        School school = fixtures.aSchool();
        Campaign campaign = fixtures.anOpenCampaign(school, t -> t.featureCode = "aB3d");

        Campaign found = campaigns.forStudent(school.code(), "AB3D");

        assertThat(found).isEqualTo(campaign);
        assertThat(found.terms()).isEqualTo(terms(t -> t.featureCode = "aB3d"));
    }

    @Test
    void hidesDraftsAndOtherSchoolsCampaigns() {
        School school = fixtures.aSchool();
        fixtures.aDraft(school, t -> t.featureCode = "draf");
        fixtures.anOpenCampaign(t -> t.featureCode = "other");

        refuses(() -> campaigns.forStudent(school.code(), "draf"), CampaignProblem.UNKNOWN_FEATURE_CODE);
        refuses(() -> campaigns.forStudent(school.code(), "other"), CampaignProblem.UNKNOWN_FEATURE_CODE);
        refuses(() -> campaigns.forStudent("99999", "draf"), CampaignProblem.UNKNOWN_SCHOOL_CODE);
    }

    /** The tests run in China's time zone and the database in UTC: computed in SQL, the end is the same instant. */
    @Test
    void listsWindowsThatEndSoonWithTheirEnds() {
        Campaign campaign = fixtures.anOpenCampaign(t -> {
            t.closesAt = MutableClock.START.plus(Duration.ofDays(2));
            t.makeUpOpensAt = MutableClock.START.plus(Duration.ofDays(5));
            t.makeUpClosesAt = MutableClock.START.plus(Duration.ofDays(6));
        });

        assertThat(campaigns.endingBefore(MutableClock.START.plus(Duration.ofDays(3))))
                .containsExactly(new EndingWindow(campaign.no(), campaign.closesAt()));
        clock.advance(Duration.ofDays(3));
        assertThat(campaigns.endingBefore(MutableClock.START.plus(Duration.ofDays(7))))
                .as("between the windows")
                .isEmpty();
        clock.advance(Duration.ofDays(2));
        assertThat(campaigns.endingBefore(MutableClock.START.plus(Duration.ofDays(7))))
                .containsExactly(new EndingWindow(campaign.no(), campaign.makeUpClosesAt()));
        clock.advance(Duration.ofDays(1));
        assertThat(campaigns.endingBefore(MutableClock.START.plus(Duration.ofDays(7))))
                .as("after the last")
                .isEmpty();
    }

    @Test
    void takesPhotosInBothWindowsOnly() {
        School school = fixtures.aSchool();
        fixtures.anOpenCampaign(school, t -> {
            t.opensAt = MutableClock.START.plus(Duration.ofDays(1));
            t.closesAt = MutableClock.START.plus(Duration.ofDays(3));
            t.makeUpOpensAt = MutableClock.START.plus(Duration.ofDays(5));
            t.makeUpClosesAt = MutableClock.START.plus(Duration.ofDays(6));
        });
        ThrowingCallable find = () -> campaigns.forStudent(school.code(), "aB3d");

        refuses(find, CampaignProblem.CAMPAIGN_NOT_OPEN);
        clock.advance(Duration.ofDays(1));
        assertThat(campaigns.forStudent(school.code(), "aB3d").acceptsAt(clock.instant()))
                .isTrue();
        clock.advance(Duration.ofDays(2));
        refuses(find, CampaignProblem.CAMPAIGN_NOT_OPEN);
        clock.advance(Duration.ofDays(2));
        assertThat(campaigns.forStudent(school.code(), "aB3d").no()).isNotNull();
        clock.advance(Duration.ofDays(1));
        refuses(find, CampaignProblem.CAMPAIGN_CLOSED);
    }

    @Test
    void keepsFeatureCodesUniqueAmongLiveCampaignsOfASchool() {
        School school = fixtures.aSchool();
        Campaign first = fixtures.anOpenCampaign(school, t -> t.featureCode = "SAME");

        refuses(
                () -> admin.create(school.no(), terms(t -> t.featureCode = "same"), MANAGER),
                CampaignProblem.FEATURE_CODE_TAKEN);
        Campaign draft = fixtures.aDraft(school, t -> t.featureCode = "0ther");
        refuses(
                () -> admin.change(draft.no(), terms(t -> t.featureCode = "same"), Etag.of(draft.version()), MANAGER),
                CampaignProblem.FEATURE_CODE_TAKEN);
        admin.close(first.no(), "*", MANAGER);
        Campaign second = admin.create(school.no(), terms(t -> t.featureCode = "same"), MANAGER);

        refuses(() -> campaigns.forStudent(school.code(), "same"), CampaignProblem.CAMPAIGN_CLOSED);
        admin.open(second.no(), MANAGER);
        assertThat(campaigns.forStudent(school.code(), "same").no()).isEqualTo(second.no());
    }

    /** A code that is free again may be given to a campaign made before the closed one. */
    @Test
    void theOpenOneOfAFeatureCodeIsFoundEvenWhereAClosedOneIsNewer() {
        School school = fixtures.aSchool();
        Campaign open = fixtures.aDraft(school, t -> t.featureCode = "f1rst");
        admin.close(fixtures.anOpenCampaign(school, t -> t.featureCode = "same").no(), "*", MANAGER);
        admin.change(open.no(), terms(t -> t.featureCode = "same"), Etag.of(open.version()), MANAGER);
        admin.open(open.no(), MANAGER);

        assertThat(campaigns.forStudent(school.code(), "same").no()).isEqualTo(open.no());
    }

    @Test
    void ofTwoWithTheSameFeatureCodeAtOnceOneIsCreated() {
        for (int round = 0; round < 10; round++) {
            School school = fixtures.aSchool();

            List<Object> results = Race.twice(() -> admin.create(school.no(), terms(t -> {}), MANAGER));

            assertThat(results).filteredOn(Campaign.class::isInstance).hasSize(1);
            assertThat(results)
                    .filteredOn(ProblemException.class::isInstance)
                    .extracting(e -> ((ProblemException) e).problem())
                    .containsExactly(CampaignProblem.FEATURE_CODE_TAKEN);
        }
    }

    @Test
    void ofTwoChangesAtOnceOneSucceeds() {
        Campaign campaign = fixtures.aDraft(fixtures.aSchool(), t -> {});

        List<Object> results = Race.twice(() ->
                admin.change(campaign.no(), terms(t -> t.triesAllowed = 3), Etag.of(campaign.version()), MANAGER));

        assertThat(results).filteredOn(Campaign.class::isInstance).hasSize(1);
        assertThat(campaigns.require(campaign.no()).version()).isEqualTo(campaign.version() + 1);
    }

    @Test
    void cannotChangeModeOrPhotoStandardOnceOpened() {
        Campaign campaign = fixtures.anOpenCampaign();
        String etag = Etag.of(campaign.version());

        refuses(
                () -> admin.change(campaign.no(), terms(t -> t.mode = CaptureMode.ON_SITE), etag, MANAGER),
                CampaignProblem.TERMS_ARE_FIXED);
        refuses(
                () -> admin.change(campaign.no(), terms(t -> t.photoProfile = "admission-2021"), etag, MANAGER),
                CampaignProblem.TERMS_ARE_FIXED);
        CampaignTerms asBefore = terms(t -> {
            t.triesAllowed = 3;
            t.featureCode = "AB3D";
        });
        Campaign changed = admin.change(campaign.no(), asBefore, etag, MANAGER);

        assertThat(changed.triesAllowed()).isEqualTo(3);
        refuses(() -> admin.change(campaign.no(), terms(t -> {}), etag, MANAGER), PlatformProblem.PRECONDITION_FAILED);
    }

    @Test
    void canBeOpenedUntilItsLastWindowEnds() {
        School school = fixtures.aSchool();
        Campaign over = fixtures.aDraft(school, t -> t.featureCode = "over");
        Campaign inTime = fixtures.aDraft(school, t -> t.featureCode = "last");
        clock.setTo(over.closesAt().minusSeconds(1));
        admin.open(inTime.no(), MANAGER);
        clock.advance(Duration.ofSeconds(1));

        refuses(() -> admin.open(over.no(), MANAGER), CampaignProblem.CAMPAIGN_WINDOW_PAST);
        refuses(() -> admin.open(inTime.no(), MANAGER), CampaignProblem.CAMPAIGN_ALREADY_OPEN);
    }

    /** The next job would close it, and delete everything not accepted. */
    @Test
    void anEndChangedFarIntoThePastIsRefused() {
        Campaign campaign = fixtures.anOpenCampaign();
        String etag = Etag.of(campaign.version());
        CampaignTerms lastYear = terms(t -> {
            t.opensAt = t.opensAt.minus(Duration.ofDays(365));
            t.closesAt = clock.instant().minus(Duration.ofDays(16));
        });
        CampaignTerms yesterday = terms(t -> {
            t.opensAt = t.opensAt.minus(Duration.ofDays(365));
            t.closesAt = clock.instant().minus(Duration.ofDays(1));
        });

        refuses(() -> admin.change(campaign.no(), lastYear, etag, MANAGER), PlatformProblem.INVALID_FIELDS);
        assertThat(admin.change(campaign.no(), yesterday, etag, MANAGER).lastsUntil())
                .isEqualTo(clock.instant().minus(Duration.ofDays(1)));
    }

    @Test
    void closesItselfSomeTimeAfterItsLastWindow() {
        Campaign campaign = fixtures.anOpenCampaign();

        clock.setTo(campaign.closesAt().plus(Duration.ofDays(14)));
        jobs.runRecurring("close-ended-campaigns");
        CampaignStatus before = campaigns.require(campaign.no()).status();
        clock.advance(Duration.ofDays(2));
        jobs.runRecurring("close-ended-campaigns");
        admin.closeEnded(campaign.no(), clock.instant()); // found by two servers at the same moment

        assertThat(before).isEqualTo(CampaignStatus.OPEN);
        assertThat(campaigns.require(campaign.no()).status()).isEqualTo(CampaignStatus.CLOSED);
        assertThat(rows.texts("SELECT cause FROM state_transition WHERE subject = ?", campaign.no()))
                .containsOnlyOnce("closed");
        refuses(() -> admin.open(campaign.no(), MANAGER), CampaignProblem.CAMPAIGN_IS_CLOSED);
    }

    @Test
    void aCampaignThatCannotBeClosedDoesNotStopTheOthers() {
        fixtures.anOpenCampaign();
        rows.change("UPDATE campaign SET mode = 'BROKEN'");
        Campaign other = fixtures.anOpenCampaign();

        clock.setTo(other.closesAt().plus(Duration.ofDays(16)));
        assertThatThrownBy(() -> jobs.runRecurring("close-ended-campaigns"))
                .hasMessageContaining("failed for 1 of them");

        assertThat(campaigns.require(other.no()).status()).isEqualTo(CampaignStatus.CLOSED);
    }

    @Test
    void staysOpenForItsMakeUpWindow() {
        Campaign campaign = fixtures.anOpenCampaign(fixtures.aSchool(), t -> {
            t.makeUpOpensAt = t.closesAt.plus(Duration.ofDays(20));
            t.makeUpClosesAt = t.closesAt.plus(Duration.ofDays(21));
        });

        clock.setTo(campaign.lastsUntil().plus(Duration.ofDays(15)));
        jobs.runRecurring("close-ended-campaigns");
        CampaignStatus before = campaigns.require(campaign.no()).status();
        clock.advance(Duration.ofSeconds(1));
        jobs.runRecurring("close-ended-campaigns");

        assertThat(before).isEqualTo(CampaignStatus.OPEN);
        assertThat(campaigns.require(campaign.no()).status()).isEqualTo(CampaignStatus.CLOSED);
    }

    @Test
    void staysOpenWhenItIsExtendedAfterItWasFoundToHaveEnded() {
        Campaign campaign = fixtures.anOpenCampaign();
        clock.setTo(campaign.closesAt().plus(Duration.ofDays(16)));
        Instant before = clock.instant().minus(Duration.ofDays(15));
        CampaignTerms longer = terms(t -> t.closesAt = clock.instant().plus(Duration.ofDays(7)));
        admin.change(campaign.no(), longer, Etag.of(campaign.version()), MANAGER);

        admin.closeEnded(campaign.no(), before);

        assertThat(campaigns.require(campaign.no()).status()).isEqualTo(CampaignStatus.OPEN);
    }

    @Test
    void listsNewestFirstByFilters() {
        School school = fixtures.aSchool();
        Campaign open = fixtures.anOpenCampaign(school, t -> t.featureCode = "op3n");
        clock.advance(Duration.ofSeconds(1));
        Campaign draft = fixtures.aDraft(school, t -> t.featureCode = "dr4ft");
        clock.advance(Duration.ofSeconds(1));
        Campaign elsewhere = fixtures.anOpenCampaign();

        assertThat(campaigns.list(null, null, Cursor.END, 10))
                .extracting(Campaign::no)
                .containsExactly(elsewhere.no(), draft.no(), open.no());
        assertThat(campaigns.list(school.no(), null, Cursor.END, 10))
                .extracting(Campaign::no)
                .containsExactly(draft.no(), open.no());
        assertThat(campaigns.list(school.no(), CampaignStatus.OPEN, Cursor.END, 10))
                .extracting(Campaign::no)
                .containsExactly(open.no());
    }

    private static void refuses(ThrowingCallable call, Problem problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
