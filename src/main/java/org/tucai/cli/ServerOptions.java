package org.tucai.cli;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a server's data and settings are; the same for every command that opens them. */
final class ServerOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (default: TUCAI_DATA_DIR or ./data).")
    private @Nullable Path data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file whose settings win over the built-in ones.")
    private @Nullable Path config;

    /**
     * Starts the application there.
     *
     * @param own what the command itself was told; wins over everything else
     */
    ApplicationContext start(Map<String, Object> own) {
        Map<String, Object> settings = ServerSettings.of(System.getenv());
        settings.putAll(own);
        if (data != null) {
            settings.put("tucai.data-dir", data.toString());
        }
        if (config != null) {
            System.setProperty("micronaut.config.files", config.toAbsolutePath().toString());
        }
        return SettingsCheck.start(settings);
    }
}
