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
import org.tucai.bench.made.Behind;
import org.tucai.bench.made.Drawn;
import org.tucai.bench.made.Jewels;
import org.tucai.bench.made.Spoiled;
import org.tucai.bench.made.StandardView;
import org.tucai.bench.portrait.MadeRun;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.Profile;
import org.tucai.portrait.classifier.TraitVector;

/**
 * Rows to train on, seen through the engine itself: every picture as it is and mirrored, every other one cut to the standard
 * view with light and quality changed (so that the camera is not what is learnt); and the good pictures with glasses, glare,
 * tinted lenses, low frames, fringes and strands drawn over them or with jewellery, patterns and one-sided light, because
 * the labelled pictures hold too few of those.
 */
final class Examples {
    /** Every so many-th picture is drawn on. */
    private static final int DRAWN_EVERY = 3;

    private final PortraitEngine engine;
    private final Profile profile;
    private final LabelledPicture picture;
    private final List<Example> examples = new ArrayList<>();

    private Examples(PortraitEngine engine, Profile profile, LabelledPicture picture) {
        this.engine = engine;
        this.profile = profile;
        this.picture = picture;
    }

    /** Looks at the pictures on all cores; the rows and their order depend on the pictures only. */
    static List<Example> collect(Path data, List<LabelledPicture> pictures, BenchEngines engines) throws IOException {
        Profile profile = BenchProfiles.everythingAsked("graduation-2017");
        try (ExecutorService pool =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<List<Example>>> parts = new ArrayList<>();
            for (int i = 0; i < pictures.size(); i++) {
                int number = i;
                Examples one = new Examples(engines.engine(pictures.get(i).file()), profile, pictures.get(i));
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
            look("mirrored", MadeRun.encoded(mirrored), picture.meets());
        }
        try (StandardView view = engine.view(bytes, StandardView::of)) {
            if (view != null) {
                if (number % 2 == 0) {
                    made("standard view", picture.meets(), changed(view.view(), random));
                }
                if (number % DRAWN_EVERY == 0) {
                    drawn(view.view(), random);
                } else {
                    dressed(view, random);
                }
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

    private static Mat changed(Mat picture, Random random) {
        double stops = random.nextDouble() * 1.6 - 0.8;
        double contrast = 0.6 + 0.5 * random.nextDouble();
        double blue = 0.85 + 0.3 * random.nextDouble();
        double red = 0.85 + 0.3 * random.nextDouble();
        double sigma = 0.3 + 1.1 * random.nextDouble() * picture.cols() / 480;
        try (Mat lit = Spoiled.exposed(picture, stops);
                Mat flat = Spoiled.flat(lit, contrast);
                Mat coloured = Spoiled.cast(flat, blue, 1, red);
                Mat soft = Spoiled.blurred(coloured, sigma);
                Mat grainy = Spoiled.noisy(soft, 6 * random.nextDouble(), random)) {
            return Spoiled.jpeg(grainy, 35 + random.nextInt(50));
        }
    }

    private void drawn(Mat view, Random random) throws UnreadablePicture {
        if (met("no-lens-glare")) {
            made("spots", Map.of("no-lens-glare", false), Drawn.spots(view, random));
        }
        boolean bare = met("no-glasses")
                && met("eyes-open")
                && met("brows-visible")
                && met("eyes-unobstructed")
                && picture.meets().getOrDefault("head-straight", true);
        if (!bare) {
            return;
        }
        made(
                "glasses",
                Map.of("no-lens-glare", true, "frame-off-eyes", true, "clear-lenses", true),
                Drawn.glasses(view, random));
        made("glare", Map.of("no-lens-glare", false, "frame-off-eyes", true), Drawn.glare(view, random));
        made("low frame", Map.of("frame-off-eyes", false, "no-lens-glare", true), Drawn.frameAcross(view, random));
        made("lenses", Map.of("clear-lenses", false), Drawn.lenses(view, 0.35 + 0.5 * random.nextDouble(), random));
        made("fringe", Map.of("brows-visible", false), Drawn.fringe(view, random));
        made("strand", Map.of("eyes-unobstructed", false), Drawn.strand(view, random));
    }

    /** Jewellery, patterns and one-sided light, on pictures of heads held straight that have none. */
    private void dressed(StandardView view, Random random) throws UnreadablePicture {
        if (!picture.meets().getOrDefault("head-straight", true)) {
            return;
        }
        if (met("no-earrings") && picture.meets().getOrDefault("ears-visible", true)) {
            made("earrings", Map.of("no-earrings", false), Jewels.earrings(view, random));
        }
        if (met("no-necklace")) {
            made("necklace", Map.of("no-necklace", false), Jewels.necklace(view, random));
        }
        if (met("even-lighting")) {
            boolean soft = random.nextBoolean();
            double most = soft ? 1.4 + 1.2 * random.nextDouble() : 0.25 + 0.3 * random.nextDouble();
            made(
                    "one-sided light",
                    Map.of("even-lighting", false),
                    soft
                            ? Spoiled.sideLight(view.view(), most, random)
                            : Spoiled.halfShadow(view.view(), most, random));
        }
        if (met("plain-clothes")) {
            made("pattern", Map.of("plain-clothes", false), Behind.patternedClothes(view, random));
        }
    }

    private boolean met(String rule) {
        return picture.meets().getOrDefault(rule, false);
    }

    private void made(String kind, Map<String, Boolean> meets, Mat mat) throws UnreadablePicture {
        try (mat) {
            look(kind, MadeRun.encoded(mat), meets);
        }
    }
}
