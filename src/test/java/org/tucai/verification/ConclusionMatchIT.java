package org.tucai.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.authority.ConclusionMessage;
import org.tucai.authority.ConclusionMessage.Conclusion;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.MutableClock;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Which picture a conclusion refers to. */
@TucaiTest
class ConclusionMatchIT {
    private static final Instant AT = MutableClock.START;

    private final ConclusionIntake intake;
    private final ReviewedCaptures reviewed;
    private final CaptureService captures;
    private final CaptureAlbum album;
    private final CampaignFixtures campaigns;
    private final MutableClock clock;
    private final Rows rows;

    ConclusionMatchIT(
            ConclusionIntake intake,
            ReviewedCaptures reviewed,
            CaptureService captures,
            CaptureAlbum album,
            CampaignFixtures campaigns,
            MutableClock clock,
            Rows rows) {
        this.intake = intake;
        this.reviewed = reviewed;
        this.captures = captures;
        this.album = album;
        this.campaigns = campaigns;
        this.clock = clock;
        this.rows = rows;
    }

    private Capture forwarded() {
        Capture capture = reviewed.accepted(campaigns.anOpenCampaign(), "B1", "本科", "数学");
        captures.forwarded(capture.no());
        return captures.require(capture.no());
    }

    private String packageOf(Capture capture) {
        return rows.texts("SELECT no FROM photo_package WHERE capture_no = ?", capture.no())
                .getFirst();
    }

    private String student(Capture capture) {
        return album.facts(capture).studentUniqueNo();
    }

    private ConclusionIntake.Summary concluded(String student, String packageNo, Instant at) {
        return intake.json(
                new ConclusionMessage("M1", AT, List.of(new Conclusion(student, packageNo, "非同一人", at))),
                CampaignFixtures.MANAGER);
    }

    private CaptureStatus status(Capture capture) {
        return captures.require(capture.no()).status();
    }

    /** A mistyped digit in a file must not end another student's registration. */
    @Test
    void aConclusionThatNamesAnotherStudentsPackageMatchesNeither() {
        Capture one = forwarded();
        Capture other = forwarded();

        assertThat(concluded(student(one), packageOf(other), AT).unmatched()).isEqualTo(1);
        assertThat(concluded(student(one), "pkg_nobody_knows", AT).unmatched()).isEqualTo(1);

        assertThat(List.of(status(one), status(other))).containsOnly(CaptureStatus.FORWARDED);
    }

    @Test
    void aConclusionMatchesTheNamedPackageOrElseTheLatestOneSent() {
        Capture first = forwarded();
        Capture second = forwarded();
        Capture notSent = reviewed.accepted(campaigns.anOpenCampaign(), "B1", "本科", "数学");
        rows.change("UPDATE capture SET student_key = '" + first.studentKey() + "'");

        concluded(student(first), null, AT);

        assertThat(status(second)).isEqualTo(CaptureStatus.VERIFIED);
        assertThat(status(first)).isEqualTo(CaptureStatus.FORWARDED);
        concluded(student(first), packageOf(first), AT);
        assertThat(status(first)).isEqualTo(CaptureStatus.VERIFIED);
        assertThat(status(notSent)).isEqualTo(CaptureStatus.ACCEPTED);
    }

    @Test
    void aConclusionFromBeforeTheLatestPictureWasSentMatchesTheOneBefore() {
        Capture first = forwarded();
        clock.advance(Duration.ofDays(10));
        Capture second = forwarded();
        rows.change("UPDATE capture SET student_key = '" + first.studentKey() + "'");

        concluded(student(first), null, AT.plus(Duration.ofDays(2)));

        assertThat(List.of(status(first), status(second)))
                .containsExactly(CaptureStatus.VERIFIED, CaptureStatus.FORWARDED);
    }

    @Test
    void aConclusionFromBeforeAnyOfThePicturesWasSentIsOutdatedAndNotLeftWaiting() {
        Capture first = forwarded();
        Capture second = forwarded();
        rows.change("UPDATE capture SET student_key = '" + first.studentKey() + "'");

        assertThat(concluded(student(first), null, AT.minus(Duration.ofDays(2))).outdated())
                .isEqualTo(1);

        assertThat(List.of(status(first), status(second))).containsOnly(CaptureStatus.FORWARDED);
    }

