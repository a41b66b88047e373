package org.tucai.cli;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.core.naming.NameUtils;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.tucai.platform.db.StartRefused;

/**
 * Names that are nearly those of settings. Nobody would read them, and what they were to change would stay as it was, in silence. A name
 * that is like none is a unit's own and not looked at.
 */
final class MisspeltSettings {
    private static final String OURS = "tucai.";
    private static final String OUR_VARIABLES = "TUCAI_";
    /** Of names shorter than this one letter may differ, of others two: short words that differ by two are often two words. */
    private static final int SHORT = 10;

    private MisspeltSettings() {}

    /**
     * @param settings all there are
     * @param variables names in the environment that do not follow from a setting's
     * @throws StartRefused when a name was given that is nearly one of them
     */
    static void refuse(Environment environment, Collection<String> settings, Collection<String> variables) {
        Set<String> names = new TreeSet<>(settings);
        Set<String> inTheEnvironment = new TreeSet<>(variables);
        settings.forEach(name -> inTheEnvironment.add(variable(name)));
        for (PropertySource source : environment.getPropertySources()) {
            boolean isEnvironment = source.getConvention() == PropertyConvention.ENVIRONMENT_VARIABLE;
            for (String given : source) {
                if (isEnvironment && given.startsWith(OUR_VARIABLES)) {
                    refuseNearlyOneOf(inTheEnvironment, given, given);
                } else if (!isEnvironment && given.startsWith(OURS)) {
                    refuseNearlyOneOf(names, given, NameUtils.hyphenate(given, true));
                }
            }
        }
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** @param read the name as the framework reads it */
    private static void refuseNearlyOneOf(Set<String> names, String given, String read) {
        if (names.contains(read)) {
            return;
        }
        for (String name : names) {
            if (isNearly(letters(name), letters(read))) {
                throw new StartRefused("There is no setting " + given + "; write " + name
                        + ", or for a setting of your own a name that is less like it.");
            }
        }
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).substring(OURS.length()).replaceAll("[^a-z0-9]", "");
    }

    private static boolean isNearly(String name, String given) {
        int allowed = name.length() < SHORT ? 1 : 2;
        return Math.abs(name.length() - given.length()) <= allowed && difference(name, given) <= allowed;
    }

    /** How many letters have to be put in, left out, exchanged, or swapped with the next (optimal string alignment). */
    private static int difference(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, one, other, i, j);
            }
        }
        return edits[one.length()][other.length()];
    }

    private static int fewest(int[][] edits, String one, String other, int i, int j) {
        char a = one.charAt(i - 1);
        char b = other.charAt(j - 1);
        int fewest = Math.min(edits[i - 1][j - 1] + (a == b ? 0 : 1), Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a == other.charAt(j - 2) && b == one.charAt(i - 2);
        return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
    }
}
