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
 * Refuses names that are nearly those of settings: nothing would read them, and they would silently have no effect. A name that
 * resembles none is a unit's own and is not checked.
 */
final class MisspeltSettings {
    private static final String OURS = "tucai.";
    private static final String OUR_VARIABLES = "TUCAI_";

    private MisspeltSettings() {}

    /**
     * @param settings the names of all settings
     * @param variables environment variables whose names do not follow from a setting's
     * @throws StartRefused when a given name is nearly one of these
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

    /** Refuses a value given to a group of settings, as in {@code tucai.review: 7}. */
    private static void refuseGroup(Set<String> names, String given) {
        for (String name : names) {
            if (name.startsWith(given + ".")) {
                throw new StartRefused("There is no setting " + given + " as such; write " + name + ".");
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
                        + ", or, for a setting of your own, a name less similar to it.");
            }
        }
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).substring(OURS.length()).replaceAll("[^a-z0-9]", "");
    }
}
