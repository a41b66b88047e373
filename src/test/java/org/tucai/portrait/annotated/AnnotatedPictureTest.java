package org.tucai.portrait.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.drawn.DrawnPortrait;
import org.tucai.portrait.rule.Rules;

class AnnotatedPictureTest {

    @Test
    void setsThePhotoBesideTheWords() throws UnreadablePicture, IOException {
        Profile profile = Profiles.load(Profiles.DEFAULT);
        byte[] photo = DrawnPortrait.jpeg(0);
        try (PortraitEngine engine = PortraitEngine.openReduced()) {
            byte[] png = AnnotatedPicture.png(photo, engine.examine(photo, profile), profile, Locale.ENGLISH);

            BufferedImage sheet = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(sheet.getHeight()).isEqualTo(960);
            assertThat(sheet.getWidth()).isEqualTo(720 + 560);
        }
    }

    @Test
    void hasEveryLetterOfEveryTextInItsOwnFont() {
        for (Locale locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            Lettering lettering = Lettering.of(locale);
            for (String rule : Rules.ids()) {
                String words = lettering.texts().name(rule)
                        + lettering.texts().wrong(rule)
                        + lettering.texts().advice(rule);

                assertThat(lettering.font().canDisplayUpTo(words)).as(words).isEqualTo(-1);
            }
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
}
