package org.tucai.bench.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tucai.bench.labelled.BenchEngines;
import org.tucai.bench.labelled.Folds;
import org.tucai.bench.labelled.FoldsFile;
import org.tucai.bench.labelled.LabelledFolder;
import org.tucai.bench.labelled.LabelledPicture;
import org.tucai.bench.made.MadeLessons;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.classifier.LinearHeads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tucai bench train}: trains the classifiers of the portrait rules; the same pictures give the same weights. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains the classifiers of the portrait rules on a folder with labels.csv.")
public final class TrainCommand implements Callable<Integer> {
    @Mixin
    LabelledFolder folder;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the classifiers trained on all pictures.")
    @Nullable
    Path out;

    @Option(
            names = "--folds",
            paramLabel = "DIR",
            required = true,
            description = "Folder with the closeup networks of each fold (src/train); the classifiers of each fold are"
                    + " written there too, for 'bench portraits --folds'.")
    Path folds = Path.of(".");

    @Option(
            names = "--examples",
            paramLabel = "FILE",
            description = "Keeps the rows in this file; if it exists, it is read instead of the pictures.")
    @Nullable
    Path kept;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, UnreadablePicture {
        PrintWriter log = spec.commandLine().getOut();
        List<LabelledPicture> listed = folder.pictures();
        FoldsFile known = FoldsFile.in(folds);
        Map<String, Integer> foldOf = known.of(listed);
        List<Example> examples = examples(listed, log);
        refuseUnlisted(examples, foldOf);
        log.printf("%d rows%n", examples.size());
        log.flush();
        Training training = Training.on(examples, HeadPlan.ALL, foldOf);
        training.report(log);
        log.flush();
        if (out != null) {
            write(out, training.onEverything());
        }
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            write(folds.resolve("heads-" + fold + ".bin"), training.without(fold));
        }
        known.write(folds, foldOf);
        return 0;
    }

    private List<Example> examples(List<LabelledPicture> listed, PrintWriter log)
            throws IOException, UnreadablePicture {
        if (kept != null && Files.exists(kept)) {
            return ExampleFile.read(kept);
        }
        List<LabelledPicture> pictures = folder.readable(listed, log).pictures();
        List<Example> examples;
        try (BenchEngines engines = BenchEngines.untrained(folder.models(), folds, listed)) {
            examples = Examples.collect(folder.data(), pictures, engines, MadeLessons::make);
        }
        if (kept != null) {
            ExampleFile.write(kept, examples);
        }
        return examples;
    }

    private void refuseUnlisted(List<Example> examples, Map<String, Integer> foldOf) {
        for (Example example : examples) {
            if (!foldOf.containsKey(example.file())) {
                throw new IllegalArgumentException(kept + " holds rows of " + example.file() + ", which labels.csv in "
                        + folder.data() + " does not list: name another file, or delete it to have the pictures read");
            }
        }
    }

    private static void write(Path file, LinearHeads heads) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, heads.write());
    }
}