    @Test
    void theLatestPictureIsTheOneWhosePackageIsNewest() {
        Capture again = forwarded();
        Capture other = forwarded();
        rows.change("UPDATE capture SET student_key = '" + again.studentKey() + "'");
        rows.change("UPDATE photo_package SET created_at = created_at + INTERVAL 1 HOUR WHERE capture_no = '"
                + again.no() + "'");

        concluded(student(again), null, AT.plus(Duration.ofHours(2)));

        assertThat(List.of(status(again), status(other)))
                .containsExactly(CaptureStatus.VERIFIED, CaptureStatus.FORWARDED);
    }

    /** Without a package number only the date tells which picture is meant; an authority may write dates without times. */
    @ParameterizedTest
    @CsvSource({"2026-04-19T16:00:00Z, VERIFIED", "2026-04-19T15:59:59Z, FORWARDED"})
    void aConclusionDatedTheDayThatThePictureWasSentMatchesIt(Instant concludedAt, CaptureStatus after) {
        Capture capture = forwarded();
        assertThat(AT).isEqualTo("2026-04-20T02:00:00Z");

        concluded(student(capture), null, concludedAt);

        assertThat(status(capture)).isEqualTo(after);
    }

    /** Earlier conclusions are looked up when the package is acknowledged, and this one is not visible at that moment. */
    @Test
    void aConclusionStoredWhileItsPackageIsAcknowledgedIsNotLeftWaiting(HeldTransaction held, DueJobs jobs) {
        Capture capture = reviewed.accepted(campaigns.anOpenCampaign(), "B1", "本科", "数学");

        held.of(() -> concluded(student(capture), null, AT), () -> {
            captures.forwarded(capture.no());
            jobs.runDue();
        });

        assertThat(status(capture)).isEqualTo(CaptureStatus.VERIFIED);
    }

    @Test
    void aConclusionOnAPictureThatTheAuthorityReturnedMatchesNothing() {
        Capture returned = forwarded();
        captures.returned(returned.no(), "背景不均匀");

        assertThat(concluded(student(returned), packageOf(returned), AT).unmatched())
                .isEqualTo(1);

        assertThat(status(returned)).isEqualTo(CaptureStatus.RETURNED);
    }

    @Test
    void aConclusionThatCountsForOnePictureIsNotAppliedToTheNextOneToo(DueJobs jobs) {
        Capture first = forwarded();
        concluded(student(first), null, AT);
        Capture next = reviewed.accepted(campaigns.anOpenCampaign(), "B1", "本科", "数学");
        rows.change("UPDATE capture SET student_key = '" + first.studentKey() + "'");

        captures.forwarded(next.no());
        jobs.run(MatchLateConclusions.MatchJob.TYPE, next.no());

        assertThat(List.of(status(first), status(next)))
                .containsExactly(CaptureStatus.VERIFIED, CaptureStatus.FORWARDED);
        assertThat(rows.texts("SELECT status FROM conclusion")).containsExactly("APPLIED");
    }

    @Test
    void valuesOfTheLongestLengthAndDatesUpToADayAheadAreAccepted() {
        String head = "studentUniqueNo,packageNo,label,concludedAt\n";
        String longest = "S".repeat(64) + "," + "p".repeat(24) + "," + "𠮷".repeat(20) + ",";
        Instant tomorrow = AT.plus(Duration.ofDays(1));

        assertThat(csv(head + longest + tomorrow.minusSeconds(1)).unknownLabels())
                .isEqualTo(1);
        for (String refused : List.of("S" + longest + AT, longest + tomorrow)) {
            assertThatThrownBy(() -> csv(head + refused)).hasMessage("conclusion-file-unreadable");
        }
    }

    private ConclusionIntake.Summary csv(String file) {
        return intake.csv(file.getBytes(StandardCharsets.UTF_8), CampaignFixtures.MANAGER);
    }
}
