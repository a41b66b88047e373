package org.tucai.bench.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tucai.bench.figure.Counts;
import org.tucai.trial.Api;
import org.tucai.trial.BreakOff;
import org.tucai.trial.ManagerSignIn;
import org.tucai.trial.Refused;
import org.tucai.trial.TrialFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tucai bench http}: a server under load, compared with the floor, the fastest that any upload could be. */
@Command(
        name = "http",
        mixinStandardHelpOptions = true,
        description = {
            "Puts load on a running sandbox server: students uploading, reviewers claiming, schools pulling, screens"
                    + " read.",
            "Without --url it starts a server of its own on a new data folder and stops it afterwards.",
            "The load comes from the same machine and takes its share of the cores."
        })
public final class HttpBench implements Callable<Integer> {
    private static final int LONGEST = 60;
    private static final int MOST = 512;
    private static final int FEWEST = 100;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = {
                "The running server, started with --sandbox; needs --password.",
                "To load it again within an hour, start it with TUCAI_ACCOUNT_CODES_PER_ADDRESS=100000."
            })
    private @Nullable URI url;

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            description = "Password of 'manager' there; a one-time password is replaced by one that is printed.")
    private @Nullable String password;

    @Option(names = "--anywhere", description = "Allows a server on another machine.")
    private boolean anywhere;

    @Option(
            names = "--duration",
            paramLabel = "SECONDS",
            defaultValue = "8",
            description = "Length of a part, at most 60 (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "64",
            description = "Connections per part, at most 512 (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--captures",
            paramLabel = "N",
            defaultValue = "2400",
            description = "Captures to upload into, twice each, at least 100 (default: ${DEFAULT-VALUE}).")
    private int captures;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Runs only these of ${COMPLETION-CANDIDATES} (default: all).")
    private @Nullable List<HttpLoad.Part> only;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Counts.require(spec, "--duration", 1, LONGEST, seconds);
        Counts.require(spec, "--connections", 1, MOST, connections);
        Counts.require(spec, "--captures", FEWEST, Integer.MAX_VALUE, captures);
        Set<HttpLoad.Part> parts =
                only == null ? EnumSet.allOf(HttpLoad.Part.class) : EnumSet.copyOf(only); // in declaration order
        HttpLoad.Size size = new HttpLoad.Size(Duration.ofSeconds(seconds), connections, captures);
        if (url != null) {
            if (password == null || !isPlain(url) || !(anywhere || isHere(url))) {
                err.println("--url must be http://HOST:PORT of this machine (unless --anywhere is given) and needs"
                        + " --password.");
                return 2;
            }
            new HttpLoad(url, Processors.unknown(), out, size)
                    .run(signIn(new Api(url.toString()), password, out), parts);
            return 0;
        }
        if (password != null || anywhere) {
            err.println("--password and --anywhere are for a running server: name it with --url.");
            return 2;
        }
        BreakOff.during(() -> onAServerOfItsOwn(size, parts, out));
        return 0;
    }

    private static void onAServerOfItsOwn(HttpLoad.Size size, Set<HttpLoad.Part> parts, PrintWriter out)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tucai-http");
        out.println("Starting a server on " + folder);
        out.flush();
        try (ServerProcess server = ServerProcess.start(folder, "--sandbox")) {
            server.awaitReady(Duration.ofMinutes(3));
            Api api = new Api(server.url());
            String chosen = ManagerSignIn.first(api, server.oneTimePassword().orElseThrow());
            new HttpLoad(URI.create(server.url()), Processors.of(server.pid()), out, size)
                    .run(ManagerSignIn.with(api, chosen), parts);
        } finally {
            DataFolders.delete(folder);
        }
    }

    private static String signIn(Api api, String given, PrintWriter out) throws InterruptedException {
        try {
            return ManagerSignIn.with(api, given);
        } catch (Refused oneTime) {
            String chosen = replaced(api, given);
            out.println("The one-time password is used up: from now on 'manager' signs in with " + chosen);
            out.flush();
            return ManagerSignIn.with(api, chosen);
        }
    }

    private static String replaced(Api api, String given) throws InterruptedException {
        try {
            return ManagerSignIn.first(api, given);
        } catch (Refused e) {
            throw new TrialFailed("The manager does not sign in with --password: " + e.getMessage());
        }
    }

    /** The load is sent over bare connections, without TLS. */
    private static boolean isPlain(URI server) {
        return "http".equals(server.getScheme()) && server.getHost() != null && server.getPort() > 0;
    }

    private static boolean isHere(URI server) throws IOException {
        return InetAddress.getByName(server.getHost()).isLoopbackAddress();
    }
}
