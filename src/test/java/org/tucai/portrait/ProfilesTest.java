package org.tucai.portrait;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.portrait.rule.Rules;

class ProfilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"graduation-2017", "admission-2021", "icao-39794-5"})
    void readsEveryProfileThatComesWithTheProgram(String id) {
        Profile profile = Profiles.load(id);

        assertThat(profile.id()).isEqualTo(id);
        assertThat(profile.version()).isPositive();
        assertThat(Rules.ids()).anyMatch(profile::asks);
        assertThat(profile.severity("one-face")).isEqualTo(Severity.HARD);
    }

    /** A misspelt rule would never be evaluated. */
    @ParameterizedTest
    @ValueSource(strings = {"graduation-2017", "admission-2021", "icao-39794-5"})
    void namesOnlyRulesThatExist(String id) throws IOException {
        assertThat(properties("/portrait/profile/" + id + ".properties").stringPropertyNames())
                .filteredOn(key -> key.startsWith("rule."))
                .extracting(key -> key.split("\\.", -1)[1])
                .isNotEmpty()
                .isSubsetOf(Rules.ids());
    }

    @Test
    void holdsTheFiguresOfTheGraduationStandard() {
        Profile profile = Profiles.load(Profiles.DEFAULT);

        assertThat(profile.shape().width()).isEqualTo(480);
        assertThat(profile.shape().height()).isEqualTo(640);
        assertThat(profile.min("crown-position")).isEqualTo(50);
        assertThat(profile.max("crown-position")).isEqualTo(110);
        assertThat(profile.min("eye-position")).isEqualTo(200);
        assertThat(profile.max("eye-position")).isEqualTo(300);
        assertThat(profile.min("face-width")).isEqualTo(180);
        assertThat(profile.max("face-width")).isEqualTo(300);
        assertThat(profile.backgrounds()).anySatisfy(rgb -> assertThat(rgb).containsExactly(100, 197, 255));
    }

    @ParameterizedTest
    @ValueSource(strings = {"graduation-2017", "admission-2021", "icao-39794-5"})
    void keepsTheSameContentUnderOneVersion(String id) throws IOException, NoSuchAlgorithmException {
        Properties profile = properties("/portrait/profile/" + id + ".properties");
        Properties known = properties("/portrait/profile-contents.properties");
        String name = id + "." + profile.remove("version");

        String content = sha256(new TreeMap<>(profile).toString());

        assertThat(known.getProperty(name))
                .as(
                        "%s: every report names the version. Changed content needs a new version and its line %s = %s",
                        id, name, content)
                .isEqualTo(content);
    }

    private static Properties properties(String resource) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = requireNonNull(ProfilesTest.class.getResourceAsStream(resource))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    @Test
    void refusesAnUnknownOrMalformedProfile() throws IOException {
        assertThatThrownBy(() -> Profiles.load("passport")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Profile.read("own.properties", new StringReader("id = x\nversion = 1\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("own.properties: ")
                .hasMessageEndingWith(": missing");
    }

    /** Otherwise a misspelt or impossible entry would be silently ignored. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule.sharp = strict | rule.sharp: hard, soft or off, not strict",
                "rule.sharp.min = much | rule.sharp.min: a number, not much",
                "rule.sharp.min = NaN | rule.sharp.min: a number, not NaN",
                "rule.sharp.minn = 1 | rule.sharp.minn: no such limit; this rule has only rule.sharp.max,"
                        + " rule.sharp.min",
                "rule.sharp.min.min = 1 | rule.sharp.min.min: no such limit; this rule has only rule.sharp.max,"
                        + " rule.sharp.min",
                "rule.head-straight.jaw.max = 5 | rule.head-straight.jaw.max: no such limit; this rule has only "
                        + "rule.head-straight.pitch.max, rule.head-straight.roll.max, rule.head-straight.yaw.max",
                "rule.one-face.max = 2 | rule.one-face.max: no such limit; this rule has none",
                "rule.crown-position.min = 200 | rule.crown-position.min: at most 110, the greatest value allowed, not"
                        + " 200",
                "version = new | version: a number, not new",
                "version = 1.5 | version: a whole number of at least 1, not 1.5",
                "version = 0 | version: a whole number of at least 1, not 0",
                "picture.width = 0 | picture.width: a whole number from 1 to 10000, not 0",
                "picture.height = -640 | picture.height: a whole number from 1 to 10000, not -640",
                "picture.height = 640.5 | picture.height: a whole number from 1 to 10000, not 640.5",
                "picture.dpi = 70000 | picture.dpi: a whole number from 1 to 65535, not 70000",
                "picture.wide = 480 | picture.wide: not known; a profile has background.colours, crop.eye-distance,"
                        + " crop.eye-line, crop.rotation.max, crown, file.max-bytes, file.min-quality, id, picture.dpi,"
                        + " picture.height, picture.width, version and rule.<id>",
                "crop.eye-distance = 0 | crop.eye-distance: a number from 1 to 10000, not 0",
                "crop.eye-distance = 480 | crop.eye-distance: less than picture.width (480), not 480",
                "crop.eye-line = 700 | crop.eye-line: less than picture.height (640), not 700",
                "crop.rotation.max = 90 | crop.rotation.max: a number from 0 to 45, not 90",
                "file.max-bytes = 0 | file.max-bytes: a whole number of at least 1, not 0",
                "file.min-quality = 101 | file.min-quality: a whole number from 1 to 98, not 101",
                "id = | id: a name, not nothing",
                "crown = hat | crown: hair or skull, not hat",
                "background.colours = | background.colours: at least one #RRGGBB, as rule.background-colour is not off",
                "background.colours = #blue | background.colours: #RRGGBB, not #blue",
                "background.colours = 64C5FF | background.colours: #RRGGBB, not 64C5FF",
                "background.colours = #FFF | background.colours: #RRGGBB, not #FFF"
            })
    void refusesAnInvalidEntryByName(String line, String trouble) throws IOException {
        StringWriter sound = new StringWriter();
        properties("/portrait/profile/graduation-2017.properties").store(sound, null);

        assertThat(Profile.read("own.properties", new StringReader(sound.toString()))
                        .id())
                .isEqualTo("graduation-2017");
        assertThatThrownBy(() -> Profile.read("own.properties", new StringReader(sound + line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("own.properties: " + trouble);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule.sharpp = hard", "rule.sharpp.min = 1", "rule. = hard", "rule.Sharp = hard"})
    void refusesAnUnknownRuleByName(String line) throws IOException {
        StringWriter sound = new StringWriter();
        properties("/portrait/profile/graduation-2017.properties").store(sound, null);

        assertThatThrownBy(() -> Profile.read("own.properties", new StringReader(sound + line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("own.properties: " + line.substring(0, line.indexOf(' '))
                        + ": no such rule; there are file-format, ")
                .hasMessageContaining("sharp, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#64C5FF #FFFFFF", "#64C5FF,#FFFFFF", " #64c5ff ,  #ffffff "})
    void readsColoursDividedBySpacesOrCommas(String colours) throws IOException {
        StringWriter sound = new StringWriter();
        properties("/portrait/profile/graduation-2017.properties").store(sound, null);

        Profile own = Profile.read("own", new StringReader(sound + "background.colours = " + colours));

        assertThat(own.backgrounds()).containsExactly(new int[] {100, 197, 255}, new int[] {255, 255, 255});
    }

    @Test
    void takesTheBackgroundColoursOfACampaign() {
        Profile profile = Profiles.load(Profiles.DEFAULT);

        Profile campaign = profile.withBackgroundColours(List.of(new int[] {67, 142, 219}, new int[] {0, 0, 255}));

        assertThat(campaign.backgrounds()).hasSize(2);
        assertThat(campaign.backgrounds().getFirst()).containsExactly(67, 142, 219);
        assertThat(campaign.backgrounds().getLast()).containsExactly(0, 0, 255);
        assertThat(campaign.id()).isEqualTo(profile.id());
        assertThat(campaign.max("centred")).isEqualTo(profile.max("centred"));
        assertThat(profile.backgrounds()).hasSize(4);
    }

    @Test
    void keepsItsOwnColoursWhenACampaignNamesNone() {
        Profile profile = Profiles.load(Profiles.DEFAULT);

        Profile campaign = profile.withBackgroundColours(List.of());

        assertThat(campaign.backgrounds()).hasSize(profile.backgrounds().size());
    }

    @Test
    void refusesAnImpossibleColour() {
        Profile profile = Profiles.load(Profiles.DEFAULT);

        assertThatThrownBy(() -> profile.withBackgroundColours(List.of(new int[] {1, 2, 256})))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> profile.withBackgroundColours(List.of(new int[] {1, 2})))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> profile.withBackgroundColours(List.of(new int[] {-1, 2, 3})))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
