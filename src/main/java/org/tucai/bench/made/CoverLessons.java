package org.tucai.bench.made;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.face.Learned;

/** Draws things in front of mouths and eyes, as training examples of partly hidden faces. */
public final class CoverLessons {
    private static final List<Cover> MOUTH = List.of(
            new Cover("mask", Disguised::mask),
            new Cover("hand", Disguised::hand),
            new Cover("fingers", Covered::fingers),
            new Cover("palm", Covered::palm));
    private static final List<Cover> EYE = List.of(
            new Cover("sticker", Disguised::sticker),
            new Cover("hand before an eye", Covered::eye),
            new Cover("patch", Covered::patch));

    private record Cover(String name, MadeNegative.Maker maker) {}

    private CoverLessons() {}

    /** Like {@link MadeLessons#make}, for straight, uncovered faces without glasses: each in the standard view and with every cover. */
    public static void make(
            StandardView view, Map<String, Boolean> meets, int number, Random random, MadeLessons.Learner learner)
            throws UnreadablePicture {
        boolean bare = meets.getOrDefault("no-glasses", false) && meets.getOrDefault("head-straight", true);
        if (!bare || !meets.getOrDefault("mouth-closed", false) || !meets.getOrDefault("eyes-unobstructed", false)) {
            return;
        }
        try (Mat whole = view.view().clone()) {
            learner.look("standard view", Map.of(Learned.MOUTH_SEEN, true, Learned.EYES_SEEN, true), whole);
        }
        look(MOUTH, Map.of(Learned.MOUTH_SEEN, false, Learned.EYES_SEEN, true), view, random, learner);
        look(EYE, Map.of(Learned.MOUTH_SEEN, true, Learned.EYES_SEEN, false), view, random, learner);
    }

    private static void look(
            List<Cover> covers,
            Map<String, Boolean> meets,
            StandardView view,
            Random random,
            MadeLessons.Learner learner)
            throws UnreadablePicture {
        for (Cover cover : covers) {
            try (Mat covered = cover.maker().make(view, random)) {
                learner.look(cover.name(), meets, covered);
            }
        }
    }
}
