package org.tucai.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.core.convert.ConversionService;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tucai.platform.db.StartRefused;
import org.tucai.portrait.install.ModelFolder;

/**
 * Checks the value of each setting before anything is opened: most settings are first read when their feature is used, where a wrong one
 * would fail, or count as not set.
 */
public final class SettingsCheck {
    private static final String TEN_YEARS = "3650d";
    private static final int MANY = 1_000_000;

    /** Settings that may have any value, or none. */
    private static final Set<String> FREE =
            Set.of("tucai.authority.keys-file", "tucai.db.user", "tucai.db.password", "tucai.metrics.token");

    /** Environment variables that only the launcher reads. */
    private static final Set<String> OF_THE_LAUNCHER = Set.of("TUCAI_AOT", "TUCAI_JAVA_OPTS");

    private static final Map<String, Rule<?>> RULES = new LinkedHashMap<>();

    static {
        whole("micronaut.server.port", 0, 65_535);
        text(
                "micronaut.server.host",
                "an address of this machine, or a name that resolves to one",
                SettingsCheck::isKnown);
        text(
                "micronaut.server.client-address-header",
                "the name of a header, such as X-Real-IP, or empty",
                name -> name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]*"));
        yesOrNo("micronaut.metrics.enabled");
        yesOrNo("tucai.sandbox");
        text("tucai.algorithms", "international or national", name -> name.matches("international|national"));
        text("tucai.data-dir", "the name of a folder", name -> !name.isBlank());
        RULES.put(
                "tucai.db.url",
                new Rule<>(
                        String.class,
                        url -> url.isBlank() || url.startsWith("jdbc:mysql:"),
                        "empty, or an address that starts with jdbc:mysql:",
                        false));
        text("tucai.models", "a folder containing all models, or empty", SettingsCheck::hasModels);

        address("tucai.authority.url");
        address("tucai.authority.callback-url");
        address("tucai.payment.sandbox.callback-url");
        text("tucai.authority.unit", "1 to 20 letters, digits, _ or -", unit -> unit.matches("[0-9A-Za-z_-]{1,20}"));
        whole("tucai.authority.key-generation", 1, 1000);
        text("tucai.capture-code.format", "a name", name -> !name.isBlank());
        text("tucai.payment.gateway", "a name", name -> !name.isBlank());
        text("tucai.consent.version", "1 to 20 ASCII characters without spaces", v -> v.matches("[!-~]{1,20}"));
        text("tucai.consent.zh", "the text of the notice", words -> !words.isBlank());
        text("tucai.consent.en", "the text of the notice", words -> !words.isBlank());

        whole("tucai.review.working-days", 1, 250);
        whole("tucai.proofreading.working-days", 1, 250);
        whole("tucai.order.express-fee-minor", 0, MANY);
        time("tucai.campaign.close-after", "0s", TEN_YEARS);
        time("tucai.campaign.remind-before", "0s", TEN_YEARS);
        time("tucai.capture.answer-within", "1d", TEN_YEARS);
        time("tucai.capture-code.lock", "1s", TEN_YEARS);
        time("tucai.delivery.longest-wait", "1d", TEN_YEARS);
        time("tucai.verification.match-within", "1d", TEN_YEARS);
        time("tucai.payment.sandbox.refund-takes", "0s", "1d");

        yesOrNo("tucai.jobs.enabled");
        whole("tucai.jobs.threads", 1, 200);
        time("tucai.jobs.polling", "10ms", "10m");

        time("tucai.account.code-life", "1m", "1d"); // the SMS says it in minutes
        time("tucai.account.code-pause", "0s", "1d");
        whole("tucai.account.code-tries", 1, 100);
        whole("tucai.account.codes-per-day", 1, MANY);
        whole("tucai.account.codes-per-number-and-address", 1, MANY);
        whole("tucai.account.codes-per-address", 1, MANY);
        time("tucai.security.access-token", "1s", "1d");
        time("tucai.security.student-idle", "1s", TEN_YEARS);
        time("tucai.security.student-longest", "1s", TEN_YEARS);
        time("tucai.security.staff-idle", "1s", TEN_YEARS);
        time("tucai.security.staff-longest", "1s", TEN_YEARS);
        whole("tucai.security.failures-per-address", 1, MANY);
        time("tucai.security.address-window", "1s", "1d");
    }

    private SettingsCheck() {}

