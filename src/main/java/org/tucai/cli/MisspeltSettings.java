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
import org.tucai.platform.problem.NearName;

/**
 * Names that are nearly those of settings. Nobody would read them, and what they were to change would stay as it was, in silence. A name
 * that is like none is a unit's own and not looked at.
 */
final class MisspeltSettings {
    private static final String OURS = "tucai.";
    private static final String OUR_VARIABLES = "TUCAI_";

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
                if (!isEnvironment
                        && (source.get(given) instanceof CharSequence || source.get(given) instanceof Number)) {
                    refuseGroup(names, given);
                }
            }
        }
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** A value where the names of settings should follow, as in {@code tucai.review: 7}. */
    private static void refuseGroup(Set<String> names, String given) {
        for (String name : names) {
            if (name.startsWith(given + ".")) {
                throw new StartRefused("There is no setting " + given + " by itself; write " + name + ".");
            }
        }
    }

    /** @param read the name as the framework reads it */
    private static void refuseNearlyOneOf(Set<String> names, String given, String read) {
        if (names.contains(read)) {
            return;
        }
        for (String name : names) {
            if (NearName.isMeant(letters(name), letters(read))) {
                throw new StartRefused("There is no setting " + given + "; write " + name
                        + ", or for a setting of your own a name that is less like it.");
            }
        }
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).substring(OURS.length()).replaceAll("[^a-z0-9]", "");
    }
}
