package org.tucai.bench.training;

import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import org.tucai.bench.labelled.BenchEngines;
import org.tucai.bench.labelled.BenchProfiles;
import org.tucai.bench.labelled.LabelledPicture;
import org.tucai.bench.made.CameraJpeg;
import org.tucai.bench.made.MadeLessons;
import org.tucai.bench.made.StandardView;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.Profile;
import org.tucai.portrait.classifier.TraitVector;

/** Training rows measured by the engine itself: of every picture as it is and mirrored, and of the lessons made from it. */
final class Examples {
    private final PortraitEngine engine;
    private final Profile profile;
    private final LabelledPicture picture;
    private final Lessons lessons;
    private final List<Example> examples = new ArrayList<>();

    /** Changed pictures, made from one, to learn from. */
    @FunctionalInterface
    interface Lessons {
        /** As {@link MadeLessons#make}. */
        void make(StandardView view, Map<String, Boolean> meets, int number, Random random, MadeLessons.Learner learner)
                throws UnreadablePicture;
    }

    private Examples(PortraitEngine engine, Profile profile, LabelledPicture picture, Lessons lessons) {
        this.engine = engine;
        this.profile = profile;
        this.picture = picture;
        this.lessons = lessons;
    }

    /** Inspects the pictures on all cores; the rows and their order depend on the pictures only. Refuses reduced mode. */
    static List<Example> collect(Path data, List<LabelledPicture> pictures, BenchEngines engines, Lessons lessons)
            throws IOException {
        BenchEngines.requireModels(engines.mode());
        Profile profile = BenchProfiles.everythingAsked("graduation-2017");
        try (ExecutorService pool =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<List<Example>>> parts = new ArrayList<>();
            for (int i = 0; i < pictures.size(); i++) {
                int number = i;
                Examples one = new Examples(engines.engine(pictures.get(i).file()), profile, pictures.get(i), lessons);
                parts.add(pool.submit(() -> one.of(data.resolve(one.picture.file()), number)));
            }
            List<Example> all = new ArrayList<>();
            for (Future<List<Example>> part : parts) {
                all.addAll(part.get());
            }
            return all;
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException("looking at the pictures broke off", e);
        }
    }

    private List<Example> of(Path file, int number) throws IOException, UnreadablePicture {
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(7L + number);
        look(Example.ORIGINAL, bytes, picture.meets());
        try (Mat mat = imread(file.toString(), IMREAD_COLOR);
                Mat mirrored = new Mat()) {
            flip(mat, mirrored, 1);
            look("mirrored", CameraJpeg.of(mirrored), picture.meets());
        }
        try (StandardView view = engine.view(bytes, StandardView::of)) {
            if (view != null) {
                lessons.make(
                        view,
                        picture.meets(),
                        number,
                        random,
                        (kind, meets, made) -> look(kind, CameraJpeg.of(made), meets));
            }
        }
        return examples;
    }

    private void look(String kind, byte[] bytes, Map<String, Boolean> meets) throws UnreadablePicture {
        float @Nullable [] row = TraitVector.of(engine.examine(bytes, profile).facts());
        if (row != null) {
            examples.add(new Example(picture.file(), kind, row, meets));
        }
    }
}
