package org.tucai.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.StartRefused;
import picocli.CommandLine.Option;

/** Where a server's data and settings are; the same for every command that opens them. */
final class ServerOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (default: TUCAI_DATA_DIR or ./data).")
    private @Nullable Path data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file whose settings override the built-in ones.")
    private @Nullable Path config;

    /**
     * Starts the application with them if its port is free.
     *
     * @param own settings from the command's own options; they override everything else
     */
    ApplicationContext start(Map<String, Object> own) {
        return SettingsCheck.start(settings(own), environment -> {
            refuseFile(environment);
            ListeningPlace.refuseTaken(environment);
        });
    }

    /** The same, but only in the data folder of an existing server: elsewhere it would create a new one unasked. */
    ApplicationContext startKnown() {
        return SettingsCheck.start(settings(Map.of()), environment -> {
            refuseFile(environment);
            refuseNewFolder(environment);
        });
    }

    private void refuseFile(Environment environment) {
        if (config != null) {
            refuseWordless(config, environment);
            DoubledSettings.refuse(config);
        }
    }

    /** Refuses a file of one plain text: {@code tucai.sandbox:true}, without the blank, is valid YAML too but sets nothing. */
    private static void refuseWordless(Path config, Environment environment) {
        String file = config.toAbsolutePath().toString();
        boolean sets = environment.getPropertySources().stream()
                .anyMatch(source ->
                        source.getName().equals(file) && source.iterator().hasNext());
        if (!sets && hasWords(config)) {
            throw new StartRefused("The settings file " + file
                    + " contains no settings; write each as NAME: VALUE, with a space after the colon.");
        }
    }

    private static boolean hasWords(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip).anyMatch(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseNewFolder(Environment environment) {
        Path folder =
                environment.getRequiredProperty("tucai.data-dir", Path.class).toAbsolutePath();
        if (!Files.isDirectory(folder.resolve("keys"))) {
            throw new StartRefused("There is no server data in " + folder
                    + "; name the server's folder with --data or TUCAI_DATA_DIR, and use the same settings as the"
                    + " server.");
        }
    }

    private Map<String, Object> settings(Map<String, Object> own) {
        Map<String, Object> settings = ServerSettings.of(System.getenv());
        settings.putAll(own);
        if (data != null) {
            settings.put("tucai.data-dir", data.toString());
        }
        if (config != null) {
            System.setProperty("micronaut.config.files", config.toAbsolutePath().toString());
        }
        return settings;
    }
}
