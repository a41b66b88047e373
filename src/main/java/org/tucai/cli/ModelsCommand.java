package org.tucai.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tucai.portrait.install.ModelFile;
import org.tucai.portrait.install.ModelFolder;
import org.tucai.portrait.install.ModelInstaller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tucai models}: shows and installs the perception models of the full mode. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Shows and installs the perception models; without them portraits are judged in reduced mode.")
public final class ModelsCommand implements Runnable {
    private static final int BAR = 24;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Shows the folders searched for models and how complete each is.")
    int status() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (Path folder : ModelFolder.candidates()) {
            int good = 0;
            for (ModelFile file : ModelFile.values()) {
                good += ModelInstaller.isGood(folder, file) ? 1 : 0;
            }
            out.printf("%s: %d of %d files%n", folder, good, ModelFile.values().length);
        }
        String trouble;
        Path found = null;
        try {
            found = ModelFolder.find();
            trouble = trouble(found);
        } catch (IllegalArgumentException e) {
            trouble = e.getMessage();
        }
        out.println(trouble == null ? "mode: full, from " + found : trouble);
        out.flush();
        return trouble == null ? 0 : 1;
    }

    /** What prevents full mode; null when nothing does. Needed because a folder is chosen by the sizes of its files alone. */
    static @Nullable String trouble(@Nullable Path found) throws IOException {
        if (found == null) {
            return "mode: reduced; run tucai models install";
        }
        List<String> damaged = ModelFolder.damaged(found);
        return damaged.isEmpty()
                ? null
                : "damaged: " + String.join(", ", damaged) + "; run tucai models install --to " + found;
    }

    @Command(
            name = "install",
            mixinStandardHelpOptions = true,
            description = "Downloads or copies the models and checks the SHA-256 of each.")
    int install(
            @Option(names = "--from", paramLabel = "DIR", description = "Copies from this folder instead.") @Nullable
                    Path from,
            @Option(
                            names = "--to",
                            paramLabel = "DIR",
                            description = "Folder to install into (default: TUCAI_MODELS or the cache).")
                    @Nullable
                    Path to,
            @Option(
                            names = "--host",
                            paramLabel = "URL",
                            description = "Mirror to download from instead of the official addresses.")
                    @Nullable
                    String host)
            throws InterruptedException {
        Path target = to == null ? ModelFolder.installTarget() : to;
        PrintWriter out = spec.commandLine().getOut();
        String address = host == null ? ModelFile.officialHost() : host;
        boolean bars = Terminal.isThere();
        ModelInstaller installer = new ModelInstaller(target, (file, done) -> show(out, file, done, bars));
        try {
            if (from == null) {
                installer.download(address);
            } else {
                installer.copyFrom(from);
            }
        } catch (IOException | IllegalArgumentException e) {
            PrintWriter err = spec.commandLine().getErr();
            if (bars) {
                err.println(); // ends the progress bar's line
            }
            err.printf("not installed: %s%n", e instanceof IOException io ? FileTrouble.with(io) : e.getMessage());
            if (from == null) {
                err.printf(
                        "if this machine cannot reach %s, run 'tucai models install --to DIR' on one that can, copy"
                                + " DIR here%n",
                        address);
                err.printf("and run 'tucai models install --from DIR'; or name a mirror with --host. Files already"
                        + " installed stay.%n");
            }
            err.flush();
            return 1;
        }
        out.printf("models are in %s%n", target);
        out.flush();
        return 0;
    }

    /** On a terminal a progress bar, elsewhere one line per finished file. */
    private static void show(PrintWriter out, ModelFile file, long done, boolean bars) {
        boolean whole = done >= file.bytes();
        if (!bars && !whole) {
            return;
        }
        int filled = (int) (BAR * Math.min(done, file.bytes()) / file.bytes());
        String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
        out.printf(
                Locale.ROOT,
                "%s%-28s [%s] %5.2f of %.2f MB%s",
                bars ? "\r" : "",
                file.fileName(),
                bar,
                Math.min(done, file.bytes()) / 1e6,
                file.bytes() / 1e6,
                whole ? System.lineSeparator() : "");
        out.flush();
    }
}
