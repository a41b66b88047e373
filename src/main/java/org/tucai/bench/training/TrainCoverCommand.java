package org.tucai.bench.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tucai.bench.labelled.BenchEngines;
import org.tucai.bench.labelled.Folds;
import org.tucai.bench.labelled.LabelledFolder;
import org.tucai.bench.labelled.LabelledPicture;
import org.tucai.bench.made.CoverLessons;
import org.tucai.portrait.face.Learned;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code tucai bench train-cover}: trains the classifiers that tell whether mouth and eyes are visible, on one source of pictures and
 * on things drawn over them, so that the people of the other sources can measure them. The same pictures give the same weights.
 */
@Command(
        name = "train-cover",
        mixinStandardHelpOptions = true,
        description = "Trains the classifiers that tell whether the mouth and eyes are visible.")
public final class TrainCoverCommand implements Callable<Integer> {
    @Mixin
    LabelledFolder folder;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Source of the pictures to learn from (default: ${DEFAULT-VALUE}).")
    String source = "sfhq";

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "File for the classifiers.")
    Path out = Path.of(".");

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter log = spec.commandLine().getOut();
        List<LabelledPicture> listed = folder.pictures().stream()
                .filter(picture -> picture.source().equals(source))
                .map(TrainCoverCommand::seen)
                .toList();
        if (listed.isEmpty()) {
            throw new IllegalArgumentException("No picture in " + folder.data() + " is of the source " + source);
        }
        List<LabelledPicture> pictures = folder.readable(listed, log).pictures();
        try (BenchEngines engines = BenchEngines.open(folder.models(), null, pictures)) {
            List<Example> examples = Examples.collect(folder.data(), pictures, engines, CoverLessons::make);
            log.printf("%d rows%n", examples.size());
            Training training = Training.on(examples, HeadPlan.COVER, Folds.of(listed));
            training.report(log);
            log.flush();
            Files.write(out, training.onEverything().write());
        }
        return 0;
    }

    /**
     * A mouth that was labelled as closed or open is visible; whether something hides an eye is a label of its own, used for eyes
     * without glasses.
     */
    private static LabelledPicture seen(LabelledPicture picture) {
        Map<String, Boolean> meets = new HashMap<>(picture.meets());
        if (meets.containsKey("mouth-closed")) {
            meets.put(Learned.MOUTH_SEEN, true);
        }
        if (meets.getOrDefault("eyes-unobstructed", false) && meets.getOrDefault("no-glasses", false)) {
            meets.put(Learned.EYES_SEEN, true);
        }
        return new LabelledPicture(picture.file(), picture.source(), meets);
    }
}
