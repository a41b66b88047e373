package org.tucai.portrait.rule;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.RuleTexts;
import org.tucai.portrait.Severity;
import org.tucai.portrait.face.BackgroundFacts;
import org.tucai.portrait.face.ClothesFacts;
import org.tucai.portrait.face.CoverFacts;
import org.tucai.portrait.face.DetailFacts;
import org.tucai.portrait.face.Evenness;
import org.tucai.portrait.face.EyeShape;
import org.tucai.portrait.face.FaceBox;
import org.tucai.portrait.face.FaceShape;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FileFacts;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.InsetFacts;
import org.tucai.portrait.face.Learned;
import org.tucai.portrait.face.LightFacts;
import org.tucai.portrait.face.MouthFacts;
import org.tucai.portrait.face.OriginFacts;
import org.tucai.portrait.face.Pose;
import org.tucai.portrait.face.TurnedFacts;

/** The texts people read about a broken rule: every way of breaking it has one, and no text is left over. */
class RuleWordsTest {
    private static final Facts HEAD =
            Facts.of(new FrameFacts(480, 640, List.of()), new GeometryFacts(240, 288, 120, 265, 495, 62.0, 62));
    private static final LightFacts EVEN = new LightFacts(0.1, 0.3, 2, 0.3, 60, 35, 0, 0, 0, 92, 8, 70, 45, 20);

    /** Of rules that are broken in one way only. */
    private static final List<String> OTHER_UNITS = List.of(
            "of the face",
            "of 100",
            "share of skin",
            "share of hair",
            "share covered",
            "share",
            "chroma",
            "a*b* of colours",
            "grey levels",
            "L*",
            "ΔE00",
            "eyes to chin",
            "redness",
            "fine detail",
            "KB",
            "px, height",
            "certainty");

    private final Profile profile = Profiles.load(Profiles.DEFAULT);
    private final RuleTexts chinese = RuleTexts.of(Locale.CHINESE);
    private final RuleTexts english = RuleTexts.of(Locale.ENGLISH);

    @Test
    void everyWayOfBreakingARuleHasItsOwnText() throws IOException {
        List<RuleResult> ways = Stream.of(files(), places(), poses(), faces(), lights(), origins())
                .flatMap(List::stream)
                .toList();
        Set<String> rules = ways.stream().map(RuleResult::rule).collect(Collectors.toSet());

        assertThat(ways).allMatch(result -> result.outcome() == Outcome.FAIL);
        assertThat(ways)
                .extracting(result -> chinese.wrong(result.rule(), result.way()))
                .as("every way that has words of its own, none of them twice")
                .containsExactlyInAnyOrderElementsOf(words("zh", ".wrong", rules));
        assertThat(ways)
                .extracting(result -> chinese.advice(result.rule(), result.way()))
                .as("every advice")
                .containsAll(words("zh", ".advice", rules));
    }

    private List<RuleResult> files() {
        return List.of(
                judged(new FileSize(), file(9_000, 480, 640, 3, 300)),
                judged(new FileSize(), file(900_000, 480, 640, 3, 300)),
                judged(new PixelSize(), file(35_000, 240, 320, 3, 300)),
                judged(new PixelSize(), file(35_000, 480, 800, 3, 300)),
                judged(new Dpi(), file(35_000, 480, 640, 3, 72)),
                judged(new Dpi(), file(35_000, 480, 640, 3, 600)),
                judged(new ColourDepth(), file(35_000, 480, 640, 1, 300)),
                judged(new ColourDepth(), file(35_000, 480, 640, 4, 300)));
    }

