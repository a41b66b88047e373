package org.tucai.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.start.StartRemark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tucai serve}: the server, until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Runs the server until it is stopped.")
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--port", description = "Port to listen on (default: TUCAI_PORT or 8080; 0 = any free one).")
    private @Nullable Integer port;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (default: TUCAI_DATA_DIR or ./data).")
    private @Nullable Path data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file whose settings win over the built-in ones.")
    private @Nullable Path config;

    @Option(names = "--sandbox", description = "Stand-ins for WeChat, SMS and payment instead of the real ones.")
    private boolean sandbox;

    @Option(names = "--leave-when-ready", hidden = true, description = "For the training run of the start cache.")
    private boolean leave;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (StopSignal stop = new StopSignal();
                ApplicationContext context = context()) {
            EmbeddedServer server = context.getBean(EmbeddedServer.class);
            server.start();
            out.printf("Tucai is ready at %s%n", server.getURL());
            context.getBeansOfType(StartRemark.class).stream()
                    .flatMap(r -> r.remarks().stream())
                    .sorted()
                    .forEach(out::println);
            out.flush();
            if (leave) {
                FirstRequests.send(server.getURI());
                return 0;
            }
            stop.await();
            server.stop(); // first the doors, then what is behind them
            return 0;
        } catch (RuntimeException e) {
            String trouble = StartTrouble.in(e);
            if (trouble == null) {
                throw e;
            }
            err.println(trouble);
            return 1;
        }
    }

    private ApplicationContext context() {
        Map<String, Object> settings = ServerSettings.of(System.getenv());
        if (port != null) {
            settings.put("micronaut.server.port", port);
        }
        if (data != null) {
            settings.put("tucai.data-dir", data.toString());
        }
        if (sandbox) {
            settings.put("tucai.sandbox", true);
        }
        if (config != null) {
            System.setProperty("micronaut.config.files", config.toAbsolutePath().toString());
        }
        return SettingsCheck.start(settings);
    }
}
