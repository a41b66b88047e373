package org.tucai.bench.training;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.bench.labelled.BenchEngines;
import org.tucai.bench.labelled.Folds;
import org.tucai.bench.labelled.FoldsFile;
import org.tucai.bench.labelled.LabelledFolder;
import org.tucai.bench.labelled.LabelledPicture;
import org.tucai.bench.labelled.UsablePictures;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.classifier.LinearHeads;
import org.tucai.portrait.face.CloseupNetworks;
import org.tucai.portrait.face.FaceView;
import org.tucai.portrait.face.TrainedCloseup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code tucai bench closeups}: crops the inputs of the closeup networks out of labelled portraits, for {@code src/train}.
 * Writes {@code pictures.csv} (file and fold) and one file per closeup and side: the pixels of the crops one after the other, 8-bit
 * BGR, 1.35 times as wide and high as the network's input.
 */
@Command(
        name = "closeups",
        mixinStandardHelpOptions = true,
        description = "Cuts ears, mouths, heads and torsos out of the pictures named in labels.csv, for training the"
                + " closeup networks.")
public final class CloseupsCommand implements Callable<Integer> {
    private static final double MARGIN = 1.35;

    @Mixin
    LabelledFolder folder;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the cut-outs.")
    Path out = Path.of(".");

    @Spec
    CommandSpec spec;

    private final Map<String, OutputStream> files = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException, UnreadablePicture {
        Files.createDirectories(out);
        List<LabelledPicture> listed = folder.pictures();
        List<String> cut = new ArrayList<>();
        UsablePictures<LabelledPicture> usable =
                folder.readable(listed, spec.commandLine().getOut());
        try (PortraitEngine engine = PortraitEngine.open(folder.models(), LinearHeads.NONE, CloseupNetworks.none())) {
            BenchEngines.requireModels(engine.mode());
            for (LabelledPicture picture : usable.pictures()) {
                String name = picture.file();
                if (engine.view(Files.readAllBytes(folder.data().resolve(name)), this::cut) != null) {
                    cut.add(name);
                }
            }
        } finally {
            for (OutputStream file : files.values()) {
                file.close();
            }
        }
        FoldsFile.write(out.resolve("pictures.csv"), cut, Folds.of(listed));
        return 0;
    }

    private Boolean cut(FaceView view) {
        try {
            for (TrainedCloseup closeup : TrainedCloseup.values()) {
                int side = 0;
                for (Mat cut : closeup.cuts(view.picture(), view.face(), MARGIN)) {
                    try (cut) {
                        byte[] pixels = new byte[cut.rows() * cut.cols() * 3];
                        cut.data().get(pixels);
                        file(closeup.file() + "-" + side++ + ".bgr").write(pixels);
                    }
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OutputStream file(String name) throws IOException {
        OutputStream file = files.get(name);
        if (file == null) {
            file = new BufferedOutputStream(Files.newOutputStream(out.resolve(name)));
            files.put(name, file);
        }
        return file;
    }
}