    private List<RuleResult> places() {
        return List.of(
                judged(new CrownPosition(), head(240, 288, 120, 265, 20)),
                judged(new CrownPosition(), head(240, 288, 120, 265, 140)),
                missing("crown-position", ""),
                judged(new EyePosition(), head(240, 180, 120, 265, 62)),
                judged(new EyePosition(), head(240, 320, 120, 265, 62)),
                missing("eye-position", ""),
                judged(new FaceWidth(), head(240, 288, 70, 155, 62)),
                judged(new FaceWidth(), head(240, 288, 150, 331, 62)),
                missing("face-width", ""),
                judged(new Centred(), head(200, 288, 120, 265, 62)),
                judged(new Centred(), head(280, 288, 120, 265, 62)),
                missing("centred", " on the left"),
                missing("centred", " on the right"),
                ofAnEarlierReport("centred", "≤ 24", "px"),
                judged(new EyeDistance(), head(240, 288, 70, 155, 62)),
                missing("eye-distance", ""));
    }

    private List<RuleResult> poses() {
        return List.of(
                judged(new HeadStraight(), new Pose(-15, 0, 0)),
                judged(new HeadStraight(), new Pose(15, 0, 0)),
                judged(new HeadStraight(), new Pose(0, -20, 0)),
                judged(new HeadStraight(), new Pose(0, 20, 0)),
                judged(new HeadStraight(), new Pose(0, 0, -15)),
                judged(new HeadStraight(), new Pose(0, 0, 15)),
                judged(new HeadStraight(), new Pose(5, 0, 0), new Learned(Map.of("head-straight", 0.0))),
                judged(new ShouldersLevel(), shoulders(-20)),
                judged(new ShouldersLevel(), shoulders(20)),
                ofAnEarlierReport("shoulders-level", "≤ 12", "°"));
    }

    private List<RuleResult> faces() {
        FaceBox face = new FaceBox(150, 200, 180, 230, 0.9, false, 0, 0, 0, 0);
        FaceBox another = new FaceBox(20, 20, 120, 150, 0.9, false, 0, 0, 0, 0);
        return List.of(
                judged(new OneFace()),
                judged(new OneFace(), new FrameFacts(480, 640, List.of(face, another))),
                judged(new OneFace(), new FrameFacts(480, 640, List.of(face)), new TurnedFacts(90)),
                judged(new OneFace(), new FrameFacts(480, 640, List.of(face)), new TurnedFacts(180)),
                judged(new MouthClosed(), new MouthFacts(0.12, 0.45, 0)),
                judged(new MouthClosed(), new CoverFacts(0.4, 0.9, 3, 0)),
                judged(new MouthClosed(), new CoverFacts(3, 0.9, 3, 0), new Learned(Map.of(Learned.MOUTH_SEEN, 0.1))),
                judged(new EyesUnobstructed(), new Learned(Map.of("eyes-unobstructed", 0.1))),
                judged(new EyesUnobstructed(), new Learned(Map.of("eyes-unobstructed", 0.9, Learned.EYES_SEEN, 0.1))),
                judged(new EyesUnobstructed(), new CoverFacts(3, 0.2, 40, 0.05), new Pose(2, 0, 0)));
    }

    private List<RuleResult> lights() {
        return List.of(
                judged(new PlainBackground(), background(new Evenness(9, 3, 1))),
                judged(new PlainBackground(), background(new Evenness(1, 60, 1))),
                judged(new Exposure(), new LightFacts(0.1, 0.3, 2, 0.3, 20, 35, 0, 0, 0, 40, 2, 36, 45, 20)),
                judged(new Exposure(), new LightFacts(0.1, 0.3, 2, 0.3, 12, 15, 0, 0, 0, 99, 4, 18, 45, 12)),
                judged(new Exposure(), new LightFacts(0, 0, 0, 0, 96, 30, 0, 0, 0, 98, 20, 97, 45, 20)),
                judged(new Exposure(), new LightFacts(0, 0, 0, 0, 60, 30, 0, 0.3, 0.1, 98, 0, 97, 45, 20)),
                judged(new Exposure(), new LightFacts(0, 0, 0, 0, 60, 30, 0, 0.1, 0.3, 98, 0, 97, 45, 20)),
                judged(new NaturalColour(), skin(-60, 20)),
                judged(new NaturalColour(), skin(120, 20)),
                judged(new NaturalColour(), skin(45, 0)),
                judged(new NaturalColour(), skin(45, 90)));
    }

