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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people read about a rule, in Chinese or English: its name, what is wrong, what to do about it. */
public final class RuleTexts {
    private static final RuleTexts CHINESE = new RuleTexts("zh", true);
    private static final RuleTexts ENGLISH = new RuleTexts("en", false);

    /** The most rules that one sentence names. */
    private static final int MOST_NAMES = 5;

    private static final Pattern WORD = Pattern.compile("[a-z]+");

    private final Properties texts;
    private final Properties units;
    private final String language;

    private RuleTexts(String language, boolean unitsTranslated) {
        this.language = language;
        this.texts = read("/portrait/texts_" + language + ".properties");
        this.units = unitsTranslated ? read("/portrait/units_" + language + ".properties") : new Properties();
    }

    private static Properties read(String resource) {
        Properties texts = new Properties();
        try (InputStream in = RuleTexts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its texts " + resource);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
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

    /** The unit of a result, written by the rules in English, as readers see it: words translated, signs as they are. */
    public String unit(String unit) {
        int brackets = unit.indexOf(" (");
        String head = brackets < 0 ? unit : unit.substring(0, brackets);
        String rest = brackets < 0 ? "" : unit.substring(brackets);
        String words = WORD.matcher(rest).replaceAll(word -> units.getProperty(word.group(), word.group()));
        return units.getProperty(Way.key(head), head) + (units.isEmpty() ? words : chinesePunctuation(words));
    }

    private static String chinesePunctuation(String words) {
        return words.replace(" (", "（").replace(", ", "，").replace(")", "）");
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
