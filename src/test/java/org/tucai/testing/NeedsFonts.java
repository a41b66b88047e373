package org.tucai.testing;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** A test that draws text, for which Java uses libraries of the operating system; skipped on a machine without them. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "org.tucai.testing.NeedsFonts$Here#areThere",
        disabledReason = "Java finds no font library on this machine: install fontconfig")
public @interface NeedsFonts {
    /** Whether text can be drawn here. */
    final class Here {
        private Here() {}

        static boolean areThere() {
            try {
                new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                        .createGraphics()
                        .getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                        .stringWidth("a");
                return true;
            } catch (RuntimeException | LinkageError | InternalError e) { // whatever Java makes of a missing library
                return false;
            }
        }
    }
}
