package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tucai.testing.CodeFixtures.LAST_FOUR;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.capturecode.CaptureCodeIssuer;
import org.tucai.capturecode.CaptureCodePicture;
import org.tucai.capturecode.CodeKey;
import org.tucai.picture.PictureFiles;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.PictureKinds;
import org.tucai.testing.TucaiTest;

/** Anything that is not a valid capture code is refused with a named problem; the same student then continues with a valid one. */
@TucaiTest
class BadCodeIT {
    private static final String CODES = "/api/v1/student/codes";

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final MutableClock clock;
    private School school;
    private Campaign campaign;
    private String student;

    BadCodeIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            MutableClock clock) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.clock = clock;
    }

    @BeforeEach
    void aStudent() {
        school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> {});
        student = people.aStudent();
    }

    /** A bad file made from a good code's text. */
    private interface Spoiling extends Function<String, byte[]> {}

    private static Arguments picture(String what, Spoiling spoiling, int status, String code) {
        return Arguments.of(what, spoiling, status, code);
    }

    static Stream<Arguments> badPictures() {
        return Stream.of(
                picture("0 bytes", code -> new byte[0], 422, "code-picture-unreadable"),
                picture("a text", String::getBytes, 422, "code-picture-unreadable"),
                picture("half a picture", c -> PictureKinds.truncated(png(c)), 422, "code-picture-unreadable"),
                picture("a HEIC file", c -> "\0\0\0\u0018ftypheic\0\0\0\0".getBytes(), 422, "code-picture-heic"),
                picture("50 000 × 50 000", c -> PictureKinds.claiming50000(jpeg(c)), 413, "code-picture-too-large"),
                picture("11 MB", c -> new byte[11 * 1024 * 1024], 413, "payload-too-large"),
                picture("no code", c -> blank(), 422, "no-code-found"),
                picture("a QR of something else", c -> png("https://example.org/"), 422, "not-a-capture-code"),
                picture("a QR that is a script", c -> png("javascript:alert(1)"), 422, "not-a-capture-code"),
                picture("a changed code", c -> png(changed(c)), 422, "code-forged"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("badPictures")
    void aBadPictureIsRefusedByName(String what, Spoiling spoiling, int status, String code) {
        byte[] file = spoiling.apply(codes.aCode(school));

        http.as(student).send("POST", CODES, "image/png", file).expectPlainProblem(status, code);

        assertAGoodCodeIsAccepted();
    }

    @Test
    void twoCodesInOnePictureAreRefusedRatherThanGuessed() {
        BufferedImage left = CaptureCodePicture.draw(codes.aCode(school));
        BufferedImage right = CaptureCodePicture.draw(codes.aCode(school));
        BufferedImage both = new BufferedImage(
                left.getWidth() + right.getWidth(),
                Math.max(left.getHeight(), right.getHeight()),
                BufferedImage.TYPE_BYTE_GRAY);
        both.getRaster().setRect(left.getRaster());
        both.getRaster().setRect(left.getWidth(), 0, right.getRaster());

        http.as(student)
                .send("POST", CODES, "image/png", PictureFiles.written(both, "png"))
                .expectPlainProblem(422, "several-codes");

        assertAGoodCodeIsAccepted();
    }

    @Test
    void anInvalidCodeTextIsRefusedByName() {
        String good = codes.aCode(school);
        InstantSource now = clock;
        String foreign = new CaptureCodeIssuer(now, Duration.ofDays(9))
                .issue(codes.aStudent(school), CodeKey.random("elsewhere"));
        String ofOurKeysName =
                new CaptureCodeIssuer(now, Duration.ofDays(9)).issue(codes.aStudent(school), CodeKey.random("fixture"));

        open("something else").expectPlainProblem(422, "not-a-capture-code");
        open(changed(good)).expectPlainProblem(422, "code-forged");
        open(ofOurKeysName).expectPlainProblem(422, "code-forged");
        open(foreign).expectPlainProblem(422, "code-of-another-unit");
        open("x".repeat(2001)).expectPlainProblem(422, "invalid-fields");
        http.as(student).post(CODES, "{\"text\":").expectPlainProblem(400, "malformed-request");

        assertAGoodCodeIsAccepted();
    }

    @Test
    void anExpiredCodeIsRefusedAndAFreshOneAccepted() {
        CaptureCodeIssuer.Student enrolled = codes.aStudent(school);
        String old = codes.aCode(enrolled);
        clock.advance(Duration.ofDays(90));
        student = people.again(student);

        open(old).expectPlainProblem(422, "code-expired");

        open(codes.aCode(enrolled)).expect(201);
    }

    @Test
    void aReplayedCodeNeedsTheLastFourAndIsBoundOnce() {
        String code = codes.aCode(school);
        journeys.bind(student, campaign, code);
        String thief = people.aStudent();
        String opened =
                http.as(thief).post(CODES, Map.of("text", code)).expect(201).at("no");

        confirm(thief, opened, "0000").expectPlainProblem(422, "wrong-last-four");
        http.as(thief).post("/api/v1/student/captures", wish(opened)).expectPlainProblem(409, "code-not-confirmed");

        journeys.createCapture(thief, campaign, code).expectPlainProblem(409, "code-bound-elsewhere");
        journeys.createCapture(student, campaign, code).expectPlainProblem(409, "capture-exists");
        journeys.createCapture(thief, campaign, codes.aCode(school)).expect(201);
    }

    @Test
    void anEnrolmentIsBoundOnceHoweverItsLettersAreWritten() {
        journeys.createCapture(student, campaign, codes.aCode(school, "2022B07X"))
                .expect(201);

        journeys.createCapture(people.aStudent(), campaign, codes.aCode(school, "2022b07x"))
                .expectPlainProblem(409, "code-bound-elsewhere");
    }

    @Test
    void aCodeOfAnotherSchoolFindsOnlyThatSchoolsCampaigns() {
        School other = campaigns.aSchool();
        campaigns.anOpenCampaign(other, t -> t.featureCode = "oTh3r");
        CaptureCodeIssuer.Student stranger = codes.aStudent(school);
        String unknown = codes.aCode(new CaptureCodeIssuer.Student(
                stranger.studentUniqueNo(),
                stranger.name(),
                stranger.idNumber(),
                "99999",
                "没有的大学",
                stranger.level(),
                stranger.major(),
                stranger.studentNo(),
                stranger.enrolmentNo(),
                stranger.expectedGraduation()));

        journeys.createCapture(student, campaign, codes.aCode(other)).expectPlainProblem(404, "unknown-feature-code");
        journeys.createCapture(student, campaign, unknown).expectPlainProblem(404, "unknown-school-code");

        journeys.createCapture(student, campaign, codes.aCode(school)).expect(201);
    }

    @Test
    void fiveWrongEntriesLockForADayAndThenTheRightOneCounts() {
        String code = codes.aCode(school);
        String opened = open(code).expect(201).at("no");
        for (int left = 4; left > 0; left--) {
            Http.Reply wrong = confirm(student, opened, "000" + left).expectPlainProblem(422, "wrong-last-four");
            assertThat(wrong.<String>at("detail")).contains("还可尝试 " + left + " 次");
        }

        clock.advance(Duration.ofSeconds(20));
        Http.Reply locked = confirm(student, opened, "0000").expectPlainProblem(429, "last-four-locked");
        confirm(student, opened, LAST_FOUR).expectPlainProblem(429, "last-four-locked");

        assertThat(locked.header("Retry-After")).isEqualTo("86400");
        assertThat(locked.<String>at("detail")).contains("2026年4月21日 10:01");
        clock.advance(Duration.ofDays(1));
        student = people.again(student);
        String again = open(code).expect(201).at("no");
        confirm(student, again, LAST_FOUR).expect(200);
    }

    /** {@code 123X} as a Chinese keyboard or a phone's autocorrection produces it. */
    @ParameterizedTest
    @ValueSource(strings = {"１２３Ｘ", " １２３ｘ　", "123x", "12 3X"})
    void theLastFourAreAcceptedHoweverAPhoneKeyboardTypesThem(String typed) {
        String opened = open(codes.aCode(school)).expect(201).at("no");

        confirm(student, opened, typed).expect(200);
    }

    private Http.Reply open(String text) {
        return http.as(student).post(CODES, Map.of("text", text));
    }

    private Http.Reply confirm(String token, String opened, String lastFour) {
        return http.as(token).post(CODES + "/" + opened + "/confirmations", Map.of("lastFour", lastFour));
    }

    private Map<String, Object> wish(String codeNo) {
        String version = http.as(student).get("/api/v1/student/consent-notice").at("version");
        return Map.of("codeNo", codeNo, "featureCode", campaign.featureCode(), "consentVersion", version);
    }

    private void assertAGoodCodeIsAccepted() {
        String opened = http.as(student)
                .send("POST", CODES, "image/png", codes.aCodePicture(school))
                .expect(201)
                .at("no");
        confirm(student, opened, LAST_FOUR).expect(200);
        http.as(student).post("/api/v1/student/captures", wish(opened)).expect(201);
    }

    private static String changed(String code) {
        int middle = code.length() / 2;
        char other = code.charAt(middle) == 'A' ? 'B' : 'A';
        return code.substring(0, middle) + other + code.substring(middle + 1);
    }

    private static byte[] png(String text) {
        return CaptureCodePicture.png(text);
    }

    private static byte[] jpeg(String text) {
        return PictureFiles.written(CaptureCodePicture.draw(text), "jpeg");
    }

    private static byte[] blank() {
        return PictureFiles.written(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png");
    }
}
