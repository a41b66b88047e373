package org.tucai.portrait.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FileFacts;

class FileRulesTest {
    private final Profile profile = Profiles.load("graduation-2017");

    @Test
    void passesAFinishedFile() {
        Facts facts = Facts.of(new FileFacts("JPEG", 35_000, 480, 640, 3, 300, 85, false));

        assertThat(new FileFormat().judge(facts, profile).outcome()).isEqualTo(Outcome.PASS);
        assertThat(new FileSize().judge(facts, profile).outcome()).isEqualTo(Outcome.PASS);
        assertThat(new PixelSize().judge(facts, profile).outcome()).isEqualTo(Outcome.PASS);
        assertThat(new Dpi().judge(facts, profile).outcome()).isEqualTo(Outcome.PASS);
        assertThat(new ColourDepth().judge(facts, profile).outcome()).isEqualTo(Outcome.PASS);
        assertThat(new JpegQuality().judge(facts, profile).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void failsAFileThatTheStandardDoesNotAllow() {
        Facts facts = Facts.of(new FileFacts("PNG", 900_000, 600, 800, 1, 0, 0, false));

        assertThat(new FileFormat().judge(facts, profile).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(new FileSize().judge(facts, profile).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(new PixelSize().judge(facts, profile).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(new ColourDepth().judge(facts, profile).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(new JpegQuality().judge(facts, profile).outcome()).isEqualTo(Outcome.NOT_ASSESSED);
    }

    @Test
    void takesTheLimitsFromTheProfile() {
        Profile admission = Profiles.load("admission-2021");
        Facts facts = Facts.of(new FileFacts("JPEG", 20_000, 295, 413, 3, 0, 85, false));

        assertThat(new PixelSize().judge(facts, admission).outcome()).isEqualTo(Outcome.PASS);
        assertThat(new PixelSize().judge(facts, profile).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(new PixelSize().judge(facts, admission).limit()).isEqualTo("90..480 x any");
        assertThat(new PixelSize().judge(facts, Profiles.load("icao-39794-5")).limit())
                .isEqualTo("≥ 240 x ≥ 320");
    }

    @Test
    void namesTheSideThatIsWrong() {
        Facts low = Facts.of(new FileFacts("JPEG", 35_000, 480, 600, 3, 300, 85, false));

        RuleResult size = new PixelSize().judge(low, profile);

        assertThat(size.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(size.measured()).isEqualTo(600);
        assertThat(size.limit()).isEqualTo("640");
        assertThat(size.unit()).isEqualTo("px, height");
    }
}
