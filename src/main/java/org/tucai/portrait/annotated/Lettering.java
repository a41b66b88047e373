package org.tucai.portrait.annotated;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tucai.portrait.RuleTexts;

/** The font and the language that goes with it: Chinese needs a font that has it, else the words are English. */
record Lettering(Font font, RuleTexts texts) {
    private static final String SAMPLE = "毕业照片眼睛头发背景";

    static Lettering of(Locale locale) {
        if (!locale.getLanguage().equals("en")) {
            for (Font font : GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()) {
                if (font.canDisplayUpTo(SAMPLE) < 0) {
                    return new Lettering(font, RuleTexts.of(Locale.CHINESE));
                }
            }
        }
        return new Lettering(new Font(Font.SANS_SERIF, Font.PLAIN, 12), RuleTexts.of(Locale.ENGLISH));
    }

    Font size(double points) {
        return font.deriveFont((float) points);
    }

    Font bold(double points) {
        return font.deriveFont(Font.BOLD, (float) points);
    }

    boolean chinese() {
        return texts.language().equals("zh");
    }

    String pick(String zh, String en) {
        return chinese() ? zh : en;
    }

    /** Broken into lines of at most a width: Chinese between any two characters, English between words. */
    List<String> lines(String text, FontMetrics metrics, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : chinese() ? text.split("", -1) : text.split("(?<= )", -1)) {
            if (metrics.stringWidth(line + piece.stripTrailing()) > width && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
