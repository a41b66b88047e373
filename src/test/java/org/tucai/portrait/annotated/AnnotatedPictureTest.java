package org.tucai.portrait.annotated;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.Examination;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.PortraitReport;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.RuleTexts;
import org.tucai.portrait.Severity;
import org.tucai.portrait.Way;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.rule.Rules;
import org.tucai.testing.Drawings;
import org.tucai.testing.NeedsFonts;

@NeedsFonts
class AnnotatedPictureTest {

    @Test
    void placesThePhotoBesideTheText() throws UnreadablePicture, IOException {
        Profile profile = Profiles.load(Profiles.DEFAULT);
        byte[] photo = Drawings.portrait(0);
        try (PortraitEngine engine = PortraitEngine.openReduced()) {
            byte[] png = AnnotatedPicture.png(photo, engine.examine(photo, profile), profile, Locale.ENGLISH);

            BufferedImage sheet = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(sheet.getHeight()).isEqualTo(960);
            assertThat(sheet.getWidth()).isEqualTo(720 + 560);
        }
    }

    @Test
    void drawsNothingOutsideThePhotoForAFaceAtItsEdge() throws UnreadablePicture, IOException {
        Facts facts =
                Facts.of(new FrameFacts(480, 640, List.of()), new GeometryFacts(470, 320, 120, 265, 500, 150.0, 95));

        BufferedImage sheet = drawn(List.of(), facts);

        assertThat(inked(sheet, 720, 130, 760, 960 - 40)).isZero();
    }

    @Test
    void marksTheCrownOfTheSkullWhereTheProfileIgnoresHair() throws UnreadablePicture, IOException {
        Profile skull = Profiles.load("icao-39794-5");
        Facts haired =
                Facts.of(new FrameFacts(480, 640, List.of()), new GeometryFacts(240, 288, 120, 265, 495, 30.0, 62));
        Facts bald =
                Facts.of(new FrameFacts(480, 640, List.of()), new GeometryFacts(240, 288, 120, 265, 495, null, 62));

        assertThat(photo(drawn(skull, List.of(), haired))).isEqualTo(photo(drawn(skull, List.of(), bald)));
    }

    private static int[] photo(BufferedImage sheet) {
        return sheet.getRGB(0, 0, 720, 960, null, 0, 720);
    }

    /** Ten complaints with the longest texts, and as many unjudged rules as the footer has room for. */
    @Test
    void theLongestComplaintsDoNotReachTheFooter() throws UnreadablePicture, IOException {
        RuleTexts texts = RuleTexts.of(Locale.ENGLISH);
        List<String> longest = Rules.ids().stream()
                .sorted(Comparator.comparingInt(rule -> -words(texts, rule).length()))
                .toList();
        List<RuleResult> open = longest.subList(26, 49).stream()
                .map(rule -> result(rule, Outcome.NOT_ASSESSED))
                .toList();
        List<RuleResult> all = new ArrayList<>(open);
        longest.subList(0, 10).forEach(rule -> all.add(result(rule, Outcome.FAIL)));

        int[] foot = foot(drawn(all, Facts.of()));

        assertThat(foot).isEqualTo(foot(drawn(open, Facts.of())));
    }

    private static String words(RuleTexts texts, String rule) {
        Way way = result(rule, Outcome.FAIL).way();
        return texts.wrong(rule, way) + texts.advice(rule, way);
    }

    /** The bottom four lines beside the photo. */
    private static int[] foot(BufferedImage sheet) {
        return sheet.getRGB(720, 880, 560, 80, null, 0, 560);
    }

    @Test
    void namesTheUnjudgedRulesWhereNoneIsBroken() throws UnreadablePicture, IOException {
        BufferedImage met = drawn(List.of(result("sharp", Outcome.PASS)), Facts.of());
        BufferedImage open = drawn(List.of(result("sharp", Outcome.NOT_ASSESSED)), Facts.of());

        assertThat(inked(met, 720, 90, 1280, 140)).isZero();
        assertThat(inked(open, 720, 90, 1280, 140)).isPositive();
    }

    @Test
    void countsTheUnjudgedRulesItHasNoRoomToName() {
        PortraitReport nothingJudged = PortraitReport.of(
                Profiles.load(Profiles.DEFAULT),
                "full",
                Rules.ids().stream()
                        .map(rule -> result(rule, Outcome.NOT_ASSESSED))
                        .toList(),
                0);
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY).createGraphics();

