package org.tucai.cli.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.tucai.cli.FileTrouble;
import org.tucai.cli.ListeningPlace;
import org.tucai.cli.PictureFile;
import org.tucai.cli.SettingsCheck;
import org.tucai.cli.StartTrouble;
import org.tucai.cli.StopSignal;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.drawn.DrawnPortrait;
import org.tucai.sandbox.SandboxAuthority;
import org.tucai.sandbox.SandboxSettings;
import org.tucai.staff.FirstStaffMember;
import org.tucai.trial.Api;
import org.tucai.trial.BreakOff;
import org.tucai.trial.ManagerSignIn;
import org.tucai.trial.TrialFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tucai demo}: starts server and sandbox authority and walks one student through everything. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Starts the server with an embedded database and walks one student through everything, over HTTP.")
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--photo", paramLabel = "FILE", description = "Portrait to upload (default: a drawn one).")
    private @Nullable Path photo;

    @Option(names = "--keep", description = "Leaves the server running until it is stopped.")
    private boolean keep;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:TUCAI_PORT:-8080}",
            description = "Port (default: TUCAI_PORT or 8080; 0 = any free one).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/demo",
            description = "Data folder (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        onlyTroubleIsLogged();
        if (photo != null && !(Files.isReadable(photo) && Files.isRegularFile(photo))) {
            err.println("There is no picture " + photo + ".");
            return 2;
        }
        byte[] portrait;
        try {
            portrait = photo == null ? DrawnPortrait.jpeg(1) : picture(photo);
        } catch (UnreadablePicture e) {
            err.println(photo + ": not readable: " + FileTrouble.in(e.reason()));
            return 2;
        }
        try (StopSignal stop = new StopSignal();
                SandboxAuthority authority = SandboxAuthority.start(
                        new SandboxSettings(0, Duration.ofSeconds(2), false, false, 0), Clock.systemUTC());
                ApplicationContext context = start(authority.url())) {
            String oneTime = context.getBean(FirstStaffMember.class).create().orElse(null);
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            String url = server.getURL().toString();
            Story story = new Story(out);
            Api api = new Api(url);
            Path archive = data.resolve("pictures-of-the-school.zip");
            String token = manager(api, oneTime);
            DemoWalk walk = new DemoWalk(new Client(api), new Client(new Api(authority.url())), story, archive);
            try {
                BreakOff.during(() -> walk.run(token, portrait));
                closing(story, url);
                if (keep) {
                    out.printf("%nRunning until you press Ctrl-C.%n");
                    out.flush();
                    stop.await();
                }
                return 0;
            } finally {
                server.stop(); // stop accepting requests before the beans close
            }
        } catch (RuntimeException e) {
            return StartTrouble.tell(e, err);
        }
    }

    /** Checked before half a minute of preparation: a file that is no picture would only be refused at upload. */
    private static byte[] picture(Path photo) throws IOException, UnreadablePicture {
        byte[] file = PictureFile.read(photo);
        PictureHeader.of(file);
        return file;
    }

    /** The steps tell the story. Log levels in the settings would take effect only after the database has started. */
    private static void onlyTroubleIsLogged() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    }

    private ApplicationContext start(String authorityUrl) throws IOException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("micronaut.server.port", port == 0 ? freePort() : port);
        settings.put("tucai.data-dir", data.toString());
        settings.put("tucai.sandbox", true);
        settings.put("tucai.authority.url", authorityUrl);
        return SettingsCheck.start(settings, environment -> {
            ListeningPlace.refuseTaken(environment); // before the half minute, not after it
            sayWhatTakesLong();
        });
    }

    private void sayWhatTakesLong() {
        if (!Files.exists(data.resolve("mariadb"))) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("Preparing the embedded database in " + data + "; this happens once and takes half a minute.");
            out.flush();
        }
    }

    /** The authority calls back, so the server's address must be known before it listens. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The manager's token. The demo keeps its own password beside its data, so that it can run again. */
    private String manager(Api api, @Nullable String oneTime) throws IOException, InterruptedException {
        Path kept = data.resolve("demo-manager-password");
        if (oneTime != null) {
            String chosen = UUID.randomUUID().toString();
            Files.writeString(kept, chosen); // first: a password that was set but not kept is lost
            ManagerSignIn.first(api, oneTime, chosen);
        }
        if (!Files.exists(kept)) {
            throw new TrialFailed("The data folder " + data + " was not made by the demo; choose another with --data.");
        }
        return ManagerSignIn.with(api, Files.readString(kept));
    }

    private void closing(Story story, String url) {
        if (!keep) {
            story.step("完成 · that was everything; with --keep the server stays running, to look around");
            return;
        }
        story.step("浏览 · look around");
        story.address("API", url + "/docs");
        story.address("messages sent", url + "/sandbox/messages?to=PHONE");
        story.address("health", url + "/health");
        story.address("sign in", "POST " + url + "/api/v1/review/sessions");
        story.address(
                "manager", "name " + FirstStaffMember.NAME + ", password in " + data.resolve("demo-manager-password"));
    }
}
