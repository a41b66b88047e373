package org.tucai.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.start.StartCheck;
import org.tucai.platform.start.StartRemark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tucai serve}: the server, until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Runs the server until it is stopped.")
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on (default: TUCAI_PORT or 8080; 0 = any free one).")
    private @Nullable Integer port;

    @Mixin
    private ServerOptions server;

    @Option(names = "--sandbox", description = "Uses stand-ins for WeChat, SMS and payment.")
    private boolean sandbox;

    @Option(names = "--leave-when-ready", hidden = true, description = "For the training run of the start cache.")
    private boolean leave;

    @Override
    public Integer call() throws InterruptedException {
        try (StopSignal stop = new StopSignal()) {
            serve(stop);
            return 0;
        } catch (RuntimeException e) {
            return StartTrouble.tell(e, spec.commandLine().getErr());
        }
    }

    private void serve(StopSignal stop) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (ApplicationContext context = context()) {
            context.getBeansOfType(StartCheck.class).forEach(StartCheck::check);
            EmbeddedServer listening = context.getBean(EmbeddedServer.class);
            listening.start();
            out.printf("Tucai is ready at %s%n", listening.getURL());
            context.getBeansOfType(StartRemark.class).stream()
                    .flatMap(r -> r.remarks().stream())
                    .sorted()
                    .forEach(out::println);
            out.flush();
            if (leave) {
                FirstRequests.send(listening.getURI());
                return;
            }
            stop.await();
            LOG.info("Told to stop; finishing what is under way first");
            listening.stop(); // stop accepting requests before the beans close
        }
        LOG.info("Stopped"); // a log that ends without this line means the process was killed
    }

    private ApplicationContext context() {
        Map<String, Object> settings = new HashMap<>();
        if (port != null) {
            settings.put("micronaut.server.port", port);
        }
        if (sandbox) {
            settings.put("tucai.sandbox", true);
        }
        return server.start(settings);
    }
}
