package org.tucai.bench.portrait;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.bench.figure.JsonObject;
import org.tucai.bench.figure.Progress;
import org.tucai.bench.labelled.BenchEngines;
import org.tucai.bench.labelled.BenchProfiles;
import org.tucai.bench.labelled.LabelledFolder;
import org.tucai.bench.labelled.LabelledPicture;
import org.tucai.bench.labelled.Labels;
import org.tucai.bench.labelled.UsablePictures;
import org.tucai.bench.made.MadeNegative;
import org.tucai.bench.made.MadeNegatives;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tucai bench portraits}: error rates of every rule on labelled portraits and on pictures broken on purpose; speed. */
@Command(
        name = "portraits",
        mixinStandardHelpOptions = true,
        description = "Error rates of the portrait rules and the engine's speed, on a folder with labels.csv.")
public final class PortraitsBench implements Callable<Integer> {
    @Mixin
    LabelledFolder folder;

    @Option(
            names = "--folds",
            paramLabel = "DIR",
            description =
                    "Folder written by 'bench train': each picture is judged by classifiers that have not seen it.")
    @Nullable
    Path folds;

    @Option(
            names = "--profile",
            paramLabel = "P",
            defaultValue = Profiles.DEFAULT,
            description = "Photo standard to judge by (default: ${DEFAULT-VALUE}).")
    String profile = Profiles.DEFAULT;

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes the figures to this file, as JSON.")
    @Nullable
    Path json;

    /** Restricts the bench to a part. Exclusive: two at once would leave nothing, or only one of them. */
    @ArgGroup(exclusive = true)
    Only only = new Only();

    static final class Only {
        @Option(names = "--only-labelled", description = "Leaves out the pictures broken on purpose and the speed.")
        boolean labelled;

        @Option(names = "--only-speed", description = "Leaves out the error rates.")
        boolean speed;

        @Option(
                names = "--made",
                paramLabel = "PART",
                description = "Runs only the pictures broken on purpose that have PART in their name.")
        @Nullable
        String made;
    }

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, UnreadablePicture {
        List<MadeNegative> made = made();
        refuseUnwritable();
        Profile limits = Profiles.load(profile);
        Labels labels = folder.labels();
        JsonObject figures = new JsonObject();
        // which fold a picture is in depends on all that are listed
        try (BenchEngines engines = BenchEngines.open(folder.models(), folds, labels.pictures())) {
            UsablePictures<LabelledPicture> usable =
                    UsablePictures.readable(folder.data(), labels.pictures(), LabelledPicture::file);
            PrintWriter out = spec.commandLine().getOut();
            head(labels, usable, engines, out, figures);
            Progress progress = new Progress(spec.commandLine().getErr());
            Subjects subjects = new Subjects(folder.data(), usable.pictures(), engines, progress);
            if (only.made == null && !only.speed) {
                onLabelled(subjects, limits, out, figures);
            }
            if (!only.labelled && !only.speed) {
                MadeRun.over(subjects, profile, made).report(out, figures);
            }
            if (only.made == null && !only.labelled) {
                SpeedRun.over(subjects, limits).report(out, figures);
            }
            out.flush();
        }
        if (json != null) {
            Files.writeString(json, figures.text() + "\n", StandardCharsets.UTF_8);
        }
        return 0;
    }

    /** The figures are written at the end, perhaps after an hour: too late to learn that there is no such folder. */
    private void refuseUnwritable() {
        if (json == null) {
            return;
        }
        Path parent = json.toAbsolutePath().getParent();
        boolean isWritable = Files.exists(json)
                ? !Files.isDirectory(json) && Files.isWritable(json)
                : parent != null && Files.isDirectory(parent) && Files.isWritable(parent);
        if (!isWritable) {
            throw new ParameterException(
                    spec.commandLine(), "--json must be a file in an existing folder that you can write, not " + json);
        }
    }

    private void head(
            Labels labels,
            UsablePictures<LabelledPicture> usable,
            BenchEngines engines,
            PrintWriter out,
            JsonObject figures) {
        int pictures = usable.pictures().size();
        out.printf("%d pictures, profile %s, %s mode, %s%n", pictures, profile, engines.mode(), engines.about());
        out.print(usable.remark());
        if (!labels.ignored().isEmpty()) {
            out.printf("Columns that are for no rule are ignored: %s%n", String.join(", ", labels.ignored()));
        }
        out.flush();
        figures.put("pictures", pictures).put("leftOut", usable.leftOut().size());
        figures.put("profile", profile).put("mode", engines.mode()).put("classifiers", engines.about());
    }

    private List<MadeNegative> made() {
        String part = only.made == null ? "" : only.made;
        List<MadeNegative> found = MadeNegatives.all().stream()
                .filter(made -> made.name().contains(part))
                .toList();
        if (found.isEmpty()) {
            String names = MadeNegatives.all().stream().map(MadeNegative::name).collect(Collectors.joining("; "));
            throw new ParameterException(
                    spec.commandLine(), "--made must be part of one of these names, not '" + part + "': " + names);
        }
        return found;
    }

    private void onLabelled(Subjects subjects, Profile limits, PrintWriter out, JsonObject figures)
            throws IOException, UnreadablePicture {
        LabelledRun.over(subjects, BenchProfiles.everythingAsked(profile)).report(out, figures);
        ToneRun.over(subjects, limits).report(out, figures);
        if (!only.labelled) {
            CompliantRun.over(subjects, limits).report(out, figures);
        }
    }
}
