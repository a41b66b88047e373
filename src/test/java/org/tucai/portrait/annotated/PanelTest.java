package org.tucai.portrait.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.PortraitReport;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.Region;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.Severity;
import org.tucai.testing.NeedsFonts;

/** The words beside a photo, above those of the foot. */
@NeedsFonts
class PanelTest {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 960;
    private static final int ABOVE_THE_FOOT = 880;
    private static final Color PALE = new Color(110, 117, 124);

    private final BufferedImage panel = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);

    /** Whoever reads only what is wrong does not know what to do. */
    @Test
    void adviceStandsBelowEachComplaint() {
        long one = count(draw(broken(Severity.SOFT, null)), PALE);
        long two = count(draw(broken(Severity.SOFT, null), broken(Severity.SOFT, null)), PALE);

        assertThat(one).isPositive();
        assertThat(two).isEqualTo(2 * one);
    }

    /** A disc stands for a number in the photo too, a ring for one that is only here. */
    @Test
    void aComplaintWithoutAPlaceHasARing() {
        long ring = count(draw(broken(Severity.SOFT, null)), Overlay.SOFT);
        long disc = count(draw(broken(Severity.SOFT, new Region(0, 0, 1, 1))), Overlay.SOFT);

        assertThat(disc).isGreaterThan(ring + 150);
    }

    private static RuleResult broken(Severity severity, @Nullable Region place) {
        return new RuleResult("sharp", Outcome.FAIL, severity, 0, -3.0, "≥ -1.95", "fine detail", place);
    }

    private BufferedImage draw(RuleResult... complaints) {
        PortraitReport report = PortraitReport.of(Profiles.load(Profiles.DEFAULT), "full", List.of(complaints), 0);
        Graphics2D g = panel.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        new Panel(g, WIDTH, HEIGHT, Lettering.of(Locale.CHINESE)).draw(report, List.of(complaints));
        g.dispose();
        return panel;
    }

    private static long count(BufferedImage panel, Color colour) {
        return Arrays.stream(panel.getRGB(0, 100, WIDTH, ABOVE_THE_FOOT - 100, null, 0, WIDTH))
                .filter(rgb -> new Color(rgb).equals(colour))
                .count();
    }
}