    private static BackgroundFacts background(Evenness wall) {
        return new BackgroundFacts(0.4, 80, 0, 0, wall, wall, 1, 0, 0);
    }

    private List<RuleResult> origins() {
        DetailFacts textured = new DetailFacts(0, 0, 0, 0, 0, 1);
        DetailFacts smooth = new DetailFacts(0, 0, 0, 0, 0, 0.1);
        Pose frontal = new Pose(0, 0, 0);
        MouthFacts closed = new MouthFacts(0.01, 0.45, 0);
        return List.of(
                judged(new NotAPhotoOfAPhoto(), new OriginFacts(9, 0, 0, 0, 0, 0, 0)),
                judged(new NotAPhotoOfAPhoto(), new OriginFacts(1, 0, 0, 0, 0, 0, 0), new InsetFacts(60, 80, 360, 480)),
                judged(new NotAPhotoOfAPhoto(), new OriginFacts(1, 1, 0, 0, 0, 0, 0)),
                judged(new NotAPhotoOfAPhoto(), new OriginFacts(1, 0, 9, 20, 20, 100, 12)),
                judged(new NotRetouched(), smooth, EVEN),
                judged(new NotRetouched(), textured, EVEN, face(150, 120), frontal, closed),
                judged(new NotRetouched(), textured, EVEN, face(150, 300), frontal, closed));
    }

    private RuleResult judged(Rule rule, Record... facts) {
        return rule.judge(HEAD.with(facts), profile);
    }

    /** The result of a rule that prevents a crop. */
    private static RuleResult missing(String rule, String where) {
        return new RuleResult(rule, Outcome.FAIL, Severity.HARD, 0, 12.0, "0", "px missing" + where, null);
    }

    /** As in stored reports from before the side was recorded. */
    private static RuleResult ofAnEarlierReport(String rule, String limit, String unit) {
        return new RuleResult(rule, Outcome.FAIL, Severity.SOFT, 0, 40.0, limit, unit, null);
    }

    private static FileFacts file(int bytes, int width, int height, int channels, int dpi) {
        return new FileFacts("JPEG", bytes, width, height, channels, dpi, 85, false);
    }

    private static GeometryFacts head(double x, double y, double eyes, double width, double crown) {
        return new GeometryFacts(x, y, eyes, width, y + 1.73 * eyes, crown, crown);
    }

    private static ClothesFacts shoulders(double slope) {
        return new ClothesFacts(50, 0, 0, 1, 1, 1, slope);
    }

    private static LightFacts skin(double hue, double chroma) {
        return new LightFacts(0.1, 0.3, 2, 0.3, 60, 35, 0, 0, 0, 92, 8, 70, hue, chroma);
    }

    private static FaceShape face(int width, int length) {
        float[] points = new float[468 * 3];
        points[3 * 152 + 1] = length;
        points[3 * 454] = width;
        EyeShape eye = new EyeShape(new float[142], new float[10]);
        return new FaceShape(points, 1, eye, eye);
    }

    /** The texts of this kind for these rules. */
    private static List<String> words(String language, String kind, Set<String> rules) throws IOException {
        Properties texts = texts(language);
        return texts.stringPropertyNames().stream()
                .filter(key -> rules.stream().anyMatch(rule -> isOf(key, rule + kind)))
                .map(texts::getProperty)
                .toList();
    }

