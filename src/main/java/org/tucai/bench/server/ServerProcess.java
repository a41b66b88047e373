package org.tucai.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tucai.trial.TrialFailed;

/** A server of this program in a separate process. */
final class ServerProcess implements AutoCloseable {
    private static final String READY = "Tucai is ready at ";
    private static final Pattern ONE_TIME = Pattern.compile("one-time password (\\S+)");

    private final Process process;
    private final List<String> said = new ArrayList<>();
    private final CountDownLatch readyOrOver = new CountDownLatch(1);
    private volatile @Nullable String url;

    private ServerProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    /** Starts it as the launcher does: with the AOT cache, if there is one, and with TUCAI_JAVA_OPTS. */
    static ServerProcess start(Path data, String... arguments) throws IOException {
        List<String> options = new ArrayList<>(startCache());
        options.addAll(Arrays.stream(
                        System.getenv().getOrDefault("TUCAI_JAVA_OPTS", "").split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList());
        return start(System.getProperty("java.class.path"), options, data, arguments);
    }

    /** The options for the launcher's AOT cache; none when there is no cache newer than the jar. */
    static List<String> startCache() throws IOException {
        Path jar = Path.of(System.getProperty("java.class.path"));
        Path cache = jar.resolveSibling("tucai.aot");
        boolean fits =
                Files.exists(cache) && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) > 0;
        return fits ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off") : List.of();
    }

    static ServerProcess start(String classPath, List<String> javaOptions, Path data, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseCompactObjectHeaders"));
        command.addAll(javaOptions);
        if (classPath.endsWith(".jar") && !classPath.contains(java.io.File.pathSeparator)) {
            command.addAll(List.of("-jar", classPath)); // as the launcher does, so that its AOT cache fits
        } else {
            command.addAll(List.of("-cp", classPath, "org.tucai.Application"));
        }
        command.addAll(List.of("serve", "--port", "0", "--data", data.toString()));
        command.addAll(List.of(arguments));
        return new ServerProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (said) {
                    said.add(line);
                }
                if (line.startsWith(READY)) {
                    url = line.substring(READY.length()).strip();
                    readyOrOver.countDown();
                }
            }
        } catch (IOException e) {
            synchronized (said) {
                said.add(e.toString()); // we ended the process, which closes its pipe while it is read
            }
        } finally {
            readyOrOver.countDown();
        }
    }

    /** Returns this server once it accepts requests; fails with its output when it ends instead. */
    ServerProcess awaitReady(Duration longest) throws InterruptedException {
        if (!readyOrOver.await(longest.toMillis(), TimeUnit.MILLISECONDS) || url == null) {
            throw new TrialFailed("the server did not start:\n" + said());
        }
        return this;
    }

    /** The address it listens on; available once it is ready. */
    String url() {
        if (url == null) {
            throw new IllegalStateException("not ready yet");
        }
        return url;
    }

    /** Everything it printed so far. */
    String said() {
        synchronized (said) {
            return String.join("\n", said);
        }
    }

    /** The first manager's one-time password, if this was the first start. */
    Optional<String> oneTimePassword() {
        Matcher matcher = ONE_TIME.matcher(said());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    long pid() {
        return process.pid();
    }

    /** Its exit status; fails when it does not end within that time. */
    int awaitExit(Duration longest) throws InterruptedException {
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the server still runs:\n" + said());
        }
        return process.exitValue();
    }

    /** Ends it like {@code kill -9}: no shutdown hook runs, and the database process stays behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Ends it in an orderly way, by SIGTERM. */
    @Override
    public void close() {
        process.destroy();
        // not interruptible: a server that is killed leaves its database process behind
        process.onExit().completeOnTimeout(process, 90, TimeUnit.SECONDS).join();
        if (process.isAlive()) {
            process.destroyForcibly();
        }
    }
}