    /** @param shown whether a message may show the value: an address can hold a password */
    private record Rule<T>(Class<T> type, Predicate<T> good, String wanted, boolean shown) {
        boolean isKept(Environment environment, String name) {
            return environment.getProperty(name, type).filter(good).isPresent();
        }
    }

    /**
     * Starts the application with those settings.
     *
     * @throws StartRefused when a setting from any source has a value that is not allowed; nothing is opened then
     */
    public static ApplicationContext start(Map<String, Object> settings) {
        return start(settings, environment -> {});
    }

    /**
     * The same, with a further check.
     *
     * @param also throws {@link StartRefused}; runs when each setting by itself is valid
     */
    public static ApplicationContext start(Map<String, Object> settings, Consumer<Environment> also) {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .properties(settings)
                .build();
        Environment environment = context.getEnvironment().start();
        refuseMisspelt(environment);
        refuseBlank(environment);
        refuseWrong(environment);
        also.accept(environment);
        return context.start();
    }

    /** Refuses {@code tucai.db.password:} with nothing after it: to YAML that is no value, not an empty one, and counts as neither. */
    static void refuseBlank(Environment environment) {
        Set<String> names = new TreeSet<>(names());
        names.addAll(RULES.keySet());
        for (String name : names) {
            if (environment.containsProperty(name)
                    && environment.getProperty(name, Object.class).isEmpty()) {
                throw new StartRefused(
                        "The setting " + name + " has no value; remove it, or write \"\" if it is to be empty.");
            }
        }
    }

    static void refuseWrong(Environment environment) {
        RULES.forEach((name, rule) -> {
            if (environment.containsProperty(name) && !rule.isKept(environment, name)) {
                String value = environment.getProperty(name, String.class).orElse("");
                throw new StartRefused("The setting " + name
                        + (rule.shown ? " is '" + value + "'; it must be " : " must be ") + rule.wanted + ".");
            }
        });
    }

    /** Refuses names that are nearly a setting's: nothing would read them. */
    static void refuseMisspelt(Environment environment) {
        Set<String> variables = new HashSet<>(OF_THE_LAUNCHER);
        variables.addAll(ServerSettings.variables());
        MisspeltSettings.refuse(environment, names(), variables);
    }

    /** The names of all settings that begin with {@code tucai.}. */
    static Set<String> names() {
        Set<String> names = new HashSet<>(RULES.keySet());
        names.removeIf(name -> !name.startsWith("tucai."));
        names.addAll(FREE);
        return names;
    }

    private static void text(String name, String wanted, Predicate<String> good) {
        RULES.put(name, new Rule<>(String.class, good, wanted, true));
    }

    /** Exactly these words: beans are enabled by comparing the text. */
    private static void yesOrNo(String name) {
        text(name, "true or false", value -> value.equals("true") || value.equals("false"));
    }

    /** Checks the text: the framework would read 1.5 as 1. */
    private static void whole(String name, int least, int most) {
        text(
                name,
                "a whole number from " + least + " to " + most,
                value -> value.matches("[0-9]{1,9}")
                        && Integer.parseInt(value) >= least
                        && Integer.parseInt(value) <= most);
    }

    /** @param least as written in a setting, like {@code most} */
    private static void time(String name, String least, String most) {
        Duration from = ConversionService.SHARED.convertRequired(least, Duration.class);
        Duration to = ConversionService.SHARED.convertRequired(most, Duration.class);
        RULES.put(
                name,
                new Rule<>(
                        Duration.class,
                        time -> time.compareTo(from) >= 0 && time.compareTo(to) <= 0,
                        "a duration from " + least + " to " + most + ", such as 90s, 10m, 24h or 15d",
                        true));
    }

    private static void address(String name) {
        text(
                name,
                "empty, or an address that starts with http:// or https://, without ? and #",
                value -> value.isEmpty() || isAddress(value));
    }

    private static boolean isAddress(String value) {
        try {
            URI uri = new URI(value);
            return uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether the host resolves: otherwise the server would fail with a stack trace when it begins to listen. */
    private static boolean isKnown(String host) {
        if (host.isBlank()) {
            return false;
        }
        try {
            InetAddress.getByName(host);
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean hasModels(String folder) {
        if (folder.isBlank()) {
            return true;
        }
        try {
            ModelFolder.require(Path.of(folder));
            return true;
        } catch (IllegalArgumentException e) { // also thrown for text that is not a path
            return false;
        }
    }
}