        assertThat(new Panel(g, 560, 960, Lettering.of(Locale.CHINESE)).foot(nothingJudged))
                .containsExactly("已通过 0 项检查。另有 " + Rules.ids().size() + " 项未能自动判断。");
    }

    @Test
    void saysOneCheckInTheSingular() {
        PortraitReport one =
                PortraitReport.of(Profiles.load(Profiles.DEFAULT), "full", List.of(result("sharp", Outcome.PASS)), 0);
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY).createGraphics();

        assertThat(new Panel(g, 560, 960, Lettering.of(Locale.ENGLISH)).foot(one))
                .containsExactly("1 check passed.");
    }

    @Test
    void drawsTheGuideLinesOnlyOverACroppedPhoto() throws UnreadablePicture, IOException {
        RuleResult wide = new RuleResult("face-width", Outcome.FAIL, Severity.HARD, 0, 310.0, "180..300", "px", null);
        RuleResult uncut = new RuleResult("face-width", Outcome.FAIL, Severity.HARD, 0, 40.0, "0", "px missing", null);

        assertThat(lines(drawn(List.of(wide), Facts.of()))).isPositive();
        assertThat(lines(drawn(List.of(uncut), Facts.of()))).isZero();
    }

    @Test
    void drawsNoGuideLinesForAnUnjudgedRule() throws UnreadablePicture, IOException {
        RuleResult crowd = new RuleResult("one-face", Outcome.FAIL, Severity.HARD, 0, 2.0, "1", "faces", null);
        RuleResult open = result("crown-position", Outcome.NOT_ASSESSED);

        assertThat(lines(drawn(List.of(crowd, open), Facts.of()))).isZero();
    }

    private static long lines(BufferedImage sheet) {
        return Arrays.stream(photo(sheet))
                .filter(rgb -> (rgb & 0xFFFFFF) == 0x009688)
                .count();
    }

    private static RuleResult result(String rule, Outcome outcome) {
        return new RuleResult(rule, outcome, Severity.SOFT, 0, 0.0, "1", "face", null);
    }

    private static BufferedImage drawn(List<RuleResult> results, Facts facts) throws UnreadablePicture, IOException {
        return drawn(Profiles.load(Profiles.DEFAULT), results, facts);
    }

    private static BufferedImage drawn(Profile profile, List<RuleResult> results, Facts facts)
            throws UnreadablePicture, IOException {
        PortraitReport report = PortraitReport.of(profile, "full", results, 0);
        byte[] png =
                AnnotatedPicture.png(Drawings.portrait(0), new Examination(report, facts), profile, Locale.ENGLISH);
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** Number of pixels in this part of the sheet that are not white. */
    private static long inked(BufferedImage sheet, int left, int top, int right, int bottom) {
        int[] points = sheet.getRGB(left, top, right - left, bottom - top, null, 0, right - left);
        return Arrays.stream(points).filter(rgb -> (rgb & 0xFFFFFF) != 0xFFFFFF).count();
    }

    @Test
    void hasEveryLetterOfEveryTextInItsOwnFont() throws IOException {
        for (Locale locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            Lettering lettering = Lettering.of(locale);
            Properties texts = new Properties();
            String resource = "/portrait/texts_" + lettering.texts().language() + ".properties";
            try (InputStream in = requireNonNull(RuleTexts.class.getResourceAsStream(resource))) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }

            assertThat(texts.values())
                    .isNotEmpty()
                    .allSatisfy(words -> assertThat(lettering.font().canDisplayUpTo(words.toString()))
                            .isEqualTo(-1));
        }
        assertThat(Lettering.of(Locale.CHINESE).chinese()).isTrue();
    }

    @Test
    void breaksEnglishBetweenWords() {
        Lettering lettering = Lettering.of(Locale.ENGLISH);
        var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY).createGraphics();
        graphics.setFont(lettering.size(12));

        var lines = lettering.lines("Stand before a plain wall without any pattern", graphics.getFontMetrics(), 120);

        assertThat(lines)
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(line).doesNotStartWith(" "));
        assertThat(String.join(" ", lines)).isEqualTo("Stand before a plain wall without any pattern");
    }

    @Test
    void leavesNoChineseCharacterAloneInTheLastLine() {
        Lettering lettering = Lettering.of(Locale.CHINESE);
        var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY).createGraphics();
        graphics.setFont(lettering.size(16));

        var lines = lettering.lines("请让光线均匀照在墙上。", graphics.getFontMetrics(), 9 * 16);

        assertThat(lines).containsExactly("请让光线均匀照", "在墙上。");
    }
}
