package org.tucai.bench.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.Examination;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.Profile;
import org.tucai.portrait.classifier.LinearHeads;
import org.tucai.portrait.face.CloseupNetworks;

/** The engine as shipped and, where folds were trained, one per fold: each picture is judged by an engine that was not trained on it. */
public final class BenchEngines implements AutoCloseable {
    private static final String AS_SHIPPED =
            "classifiers as shipped: pictures they were trained on are judged too well (use --folds)";
    private static final String UNSEEN = "classifiers out of fold: none has seen the picture it judges";
    private static final String PERHAPS_UNSEEN =
            "classifiers out of fold: none has seen the picture it judges, provided that"
                    + " labels.csv lists the same pictures as when they were trained; their folder does not say which (no pictures.csv)";

    private final PortraitEngine shipped;
    private final List<PortraitEngine> perFold;
    private final Map<String, Integer> foldOf;
    private final String about;

    private BenchEngines(
            PortraitEngine shipped, List<PortraitEngine> perFold, Map<String, Integer> foldOf, String about) {
        this.shipped = shipped;
        this.perFold = perFold;
        this.foldOf = foldOf;
        this.about = about;
    }

    public static BenchEngines open(@Nullable Path models, @Nullable Path folds, List<LabelledPicture> pictures)
            throws IOException {
        PortraitEngine shipped = PortraitEngine.open(models);
        if (folds == null) {
            return new BenchEngines(shipped, List.of(), Map.of(), AS_SHIPPED);
        }
        FoldsFile file = FoldsFile.in(folds);
        PortraitEngine[] engines = new PortraitEngine[Folds.COUNT];
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            LinearHeads heads = LinearHeads.read(Files.readAllBytes(folds.resolve("heads-" + fold + ".bin")))
                    .withCover();
            engines[fold] = PortraitEngine.open(models, heads, CloseupNetworks.without(fold, folds));
        }
        return new BenchEngines(shipped, List.of(engines), file.of(pictures), file.isThere() ? UNSEEN : PERHAPS_UNSEEN);
    }

    /** Engines to collect examples with: closeup networks that were not trained on the picture, and no other classifiers. */
    public static BenchEngines untrained(@Nullable Path models, Path folds, List<LabelledPicture> pictures)
            throws IOException {
        PortraitEngine[] engines = new PortraitEngine[Folds.COUNT];
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            engines[fold] = PortraitEngine.open(models, LinearHeads.NONE, CloseupNetworks.without(fold, folds));
        }
        Map<String, Integer> foldOf = FoldsFile.in(folds).of(pictures);
        return new BenchEngines(engines[0], List.of(engines), foldOf, UNSEEN);
    }

    /**
     * Refuses reduced mode, in which nothing is measured that could be learnt from: the classifiers written after that would know nothing.
     *
     * @throws IllegalArgumentException with the way out
     */
    public static void requireModels(String mode) {
        if ("reduced".equals(mode)) {
            throw new IllegalArgumentException(
                    "This needs the perception models: run tucai models install, or name their folder with --models");
        }
    }

    public String mode() {
        return shipped.mode();
    }

    /** Says which classifiers judge. */
    public String about() {
        return about;
    }

    /** The engine for a picture of the data folder. */
    public PortraitEngine engine(String file) {
        Integer fold = foldOf.get(file);
        return fold == null || perFold.isEmpty() ? shipped : perFold.get(fold);
    }

    public PortraitEngine shipped() {
        return shipped;
    }

    public Examination examine(String file, byte[] bytes, Profile profile) throws UnreadablePicture {
        return engine(file).examine(bytes, profile);
    }

    @Override
    public void close() {
        perFold.forEach(PortraitEngine::close);
        shipped.close(); // closing twice is harmless
    }
}
