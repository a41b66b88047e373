package org.tucai.bench.made;

import java.util.Map;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.picture.UnreadablePicture;

/**
 * Makes training pictures: every other picture is cut to the standard view with light and quality changed (so that the camera is not what is
 * learnt), and on good pictures glasses, glare, tinted lenses, low frames, fringes, strands, jewellery, patterns or one-sided light are
 * drawn, of which the labelled pictures have too few.
 */
public final class MadeLessons {
    /** Every so many-th picture is drawn on. */
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

    /** Who looks at what is made. */
    @FunctionalInterface
    public interface Learner {
        /**
         * Looks at one picture, which is closed afterwards.
         *
         * @param kind how it was made
         * @param meets by rule id, of the rules that it teaches
         */
        void look(String kind, Map<String, Boolean> meets, Mat picture) throws UnreadablePicture;
    }

    /**
     * Makes what one picture is good for.
     *
     * @param meets what the picture as it is meets, by rule id
     * @param number the picture's place among all: which sort is made of it
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

    /** Glasses and hair, over bare faces held straight; the reflections on the lenses of whoever wears clean ones. */
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

    /** Jewellery, patterns and one-sided light, on pictures of heads held straight that have none. */
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
