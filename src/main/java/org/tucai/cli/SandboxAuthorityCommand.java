package org.tucai.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tucai.sandbox.SandboxAuthority;
import org.tucai.sandbox.SandboxSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tucai sandbox-authority}: a stand-in for the authority, until it is told to stop. */
@Command(
        name = "sandbox-authority",
        mixinStandardHelpOptions = true,
        description = "Runs a stand-in for the authority: issues codes, accepts packages, sends conclusions. Start the"
                + " server with TUCAI_AUTHORITY_URL set to its address.")
final class SandboxAuthorityCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8090",
            description = "Port (default: ${DEFAULT-VALUE}; 0 = any free one).")
    private int port;

    @Option(
            names = "--conclude-after",
            paramLabel = "SECONDS",
            description = "Sends a conclusion this long after each package (default: only on request).")
    private @Nullable Integer concludeAfter;

    @Option(names = "--duplicates", description = "Sends every callback twice.")
    private boolean duplicates;

    @Option(names = "--out-of-order", description = "Sends an older, doubtful conclusion after the final one.")
    private boolean outOfOrder;

    @Option(names = "--return-every", paramLabel = "N", defaultValue = "0", description = "Returns every N-th package.")
    private int returnEvery;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        checkOptions();
        SandboxSettings settings = new SandboxSettings(
                port,
                concludeAfter == null ? null : Duration.ofSeconds(concludeAfter),
                duplicates,
                outOfOrder,
                returnEvery);
        try (StopSignal stop = new StopSignal();
                SandboxAuthority authority = SandboxAuthority.start(settings, Clock.systemUTC())) {
            out.printf("The sandbox authority is ready at %s%n", authority.url());
            out.flush();
            stop.await();
            return 0;
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof BindException)) {
                throw e;
            }
            spec.commandLine()
                    .getErr()
                    .println("The sandbox authority cannot listen on port " + port
                            + ": another program is using it; choose another with --port (0 = any free one).");
            return 1;
        }
    }

    private void checkOptions() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw wrong("--port must be 0 to " + HIGHEST_PORT + ", not " + port);
        }
        if (concludeAfter != null && concludeAfter < 0) {
            throw wrong("--conclude-after must be 0 or more, not " + concludeAfter);
        }
        if (returnEvery < 0) {
            throw wrong("--return-every must be 0 or more, not " + returnEvery);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
