package org.tucai.bench.made;

import java.util.Map;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.picture.UnreadablePicture;

/**
 * Makes training pictures. Every other picture is cropped to the standard view with changed light and quality, so that the camera is not
 * what is learnt. On good pictures it draws faults of which the labelled pictures have too few: glare, tinted lenses, low frames,
 * fringes, strands, jewellery, patterns or one-sided light; and clean glasses.
 */
public final class MadeLessons {
    /** One picture in this many gets glasses and hair; the others get jewellery, patterns and one-sided light. */
    private static final int DRAWN_EVERY = 3;

    private final StandardView view;
    private final Map<String, Boolean> meets;
    private final Random random;
    private final Learner learner;

    private MadeLessons(StandardView view, Map<String, Boolean> meets, Random random, Learner learner) {
        this.view = view;
        this.meets = meets;
        this.random = random;
        this.learner = learner;
    }

    /** Receives the pictures that are made. */
    @FunctionalInterface
    public interface Learner {
        /**
         * Learns from one picture, which is closed afterwards.
         *
         * @param kind how it was made
         * @param meets by rule id, for the rules that it teaches
         */
        void look(String kind, Map<String, Boolean> meets, Mat picture) throws UnreadablePicture;
    }

    /**
     * Makes the training pictures that suit one picture.
     *
     * @param meets by rule id, whether the unchanged picture meets the rule
     * @param number the picture's index, which decides what is made from it
     */
    public static void make(StandardView view, Map<String, Boolean> meets, int number, Random random, Learner learner)
            throws UnreadablePicture {
        MadeLessons lessons = new MadeLessons(view, meets, random, learner);
        if (number % 2 == 0) {
            lessons.made("standard view", meets, changed(view.view(), random));
        }
        if (number % DRAWN_EVERY == 0) {
            lessons.drawn(view.view());
        } else {
            lessons.dressed();
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

    /** Draws glasses and hair on straight, bare faces, and reflections on the clean lenses of people who wear glasses. */
    private void drawn(Mat bare) throws UnreadablePicture {
        if (met("no-lens-glare")) {
            made("spots", Map.of("no-lens-glare", false), Drawn.spots(bare, random));
        }
        if (!(met("no-glasses")
                && met("eyes-open")
                && met("brows-visible")
                && met("eyes-unobstructed")
                && !broken("head-straight"))) {
            return;
        }
        made(
                "glasses",
                Map.of("no-lens-glare", true, "frame-off-eyes", true, "clear-lenses", true),
                Drawn.glasses(bare, random));
        made("glare", Map.of("no-lens-glare", false, "frame-off-eyes", true), Drawn.glare(bare, random));
        made("low frame", Map.of("frame-off-eyes", false, "no-lens-glare", true), Drawn.frameAcross(bare, random));
        made("lenses", Map.of("clear-lenses", false), Drawn.lenses(bare, 0.35 + 0.5 * random.nextDouble(), random));
        made("fringe", Map.of("brows-visible", false), Drawn.fringe(bare, random));
        made("strand", Map.of("eyes-unobstructed", false), Drawn.strand(bare, random));
    }

    /** Draws jewellery, patterns and one-sided light on pictures of straight heads that have none. */
    private void dressed() throws UnreadablePicture {
        if (broken("head-straight")) {
            return;
        }
        if (met("no-earrings") && !broken("ears-visible")) {
            made("earrings", Map.of("no-earrings", false), Jewels.earrings(view, random));
        }
        if (met("no-necklace")) {
            made("necklace", Map.of("no-necklace", false), Jewels.necklace(view, random));
        }
        if (met("even-lighting")) {
            made("one-sided light", Map.of("even-lighting", false), oneSided());
        }
        if (met("plain-clothes")) {
            made("pattern", Map.of("plain-clothes", false), Behind.patternedClothes(view, random));
        }
    }

    private Mat oneSided() {
        return random.nextBoolean()
                ? Spoiled.sideLight(view.view(), 1.4 + 1.2 * random.nextDouble(), random)
                : Spoiled.halfShadow(view.view(), 0.25 + 0.3 * random.nextDouble(), random);
    }

    private boolean met(String rule) {
        return meets.getOrDefault(rule, false);
    }

    private boolean broken(String rule) {
        return !meets.getOrDefault(rule, true);
    }

    private void made(String kind, Map<String, Boolean> taught, Mat picture) throws UnreadablePicture {
        try (picture) {
            learner.look(kind, taught, picture);
        }
    }
}
