package org.tucai.capturecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tucai.testing.CodeFixtures.LAST_FOUR;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.School;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.Problem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.MutableClock;
import org.tucai.testing.Race;
import org.tucai.testing.TucaiTest;

@TucaiTest
class CaptureCodeIT {
    private static final String ACCOUNT = "acc_one";
    private final CaptureCodeService codes;
    private final CodeKeyService keys;
    private final CodeFixtures fixtures;
    private final CampaignFixtures campaigns;
    private final MutableClock clock;
    private final DueJobs jobs;

    CaptureCodeIT(
            CaptureCodeService codes,
            CodeKeyService keys,
            CodeFixtures fixtures,
            CampaignFixtures campaigns,
            MutableClock clock,
            DueJobs jobs) {
        this.codes = codes;
        this.keys = keys;
        this.fixtures = fixtures;
        this.campaigns = campaigns;
        this.clock = clock;
        this.jobs = jobs;
    }

    /** Deflated, a few hundred characters of code may hold any length of facts. */
    @Test
    void keepsTheLongestFactsThatACodeMayHold() {
        String longest = "长".repeat(200);
        OpenedCode opened = codes.open(fixtures.aCode(described(longest, "李")), ACCOUNT);

        assertThat(codes.require(opened.no(), ACCOUNT).code().level()).isEqualTo(longest);
        assertThatThrownBy(() -> fixtures.aCode(described(longest, longest)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CaptureCodeIssuer.Student described(String fact, String studentNo) {
        return new CaptureCodeIssuer.Student(
                "A1B2C3D4E5F6G7H8I9J0",
                "欧阳建国",
                "32010220040101123X",
                "10284",
                fact,
                fact,
                fact,
                studentNo,
                "102842022000123456",
                LocalDate.of(2026, 6, 30));
    }

    @Test
    void opensAPictureAndConfirmsIt() {
        School school = campaigns.aSchool();

        OpenedCode opened = codes.open(fixtures.aCodePicture(school), ACCOUNT);
        CaptureCode confirmed = codes.confirm(opened.no(), ACCOUNT, LAST_FOUR.toLowerCase(java.util.Locale.ROOT));

        assertThat(opened.confirmed()).isFalse();
        assertThat(confirmed).isEqualTo(opened.code());
        assertThat(confirmed.schoolCode()).isEqualTo(school.code());
        assertThat(codes.requireConfirmed(opened.no(), ACCOUNT)).isEqualTo(confirmed);
    }

    @Test
    void hidesOpenedCodesFromOtherAccounts() {
        OpenedCode opened = codes.open(fixtures.aCode(campaigns.aSchool()), ACCOUNT);

        refuses(() -> codes.require(opened.no(), "acc_two"), PlatformProblem.NOT_FOUND);
        refuses(() -> codes.confirm(opened.no(), "acc_two", LAST_FOUR), PlatformProblem.NOT_FOUND);
        refuses(() -> codes.requireConfirmed(opened.no(), ACCOUNT), CaptureCodeProblem.CODE_NOT_CONFIRMED);
    }

    @Test
    void namesWhatIsWrongWithAPicture() throws IOException {
        School school = campaigns.aSchool();
        byte[] good = fixtures.aCodePicture(school);

        refusesPicture("hello".getBytes(StandardCharsets.UTF_8), CaptureCodeProblem.CODE_PICTURE_UNREADABLE);
        refusesPicture(new byte[0], CaptureCodeProblem.CODE_PICTURE_UNREADABLE);
        refusesPicture(java.util.Arrays.copyOf(good, good.length / 2), CaptureCodeProblem.CODE_PICTURE_UNREADABLE);
        refusesPicture(new byte[10 * 1024 * 1024 + 1], CaptureCodeProblem.CODE_PICTURE_TOO_LARGE);
        refusesPicture(
                "\0\0\0\u0018ftypheic\0\0\0\0heicmif1".getBytes(StandardCharsets.ISO_8859_1),
                CaptureCodeProblem.CODE_PICTURE_HEIC);
        refusesPicture(png(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB)), CaptureCodeProblem.NO_CODE_FOUND);
        refusesPicture(CaptureCodePicture.png("https://example.org/"), CaptureCodeProblem.NOT_A_CAPTURE_CODE);
        refusesPicture(
                png(beside(
                        CaptureCodePicture.draw(fixtures.aCode(school)),
                        CaptureCodePicture.draw(fixtures.aCode(school)))),
                CaptureCodeProblem.SEVERAL_CODES);
    }

    @Test
    void namesWhatIsWrongWithACode() {
        School school = campaigns.aSchool();
        String text = fixtures.aCode(school);
        String foreign = new CaptureCodeIssuer(clock, Duration.ofDays(9))
                .issue(fixtures.aStudent(school), CodeKey.random("elsewhere"));

        refuses(() -> codes.open("something else", ACCOUNT), CaptureCodeProblem.NOT_A_CAPTURE_CODE);
        refuses(() -> codes.open(foreign, ACCOUNT), CaptureCodeProblem.CODE_OF_ANOTHER_UNIT);
        refuses(
                () -> codes.open(text.substring(0, text.length() - 23) + ".AAAAAAAAAAAAAAAAAAAAAA", ACCOUNT),
                CaptureCodeProblem.CODE_FORGED);
        clock.advance(Duration.ofDays(90));
        refuses(() -> codes.open(text, ACCOUNT), CaptureCodeProblem.CODE_EXPIRED);
    }

    @Test
    void refusesCodesOfARetiredKeyButNotOfAnOverlappingOne() {
        School school = campaigns.aSchool();
        CodeKey old = CodeKey.random("2025");
        CodeKey fresh = CodeKey.random("2026");
        keys.add(old, Actor.SYSTEM);
        keys.add(fresh, Actor.SYSTEM);
        CaptureCodeIssuer issuer = new CaptureCodeIssuer(clock, Duration.ofDays(9));
        String byOld = issuer.issue(fixtures.aStudent(school), old);
        String byFresh = issuer.issue(fixtures.aStudent(school), fresh);

        assertThat(codes.open(byOld, ACCOUNT).no()).isNotNull();
        keys.retire("2025", Actor.SYSTEM);

        refuses(() -> codes.open(byOld, ACCOUNT), CaptureCodeProblem.CODE_OF_ANOTHER_UNIT);
        assertThat(codes.open(byFresh, ACCOUNT).no()).isNotNull();
        assertThat(keys.all()).allSatisfy(k -> assertThat(k.sealedKey()).doesNotContain(old.secret()));
        assertThat(keys.all())
                .allSatisfy(k -> assertThat(k.sealedKey().isEmpty()).isEqualTo(k.status() == CodeKeyStatus.RETIRED));
    }

    @Test
    void locksAfterFiveWrongEntriesAndUnlocksADayLater() {
        OpenedCode opened = codes.open(fixtures.aCode(campaigns.aSchool()), ACCOUNT);

        for (int left = 4; left > 0; left--) {
            refuses(() -> codes.confirm(opened.no(), ACCOUNT, "0000"), CaptureCodeProblem.WRONG_LAST_FOUR);
        }
        refuses(
                () -> codes.confirm(opened.no(), ACCOUNT, "not four"),
                PlatformProblem.INVALID_FIELDS); // not counted as a guess
        refuses(() -> codes.confirm(opened.no(), ACCOUNT, "0000"), CaptureCodeProblem.LAST_FOUR_LOCKED);
        refuses(() -> codes.confirm(opened.no(), ACCOUNT, LAST_FOUR), CaptureCodeProblem.LAST_FOUR_LOCKED);
        clock.advance(Duration.ofDays(1));
        OpenedCode again = codes.open(fixtures.aCode(campaigns.aSchool()), ACCOUNT);
        assertThat(codes.confirm(again.no(), ACCOUNT, LAST_FOUR)).isNotNull();
    }

    @Test
    void countsWrongEntriesPerEnrolmentAcrossAccounts() {
        String text = fixtures.aCode(campaigns.aSchool());
        for (int i = 0; i < 4; i++) {
            String account = "acc_" + i;
            OpenedCode opened = codes.open(text, account);
            refuses(() -> codes.confirm(opened.no(), account, "0000"), CaptureCodeProblem.WRONG_LAST_FOUR);
        }
        OpenedCode fifth = codes.open(text, "acc_5");
        refuses(() -> codes.confirm(fifth.no(), "acc_5", "0000"), CaptureCodeProblem.LAST_FOUR_LOCKED);
    }

    @Test
    void anEnrolmentIsTheSameInCapitalAndSmallLetters() {
        School school = campaigns.aSchool();
        for (int i = 0; i < 4; i++) {
            String account = "acc_" + i;
            OpenedCode opened = codes.open(fixtures.aCode(school, "2022B07X"), account);
            refuses(() -> codes.confirm(opened.no(), account, "0000"), CaptureCodeProblem.WRONG_LAST_FOUR);
        }
        OpenedCode fifth = codes.open(fixtures.aCode(school, "2022b07x"), "acc_5");
        refuses(() -> codes.confirm(fifth.no(), "acc_5", "0000"), CaptureCodeProblem.LAST_FOUR_LOCKED);
    }

    @Test
    void confirmingOnesOwnCodeDoesNotRestoreTriesForOtherCodes() {
        School school = campaigns.aSchool();
        String own = fixtures.aCode(school);
        for (int i = 0; i < 4; i++) {
            OpenedCode other = codes.open(fixtures.aCode(school), ACCOUNT);
            refuses(() -> codes.confirm(other.no(), ACCOUNT, "0000"), CaptureCodeProblem.WRONG_LAST_FOUR);
            codes.confirm(codes.open(own, ACCOUNT).no(), ACCOUNT, LAST_FOUR);
        }
        OpenedCode fifth = codes.open(fixtures.aCode(school), ACCOUNT);
        refuses(() -> codes.confirm(fifth.no(), ACCOUNT, "0000"), CaptureCodeProblem.LAST_FOUR_LOCKED);
    }

    @Test
    void confirmingACodeAfterFourMistakesRestoresAllItsTries() {
        School school = campaigns.aSchool();
        for (String text : List.of(fixtures.aCode(school), fixtures.aCode(school))) {
            OpenedCode own = codes.open(text, ACCOUNT);
            for (int i = 0; i < 4; i++) {
                refuses(() -> codes.confirm(own.no(), ACCOUNT, "0000"), CaptureCodeProblem.WRONG_LAST_FOUR);
            }
            codes.confirm(own.no(), ACCOUNT, LAST_FOUR);
        }
    }

    @Test
    void countsEachOfSeveralWrongEntriesAtOnce() {
        OpenedCode opened = codes.open(fixtures.aCode(campaigns.aSchool()), ACCOUNT);

        List<Object> results =
                Race.of(java.util.Collections.nCopies(4, () -> codes.confirm(opened.no(), ACCOUNT, "0000")));

        assertThat(results).allMatch(ProblemException.class::isInstance);
        refuses(() -> codes.confirm(opened.no(), ACCOUNT, "0000"), CaptureCodeProblem.LAST_FOUR_LOCKED);
    }

    @Test
    void openedCodesExpireAfterHalfAnHourAndAreDeletedAnotherHalfHourLater() {
        OpenedCode opened = codes.open(fixtures.aCode(campaigns.aSchool()), ACCOUNT);

        clock.advance(Duration.ofMinutes(30));
        refuses(() -> codes.require(opened.no(), ACCOUNT), CaptureCodeProblem.OPENED_CODE_EXPIRED);
        clock.advance(Duration.ofMinutes(30));
        jobs.runRecurring("delete-expired-codes");
        refuses(() -> codes.require(opened.no(), ACCOUNT), CaptureCodeProblem.OPENED_CODE_EXPIRED);
        clock.advance(Duration.ofSeconds(1));
        jobs.runRecurring("delete-expired-codes");
        refuses(() -> codes.require(opened.no(), ACCOUNT), PlatformProblem.NOT_FOUND);
    }

    @Test
    void anOpenedCodeIsOfNoUseOnceTheCodeItselfHasExpired() {
        CodeKey key = CodeKey.random("2026");
        keys.add(key, Actor.SYSTEM);
        Duration valid = Duration.ofMinutes(10);
        OpenedCode opened = codes.open(
                new CaptureCodeIssuer(clock, valid).issue(fixtures.aStudent(campaigns.aSchool()), key), ACCOUNT);
        codes.confirm(opened.no(), ACCOUNT, LAST_FOUR);

        clock.advance(valid);

        refuses(() -> codes.requireConfirmed(opened.no(), ACCOUNT), CaptureCodeProblem.OPENED_CODE_EXPIRED);
    }

    private void refusesPicture(byte[] picture, Problem problem) {
        refuses(() -> codes.open(picture, ACCOUNT), problem);
    }

    private static void refuses(ThrowingCallable call, Problem problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private static BufferedImage beside(BufferedImage left, BufferedImage right) {
        BufferedImage both =
                new BufferedImage(left.getWidth() + right.getWidth(), left.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        both.getRaster().setRect(left.getRaster());
        both.getRaster().setRect(left.getWidth(), 0, right.getRaster());
        return both;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }
}