    private static boolean isOf(String key, String beginning) {
        return key.equals(beginning) || key.startsWith(beginning + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"graduation-2017", "admission-2021", "icao-39794-5"})
    void everyTwoSidedLimitHasATextForEitherSide(String id) throws IOException {
        Set<String> limits =
                properties("/portrait/profile/" + id + ".properties").stringPropertyNames();
        Set<String> keys = texts("zh").stringPropertyNames();

        List<String> twoSided = limits.stream()
                .filter(key -> key.endsWith(".min") && limits.contains(key.replaceAll("min$", "max")))
                .filter(key -> !key.startsWith("rule.natural-colour.chroma.")) // its units name the side
                .map(key -> key.split("\\.", -1)[1])
                .toList();

        assertThat(twoSided)
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(keys)
                        .anyMatch(key -> key.startsWith(rule + ".wrong.") && key.endsWith("below"))
                        .anyMatch(key -> key.startsWith(rule + ".wrong.") && key.endsWith("above")));
    }

    /** A rule with a text for each way of breaking it needs no general one. */
    @Test
    void hasWordsForEveryRule() throws IOException {
        Properties zh = texts("zh");

        assertThat(texts("en").stringPropertyNames()).isEqualTo(zh.stringPropertyNames());
        for (String rule : Rules.ids()) {
            assertThat(chinese.name(rule)).isNotBlank();
            assertThat(english.name(rule)).isNotBlank();
            assertThat(zh.stringPropertyNames())
                    .anyMatch(key -> isOf(key, rule + ".wrong"))
                    .anyMatch(key -> isOf(key, rule + ".advice"));
        }
    }

    @Test
    void saysTheDirectionAsSeenInThePicture() {
        RuleResult left = judged(new Centred(), head(200, 288, 120, 265, 62));
        RuleResult turned = judged(new HeadStraight(), new Pose(-15, 0, 0));
        RuleResult raised = judged(new HeadStraight(), new Pose(0, -20, 0));
        RuleResult lower = judged(new ShouldersLevel(), shoulders(20));

        assertThat(chinese.wrong("centred", left.way())).isEqualTo("脸在照片中偏左。");
        assertThat(english.advice("centred", left.way())).contains("to the right in the picture");
        assertThat(chinese.wrong("head-straight", turned.way())).isEqualTo("脸转向了照片的左边。");
        assertThat(chinese.wrong("head-straight", raised.way())).isEqualTo("头抬得太高。");
        assertThat(chinese.wrong("shoulders-level", lower.way())).isEqualTo("照片中右边的肩膀偏低。");
    }

    @Test
    void aLongListOfUnjudgedRulesNamesTheFirstAndCountsAll() {
        assertThat(chinese.open(List.of("hair-area"))).isEqualTo("以下项目系统无法自动判断，将由审核人员查看：头发面积。");
        assertThat(english.open(List.of("hair-area", "sharp"))).endsWith(": Hair area, Sharpness.");
        assertThat(chinese.open(Rules.ids().subList(0, 5))).endsWith("：文件格式、文件大小、像素尺寸、打印分辨率、色彩。");
        assertThat(chinese.open(Rules.ids())).endsWith("：文件格式、文件大小、像素尺寸、打印分辨率、色彩等 49 项。");
    }

    @Test
    void everyUnitIsInChineseExceptForSigns() throws IOException {
        Set<String> signs = Set.of("px", "KB", "dpi", "°", "L*", "ΔE00", "JPEG");
        Stream<String> written = Stream.of(files(), places(), poses(), faces(), lights(), origins())
                .flatMap(List::stream)
                .map(RuleResult::unit)
                .filter(Objects::nonNull);
        List<String> units =
                Stream.concat(written, OTHER_UNITS.stream()).distinct().toList();

        Properties texts = properties("/portrait/units_zh.properties");
        for (String key : texts.stringPropertyNames()) {
            assertThat(units.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
                    .as("a unit that no rule writes")
                    .contains(key);
        }
        for (String unit : units) {
            String shown = chinese.unit(unit);

            assertThat(english.unit(unit)).isEqualTo(unit);
            assertThat(signs.contains(shown) || shown.codePoints().anyMatch(Character::isIdeographic))
                    .as("%s: %s", unit, shown)
                    .isTrue();
        }
        assertThat(chinese.unit("° yaw to the left (yaw -15°, pitch 2°, roll 0°)"))
                .isEqualTo("°，脸转向左边（左右转 -15°，俯仰 2°，歪头 0°）");
    }

    private static Properties texts(String language) throws IOException {
        return properties("/portrait/texts_" + language + ".properties");
    }

    private static Properties properties(String resource) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = requireNonNull(RuleTexts.class.getResourceAsStream(resource))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
