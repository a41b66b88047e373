package org.tucai.portrait.annotated;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tucai.portrait.RuleTexts;

/**
 * The font and the language of the words. The font comes with the program (WenQuanYi Micro Hei, cut down to Latin letters and
 * the usual 3755 characters of GB 2312), so that a drawing looks alike on every machine, one without any Chinese font included.
 */
record Lettering(Font font, RuleTexts texts) {
    /** Where a Chinese line may break: not before a closing mark and not after an opening one. */
    private static final String BREAK = "(?<![（《“])(?![，。、；：！？）》”])";

    /** One character and its mark. */
    private static final int LONELY = 2;

    private static final String HEI = "/portrait/annotated/hei.ttf";

    private static volatile @Nullable Font hei;

    /** @throws NoFontLibrary where Java cannot draw any text */
    static Lettering of(Locale locale) {
        Font read = hei;
        if (read == null) {
            read = read();
            hei = read;
        }
        return new Lettering(read, RuleTexts.of(locale));
    }

    private static Font read() {
        try (InputStream in = Lettering.class.getResourceAsStream(HEI)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its font " + HEI);
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Font read(InputStream font) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, font);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the program's font cannot be read", e);
        } catch (IOException e) { // Java wraps even a missing native library in one
            throw new NoFontLibrary(e);
        }
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

    /**
     * Breaks a text into lines of at most a width: Chinese between characters, English between words. A last line of a single Chinese
     * character is avoided where the lines before it can spare some.
     */
    List<String> lines(String text, FontMetrics metrics, int width) {
        List<String> lines = filled(text, metrics, width);
        if (!chinese() || lines.size() == 1 || lines.getLast().length() > LONELY) {
            return lines;
        }
        List<String> shorter = filled(text, metrics, width - 2 * metrics.stringWidth("字"));
        return shorter.size() == lines.size() ? shorter : lines;
    }

    private List<String> filled(String text, FontMetrics metrics, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : chinese() ? text.split(BREAK, -1) : text.split("(?<= )", -1)) {
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
