package org.tucai.portrait;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What people read about a rule, in Chinese or English: its name, what is wrong, what to do about it. */
public final class RuleTexts {
    private static final RuleTexts CHINESE = new RuleTexts("zh");
    private static final RuleTexts ENGLISH = new RuleTexts("en");
    private final Properties texts = new Properties();
    private final String language;

    private RuleTexts(String language) {
        this.language = language;
        String resource = "/portrait/texts_" + language + ".properties";
        try (InputStream in = RuleTexts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its texts " + resource);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** English for English locales, Chinese for all others. */
    public static RuleTexts of(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : CHINESE;
    }

    /** {@code zh} or {@code en}. */
    public String language() {
        return language;
    }

    /** A short name of the rule. */
    public String name(String rule) {
        return text(rule + ".name");
    }

    /** What is wrong when the rule is broken: one sentence. */
    public String wrong(String rule) {
        return text(rule + ".wrong");
    }

    /** What to do about it: one sentence. */
    public String advice(String rule) {
        return text(rule + ".advice");
    }

    /**
     * What is wrong, as exactly as it is known: some rules are broken in several ways, and the unit of the result tells which.
     *
     * @param unit of the result, null where it has none
     */
    public String wrong(String rule, @Nullable String unit) {
        return texts.getProperty(rule + ".wrong." + way(unit), wrong(rule));
    }

    /** What to do about it, likewise. */
    public String advice(String rule, @Nullable String unit) {
        return texts.getProperty(rule + ".advice." + way(unit), advice(rule));
    }

    /** A unit as it stands in the names of texts. */
    private static String way(@Nullable String unit) {
        return unit == null ? "" : unit.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return text;
    }
}
