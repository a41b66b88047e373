package org.tucai.bench.portrait;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tucai.bench.figure.JsonObject;
import org.tucai.bench.labelled.BenchEngines;
import org.tucai.bench.labelled.BenchProfiles;
import org.tucai.bench.labelled.LabelledPicture;
import org.tucai.bench.labelled.Labels;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tucai bench portraits}: error rates of every rule on labelled portraits and on pictures broken on purpose; speed. */
@Command(
        name = "portraits",
        mixinStandardHelpOptions = true,
        description = "Error rates of the portrait rules on a folder with labels.csv, and the engine's speed.")
public final class PortraitsBench implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Folder with labels.csv and the pictures.")
    Path data = Path.of(".");

    @Option(names = "--models", description = "Folder with the model files.")
    @Nullable
    Path models;

    @Option(
            names = "--folds",
            description =
                    "Folder written by 'bench train': each picture is judged by classifiers that have not seen it.")
    @Nullable
    Path folds;

    @Option(names = "--profile", defaultValue = "graduation-2017", description = "Limits to judge by.")
    String profile = "graduation-2017";

    @Option(names = "--json", description = "Writes the figures here as well.")
    @Nullable
    Path json;

    @Option(names = "--only-labelled", description = "Leaves out made negatives and speed.")
    boolean onlyLabelled;

    @Option(names = "--only-speed", description = "Leaves out error rates.")
    boolean onlySpeed;

    @Option(
            names = "--made",
            paramLabel = "PART",
            description = "Nothing but the pictures broken on purpose that have this in their name.")
    @Nullable
    String made;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, UnreadablePicture {
        List<LabelledPicture> pictures = Labels.read(data);
        JsonObject figures = new JsonObject();
        try (BenchEngines engines = BenchEngines.open(models, folds, pictures)) {
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "%d pictures, profile %s, %s mode, %s%n",
                    pictures.size(), profile, engines.mode(), engines.about());
            figures.put("pictures", pictures.size()).put("profile", profile).put("mode", engines.mode());
            figures.put("classifiers", engines.about());
            if (made != null) {
                Profile everything = BenchProfiles.everythingAsked(profile);
                MadeRun.over(data, pictures, engines, everything, made).report(out, figures);
            } else if (!onlySpeed) {
                errorRates(pictures, engines, out, figures);
            }
            if (!onlyLabelled && made == null) {
                SpeedRun.over(data, pictures, engines, profile).report(out, figures);
            }
            out.flush();
        }
        if (json != null) {
            Files.writeString(json, figures.text() + "\n", StandardCharsets.UTF_8);
        }
        return 0;
    }

    private void errorRates(List<LabelledPicture> pictures, BenchEngines engines, PrintWriter out, JsonObject figures)
            throws IOException, UnreadablePicture {
        Profile everything = BenchProfiles.everythingAsked(profile);
        LabelledRun.over(data, pictures, engines, everything).report(out, figures);
        ToneRun.over(data, pictures, engines, Profiles.load(profile)).report(out, figures);
        if (!onlyLabelled) {
            CompliantRun.over(data, pictures, engines, profile).report(out, figures);
            MadeRun.over(data, pictures, engines, everything, "").report(out, figures);
        }
    }
}
