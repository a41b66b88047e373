package org.tucai.portrait;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.Pictures;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.classifier.LinearHeads;
import org.tucai.portrait.face.CascadePerception;
import org.tucai.portrait.face.CloseupNetworks;
import org.tucai.portrait.face.FaceView;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FullPerception;
import org.tucai.portrait.face.StageClock;
import org.tucai.portrait.install.ModelFolder;
import org.tucai.portrait.rule.Rules;

/**
 * The portrait engine. With the model files it runs in full mode; without them a reduced mode on the detectors that come
 * with OpenCV judges what it can and answers "not assessed" for the rest. Models are loaded when it opens, never per call.
 */
public final class PortraitEngine implements PortraitInspector {
    /** A reduced copy is good enough for judging when its longer side has at least this many pixels. */
    private static final int ENOUGH = 960;

    private final PerceptionPool pool;
    private final String mode;

    private PortraitEngine(PerceptionPool pool) {
        this.pool = pool;
        this.mode = pool.with(perception -> perception.mode());
    }

    /**
     * Opens the engine.
     *
     * @param models folder with the model files; null = where {@link ModelFolder#find()} finds them
     * @throws IllegalArgumentException when models are missing there or damaged; the message says what to do
     */
    public static PortraitEngine open(@Nullable Path models) {
        return open(models, LinearHeads.shipped(), CloseupNetworks.shipped());
    }

    /**
     * Opens the engine with other classifiers than those that come with the program: to train and to measure them.
     *
     * @param models folder with the model files; null = where {@link ModelFolder#find()} finds them
     * @param heads classifiers as {@code bench train} writes them
     * @param networks closeup networks as {@code src/train} writes them
     */
    public static PortraitEngine open(@Nullable Path models, LinearHeads heads, CloseupNetworks networks) {
        Path folder = models == null ? ModelFolder.find() : ModelFolder.require(models);
        if (folder == null) {
            return openReduced();
        }
        ModelFolder.requireIntact(folder);
        return new PortraitEngine(new PerceptionPool(() -> new FullPerception(folder, networks, heads), threads()));
    }

    /** Opens the engine in reduced mode even if there are models. */
    public static PortraitEngine openReduced() {
        return new PortraitEngine(new PerceptionPool(CascadePerception::new, threads()));
    }

    private static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** {@code full} or {@code reduced}. */
    public String mode() {
        return mode;
    }

    @Override
    public PortraitReport inspect(byte[] picture, Profile profile) throws UnreadablePicture {
        return examine(picture, profile).report();
    }

    /** {@link #inspect} with the facts behind the report. */
    public Examination examine(byte[] picture, Profile profile) throws UnreadablePicture {
        return examine(picture, profile, new StageClock());
    }

    /** {@link #examine(byte[], Profile)}, timed by the caller's clock. */
    public Examination examine(byte[] picture, Profile profile, StageClock clock) throws UnreadablePicture {
        PictureHeader header = PictureHeader.of(picture);
        int reduction = reduction(header);
        long decoding = clock.now();
        try (Mat mat = Pictures.decode(picture, header, reduction, false)) {
            clock.add("decode", decoding);
            Facts facts = pool.with(perception -> perception.measure(
                            perception.sight(mat, clock), mat, FileReading.blocks(header, mat, reduction), clock))
                    .with(FileReading.of(header, mat));
            long judging = clock.now();
            List<RuleResult> results = Rules.judge(facts, profile);
            clock.add("rules", judging);
            return new Examination(PortraitReport.of(profile, mode, results, clock.total()), facts);
        }
    }

    @Override
    public Shot shoot(byte[] picture, Profile profile) throws UnreadablePicture {
        return shoot(picture, profile, new StageClock());
    }

    /** {@link #shoot(byte[], Profile)}, timed by the caller's clock. */
    public Shot shoot(byte[] picture, Profile profile, StageClock clock) throws UnreadablePicture {
        PictureHeader header = PictureHeader.of(picture);
        int reduction = reduction(header);
        long decoding = clock.now();
        try (Mat mat = Pictures.decode(picture, header, reduction, false)) {
            clock.add("decode", decoding);
            return pool.with(
                    perception -> new Shooting(perception, profile, clock).shoot(picture, header, mat, reduction));
        }
    }

    /**
     * Applies a function to the largest face of a picture, aligned and with its masks; null when there is no face or in
     * reduced mode.
     */
    public <T> @Nullable T view(byte[] picture, Function<FaceView, T> look) throws UnreadablePicture {
        PictureHeader header = PictureHeader.of(picture);
        try (Mat mat = Pictures.decode(picture, header, reduction(header), false)) {
            Optional<T> seen = pool.with(perception -> perception instanceof FullPerception full
                    ? Optional.ofNullable(full.view(mat, look))
                    : Optional.empty());
            return seen.orElse(null);
        }
    }

    private static int reduction(PictureHeader header) {
        int longer = Math.max(header.width(), header.height());
        int reduction = 8;
        while (reduction > 1 && longer / reduction < ENOUGH) {
            reduction /= 2;
        }
        return reduction;
    }

    @Override
    public void close() {
        pool.close();
    }
}
