package org.tucai.portrait;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** What people read about a rule, in Chinese or English: its name, what is wrong, what to do about it. */
public final class RuleTexts {
    private static final RuleTexts CHINESE = new RuleTexts("zh");
    private static final RuleTexts ENGLISH = new RuleTexts("en");

    /** The most rules that one sentence names. */
    private static final int MOST_NAMES = 5;

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

    /** What is wrong when the rule is broken in this way: one sentence. */
    public String wrong(String rule, Way way) {
        return text(rule + ".wrong", way);
    }

    /** What to do about it: one sentence. */
    public String advice(String rule, Way way) {
        return text(rule + ".advice", way);
    }

    /**
     * Says that a person will look at what could not be judged: one sentence, which names only the first few of many rules.
     *
     * @param rules those that could not be judged, at least one
     */
    public String open(List<String> rules) {
        String names =
                rules.stream().limit(MOST_NAMES).map(this::name).collect(Collectors.joining(text("open.between")));
        String all = rules.size() <= MOST_NAMES
                ? names
                : text("open.many").replace("{names}", names).replace("{count}", Integer.toString(rules.size()));
        return text("open").replace("{rules}", all);
    }

    /** The most specific text there is for this way. */
    private String text(String key, Way way) {
        return way.names().stream()
                .map(name -> texts.getProperty(key + "." + name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> text(key));
    }

    private String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return text;
    }
}
