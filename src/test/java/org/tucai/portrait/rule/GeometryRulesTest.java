package org.tucai.portrait.rule;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.Region;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.EyeShape;
import org.tucai.portrait.face.FaceBox;
import org.tucai.portrait.face.FaceShape;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.Learned;
import org.tucai.portrait.face.Pose;
import org.tucai.portrait.face.Roi;
import org.tucai.portrait.face.TurnedFacts;

class GeometryRulesTest {
    private final Profile profile = Profiles.load("graduation-2017");

    @Test
    void passesAHeadPlacedAsTheStandardWants() {
        Facts facts = facts(480, 640, new GeometryFacts(240, 288, 120, 265, 495, 62.0, 62));

        assertThat(judge(new CrownPosition(), facts).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge(new EyePosition(), facts).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge(new FaceWidth(), facts).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge(new Centred(), facts).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge(new EyeDistance(), facts).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void measuresALargerPictureInPixelsOfTheStandardFrame() {
        Facts facts = facts(960, 1280, new GeometryFacts(500, 576, 240, 530, 990, 124.0, 124));

        RuleResult crown = judge(new CrownPosition(), facts);

        assertThat(crown.measured()).isEqualTo(62);
        assertThat(crown.limit()).isEqualTo("50..110");
        assertThat(crown.outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge(new EyePosition(), facts).measured()).isEqualTo(288);
        assertThat(judge(new FaceWidth(), facts).measured()).isEqualTo(265);
        assertThat(judge(new EyeDistance(), facts).measured()).isEqualTo(120);
        assertThat(judge(new Centred(), facts).measured()).isEqualTo(10);
    }

    /** Pixels from the left and top edges, then width and height. */
    @ParameterizedTest
    @CsvSource({
        "crown-position, 120, 62, 240, 40",
        "eye-position, 120, 258, 240, 60",
        "face-width, 120, 288, 240, 120",
        "mouth-closed, 168, 390, 144, 72"
    })
    void pointsToThePartOfTheHeadThatARuleIsAbout(String rule, double x, double y, double width, double height) {
        Facts facts = facts(480, 640, new GeometryFacts(240, 288, 120, 240, 495, 62.0, 62));

        assertThat(Rules.judge(facts, profile))
                .filteredOn(result -> result.rule().equals(rule))
                .singleElement()
                .satisfies(result -> {
                    Region place = requireNonNull(result.region());
                    assertThat(List.of(place.x() * 480, place.y() * 640, place.width() * 480, place.height() * 640))
                            .usingElementComparator(GeometryRulesTest::nearly)
                            .containsExactly(x, y, width, height);
                });
    }

    /** The neck begins where the chin ends, however long the face is; clothes reach down to the edge of the picture. */
    @Test
    void looksForNeckAndClothesBelowTheChinThatIsSeen() {
        float[] mesh = new float[468 * 3];
        place(mesh, 33, 150, 288);
        place(mesh, 263, 330, 288);
        place(mesh, 10, 240, 180);
        place(mesh, 152, 240, 512);
        Facts longFace = facts(480, 640, new GeometryFacts(240, 288, 120, 265, 512, 62.0, 62))
                .with(new FaceShape(mesh, 1, eye(180), eye(300)));

        Roi neck = requireNonNull(HeadPlace.NECK.in(longFace));
        Roi clothes = requireNonNull(HeadPlace.CLOTHES.in(longFace));

        assertThat(neck.cx()).isCloseTo(240, within(0.01));
        assertThat(neck.cy() - neck.height() / 2).as("a little above the chin").isCloseTo(508.4, within(0.01));
        assertThat(neck.height()).isCloseTo(84, within(0.01));
        assertThat(clothes.cy() - clothes.height() / 2).isCloseTo(556.4, within(0.01));
    }

    private static void place(float[] mesh, int point, int x, int y) {
        mesh[3 * point] = x;
        mesh[3 * point + 1] = y;
    }

    private static EyeShape eye(int x) {
        float[] iris = new float[10];
        iris[0] = x;
        iris[1] = 288;
        return new EyeShape(new float[142], iris);
    }

    @Test
    void failsTheCrownThatIsCutOff() {
        RuleResult crown =
                judge(new CrownPosition(), facts(480, 640, new GeometryFacts(240, 288, 150, 330, 540, 0.0, 6)));

        assertThat(crown.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(crown.score()).isLessThan(0.5);
    }

    @Test
    void measuresTheCrownOfTheSkullWhenTheHairIsUnknown() {
        RuleResult crown =
                judge(new CrownPosition(), facts(480, 640, new GeometryFacts(240, 288, 120, 265, 495, null, 62)));

        assertThat(crown.measured()).isEqualTo(62);
    }

    @Test
    void measuresTheCrownOfTheSkullWhereTheProfileIgnoresHair() {
        Facts facts = facts(480, 640, new GeometryFacts(240, 288, 120, 265, 495, 30.0, 62));

        RuleResult crown = new CrownPosition().judge(facts, Profiles.load("icao-39794-5"));

        assertThat(crown.measured()).isEqualTo(62);
    }

    @Test
    void scoresOneHalfOnTheLimit() {
        RuleResult eyes =
                judge(new EyePosition(), facts(480, 640, new GeometryFacts(240, 300, 120, 265, 495, 62.0, 62)));

        assertThat(eyes.score()).isEqualTo(0.5);
        assertThat(eyes.outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void namesTheWorstTurnOfTheHead() {
        GeometryFacts head = new GeometryFacts(240, 288, 120, 265, 495, 62.0, 62);
        Facts facts = facts(480, 640, head).with(new Pose(3, -2, 11));

        RuleResult straight = judge(new HeadStraight(), facts);

        assertThat(straight.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(straight.measured()).isEqualTo(11);
        assertThat(straight.unit()).contains("roll");
    }

    @Test
    void countsOnlyFacesOfASizeThatMatters() {
        FaceBox large = box(100, 150, 200);
        FaceBox small = box(10, 10, 28);

        RuleResult one = judge(new OneFace(), Facts.of(new FrameFacts(480, 640, List.of(large, small))));
        RuleResult two = judge(new OneFace(), Facts.of(new FrameFacts(480, 640, List.of(large, box(300, 100, 90)))));
        RuleResult other = judge(new NoOtherPerson(), Facts.of(new FrameFacts(480, 640, List.of(large, small))));

        assertThat(one.outcome()).isEqualTo(Outcome.PASS);
        assertThat(two.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(two.measured()).isEqualTo(2);
        assertThat(other.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(other.region()).isNotNull();
    }

    /** The largest face is 200 pixels wide. */
    @ParameterizedTest
    @CsvSource({"29.9, PASS", "30, FAIL"})
    void countsAFaceOfAtLeastThreeTwentiethsOfTheLargest(double width, Outcome outcome) {
        FrameFacts frame = new FrameFacts(480, 640, List.of(box(100, 150, 200), box(10, 10, width)));

        assertThat(judge(new OneFace(), Facts.of(frame)).outcome()).isEqualTo(outcome);
    }

    /** Not to the face of the person whose picture it is. */
    @Test
    void pointsToTheOtherPerson() {
        FaceBox other = box(300, 100, 90);
        Facts two = Facts.of(new FrameFacts(480, 640, List.of(box(100, 150, 200), other)));
        Facts alone = Facts.of(new FrameFacts(480, 640, List.of(other)));
        Region place = Region.ofPixels(other.x(), other.y(), other.width(), other.height(), 480, 640);

        assertThat(judge(new OneFace(), two).region()).isEqualTo(place);
        assertThat(judge(new NoOtherPerson(), two).region()).isEqualTo(place);
        assertThat(judge(new OneFace(), alone).region()).isEqualTo(place);
        assertThat(judge(new NoOtherPerson(), alone).region()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"90, 'degrees, on its side'", "180, 'degrees, upside down'", "270, 'degrees, on its side'"})
    void saysHowAPictureLies(int degrees, String unit) {
        Facts lying = Facts.of(new FrameFacts(480, 640, List.of(box(100, 150, 200))), new TurnedFacts(degrees));

        assertThat(judge(new OneFace(), lying).unit()).isEqualTo(unit);
        assertThat(judge(new OneFace(), lying).measured()).isEqualTo(degrees);
    }

    @Test
    void showsOnlyWhatLiesInThePicture() {
        RuleResult eyes =
                judge(new EyePosition(), facts(480, 640, new GeometryFacts(400, 620, 120, 265, 820, 400.0, 395)));

        Region place = requireNonNull(eyes.region());
        assertThat(place.x() + place.width()).isEqualTo(1);
        assertThat(place.y() + place.height()).isEqualTo(1);
    }

    @Test
    void doesNotCountADoubtfulFace() {
        FaceBox large = box(100, 150, 200);
        FaceBox doubtful = new FaceBox(300, 100, 130, 170, 0.65, false, 0, 0, 0, 0);

        RuleResult one = judge(new OneFace(), Facts.of(new FrameFacts(480, 640, List.of(large, doubtful))));

        assertThat(one.outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void reportsYawPitchAndRollAndLetsTheClassifierOverruleADoubtfulPitch() {
        GeometryFacts head = new GeometryFacts(240, 288, 120, 265, 495, 62.0, 62);
        Facts doubtful = facts(480, 640, head).with(new Pose(1, 12, 0));
        Facts sure = doubtful.with(new Learned(Map.of("head-straight", 0.95)));

        RuleResult straight = judge(new HeadStraight(), sure);

        assertThat(judge(new HeadStraight(), doubtful).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(straight.outcome()).isEqualTo(Outcome.PASS);
        assertThat(straight.unit()).isEqualTo("certainty (yaw 1°, pitch 12°, roll 0°)");
        assertThat(straight.measured()).isGreaterThan(0.5).isEqualTo(straight.score());
        assertThat(straight.limit()).isEqualTo("≥ 0.5");
    }

    /** 12 degrees of pitch alone score 0.38. */
    @ParameterizedTest
    @CsvSource({"0.6, FAIL", "0.63, PASS"})
    void weighsTheClassifierAndTheMeasuredPitchAlike(double certainty, Outcome outcome) {
        Facts facts = facts(480, 640, new GeometryFacts(240, 288, 120, 265, 495, 62.0, 62))
                .with(new Pose(0, 12, 0), new Learned(Map.of("head-straight", certainty)));

        assertThat(judge(new HeadStraight(), facts).outcome()).isEqualTo(outcome);
    }

    /** Reports are read by programs too, and stored. */
    @Test
    void writesTheSameNumbersWhateverTheLocaleOfTheMachine() {
        Facts facts = facts(480, 640, new GeometryFacts(240, 288, 120, 265, 495, 62.0, 62))
                .with(new Pose(3, -2, 11));
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.of("ar", "EG"));
        try {
            assertThat(judge(new HeadStraight(), facts).unit())
                    .isEqualTo("° roll to the right (yaw 3°, pitch -2°, roll 11°)");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void failsATiltedHeadWhateverTheClassifierSays() {
        GeometryFacts head = new GeometryFacts(240, 288, 120, 265, 495, 62.0, 62);
        Facts tilted = facts(480, 640, head).with(new Pose(0, 0, 11), new Learned(Map.of("head-straight", 1.0)));

        assertThat(judge(new HeadStraight(), tilted).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void pointsNowhereWhenThePlaceLiesOutsideThePicture() {
        Facts faceAtTheBottom = facts(480, 640, new GeometryFacts(240, 600, 120, 265, 800, 380.0, 375));

        assertThat(judge(new PlainClothes(), faceAtTheBottom).region()).isNull();
        assertThat(judge(new EyePosition(), faceAtTheBottom).region()).isNotNull();
    }

    @Test
    void failsAFaceInACorner() {
        FaceBox large = box(100, 150, 200);

        RuleResult one = judge(new OneFace(), Facts.of(new FrameFacts(480, 640, List.of(large, box(400, 20, 50)))));

        assertThat(one.outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void failsAPictureWithoutAFaceAndAssessesNothingElse() {
        Facts facts = Facts.of(new FrameFacts(480, 640, List.of()));

        assertThat(judge(new OneFace(), facts).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(judge(new CrownPosition(), facts).outcome()).isEqualTo(Outcome.NOT_ASSESSED);
        assertThat(judge(new EyesOpen(), facts).outcome()).isEqualTo(Outcome.NOT_ASSESSED);
    }

    private static int nearly(double one, double other) {
        return Math.abs(one - other) < 1e-6 ? 0 : Double.compare(one, other);
    }

    private RuleResult judge(Rule rule, Facts facts) {
        return rule.judge(facts, profile);
    }

    private static FaceBox box(double x, double y, double width) {
        return new FaceBox(x, y, width, width * 1.3, 0.9, false, 0, 0, 0, 0);
    }

    private static Facts facts(int width, int height, GeometryFacts head) {
        return Facts.of(new FrameFacts(width, height, List.of(box(150, 200, 180))), head);
    }
}
