package org.tucai.cli;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.server.exceptions.ServerStartupException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.StartRefused;
import org.tucai.platform.system.SystemError;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Says why a server did not start when a person can fix it: one sentence instead of a stack trace. */
public final class StartTrouble {
    private static final String NO_FILE = "Failed to read configuration file: ";
    private static final String NO_KIND = "Unsupported properties file";

    /** For a setting that a unit's own parts read; {@link SettingsCheck} has checked ours before. */
    private static final Pattern WRONG_VALUE = Pattern.compile(
            "Error resolving property value \\[\\$\\{([^}:]+)[^]]*]\\. Unable to convert value \\[(.*?)] to target"
                    + " type \\[(\\w+)]");

    private static final Pattern NO_VALUE = Pattern.compile("Could not resolve placeholder (\\$\\{[^}]*})");

    private StartTrouble() {}

    /**
     * Prints the sentence.
     *
     * @return the exit code of a command that could not start
     * @throws RuntimeException the failure itself when no sentence explains it
     */
    public static int tell(RuntimeException failure, PrintWriter err) {
        String sentence = in(failure);
        if (sentence == null && StopSignal.isGiven()) {
            return 1; // the stop closed what it was starting with
        }
        if (sentence == null) {
            throw failure;
        }
        err.println(sentence);
        return 1;
    }

    /** The sentence; null when only the stack trace explains the failure. */
    public static @Nullable String in(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String sentence = sentence(t);
            if (sentence != null) {
                return sentence;
            }
        }
        return null;
    }

    private static @Nullable String sentence(Throwable t) {
        String message = String.valueOf(t.getMessage());
        if (t instanceof StartRefused) {
            return message;
        }
        if (t instanceof OutOfMemoryError) {
            return "The JVM's memory is not enough to start (" + message
                    + "): give it more, for example TUCAI_JAVA_OPTS=-Xmx256m.";
        }
        if (t instanceof ServerStartupException && t.getCause() instanceof BindException deaf) {
            return cannotListen(message.replace("Unable to start Micronaut server on ", ""), deaf);
        }
        if (t instanceof MarkedYAMLException file) {
            return "The settings file is not YAML" + place(file) + ": " + file.getProblem() + ".";
        }
        if (t instanceof YAMLException file) {
            return file.getCause() instanceof CharacterCodingException
                    ? "The settings file is not in UTF-8: save it as UTF-8."
                    : "The settings file is not YAML: it contains a character that YAML does not allow.";
        }
        if (t instanceof ConfigurationException && message.startsWith(NO_FILE)) {
            String file = message.substring(NO_FILE.length());
            return Files.exists(Path.of(file))
                    ? "The settings file " + file + " cannot be read; it must be a YAML file that you can read."
                    : "There is no settings file " + file + ".";
        }
        if (t instanceof ConfigurationException && message.startsWith(NO_KIND)) {
            return "The settings file must be YAML, with a name that ends in .yml.";
        }
        Matcher unknown = NO_VALUE.matcher(message);
        if (t instanceof ConfigurationException && unknown.find()) {
            return "A setting refers to " + unknown.group(1) + ", which has no value in the environment.";
        }
        Matcher wrong = WRONG_VALUE.matcher(message);
        return wrong.find()
                ? "The setting " + wrong.group(1) + " is '" + wrong.group(2) + "', which is not a valid "
                        + wrong.group(3) + "."
                : null;
    }

    /** @param place address and port */
    static String cannotListen(String place, BindException why) {
        boolean denied = SystemError.NO_PERMISSION.isReasonOf(why);
        return "The server cannot listen on " + place
                + (denied
                        ? ": its user lacks permission (ports below 1024 need an extra right)"
                        : ": another program is using it, or the address is not this machine's")
                + "; choose another with --port or TUCAI_PORT (0 = any free one), or TUCAI_HOST.";
    }

    private static String place(MarkedYAMLException file) {
        return file.getProblemMark() == null
                ? ""
                : " in line " + (file.getProblemMark().getLine() + 1);
    }
}
