package org.tucai.portrait.classifier;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.portrait.face.BackgroundFacts;
import org.tucai.portrait.face.Closeup;
import org.tucai.portrait.face.ClothesFacts;
import org.tucai.portrait.face.EyeFacts;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.GlassesFacts;
import org.tucai.portrait.face.HairFacts;
import org.tucai.portrait.face.LensFacts;
import org.tucai.portrait.face.LightFacts;
import org.tucai.portrait.face.MouthFacts;
import org.tucai.portrait.face.Pose;
import org.tucai.portrait.face.TrainedCloseup;
import org.tucai.portrait.face.Traits;

/**
 * What a classifier looks at, as one row of numbers in blocks: traits of the face, of the person, of the hair, of the
 * irises and of every closeup, what the own networks answered, and what was measured. A measure that is missing is NaN.
 */
public final class TraitVector {
    private static final int MEASURE_COUNT = 44;

    /** The blocks of the row, in this order. */
    public enum Block {
        FACE(0, Traits.FACE),
        PERSON(FACE.end, Traits.PERSON),
        HAIR(PERSON.end, Traits.HAIR),
        IRIS(HAIR.end, Traits.IRIS),
        EYES_DEEP(IRIS.end, Closeup.EYES.deep()),
        EYES_FINE(EYES_DEEP.end, Closeup.EYES.fine()),
        TORSO_DEEP(EYES_FINE.end, Closeup.TORSO.deep()),
        TORSO_FINE(TORSO_DEEP.end, Closeup.TORSO.fine()),
        /** From here on to MOUTH_TRAINED: the answers of the project's own networks. */
        EARS_TRAINED(TORSO_FINE.end, TrainedCloseup.EARS.rules()),
        BUST_TRAINED(EARS_TRAINED.end, TrainedCloseup.BUST.rules()),
        TORSO_TRAINED(BUST_TRAINED.end, TrainedCloseup.TORSO.rules()),
        HEAD_TRAINED(TORSO_TRAINED.end, TrainedCloseup.HEAD.rules()),
        MOUTH_TRAINED(HEAD_TRAINED.end, TrainedCloseup.MOUTH.rules()),
        MEASURES(MOUTH_TRAINED.end, MEASURE_COUNT);

        private final int start;
        private final int end;

        Block(int start, int length) {
            this.start = start;
            this.end = start + length;
        }

        /** Its first place in the row. */
        public int start() {
            return start;
        }

        /** The place after its last. */
        public int end() {
            return end;
        }

        /** How many numbers it has. */
        public int length() {
            return end - start;
        }
    }

    /** How many numbers. */
    public static final int LENGTH = Block.MEASURES.end();

    private TraitVector() {}

    /** The row of a picture, or null when the networks did not see a face. */
    public static float @Nullable [] of(Facts facts) {
        Traits traits = facts.find(Traits.class);
        if (traits == null) {
            return null;
        }
        float[] row = new float[LENGTH];
        System.arraycopy(traits.face(), 0, row, Block.FACE.start(), Traits.FACE);
        System.arraycopy(traits.person(), 0, row, Block.PERSON.start(), Traits.PERSON);
        System.arraycopy(traits.hair(), 0, row, Block.HAIR.start(), Traits.HAIR);
        System.arraycopy(traits.iris(), 0, row, Block.IRIS.start(), Traits.IRIS);
        System.arraycopy(traits.close(), 0, row, Block.EYES_DEEP.start(), traits.close().length);
        System.arraycopy(traits.trained(), 0, row, Block.EARS_TRAINED.start(), traits.trained().length);
        List<double[]> groups = measures(facts);
        int at = Block.MEASURES.start();
        for (double[] group : groups) {
            for (double value : group) {
                row[at++] = (float) value;
            }
        }
        if (at != LENGTH) {
            throw new IllegalStateException(
                    "measures: " + (at - Block.MEASURES.start()) + " instead of " + MEASURE_COUNT);
        }
        return row;
    }

    private static List<double[]> measures(Facts facts) {
        return List.of(
                eyes(facts), mouth(facts), head(facts), hair(facts), light(facts), lenses(facts), surfaces(facts));
    }

    private static double[] eyes(Facts facts) {
        EyeFacts eyes = facts.find(EyeFacts.class);
        return eyes == null
                ? missing(7)
                : new double[] {
                    eyes.leftOpening(),
                    eyes.rightOpening(),
                    Math.min(eyes.leftOpening(), eyes.rightOpening()),
                    eyes.gazeAcross(),
                    Math.abs(eyes.gazeAcross()),
                    eyes.gazeDown(),
                    Math.abs(eyes.gazeDown())
                };
    }

    private static double[] mouth(Facts facts) {
        MouthFacts mouth = facts.find(MouthFacts.class);
        return mouth == null
                ? missing(5)
                : new double[] {
                    mouth.gap(),
                    Math.sqrt(Math.max(0, mouth.gap())),
                    mouth.width(),
                    mouth.cornerLift(),
                    0 // nothing is measured here; the classifiers were trained on a row with this place
                };
    }

    private static double[] head(Facts facts) {
        Pose pose = facts.find(Pose.class);
        GlassesFacts glasses = facts.find(GlassesFacts.class);
        double worn = glasses == null ? Double.NaN : glasses.certainty();
        return pose == null
                ? new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, worn}
                : new double[] {
                    Math.abs(pose.yaw()), pose.pitch(), Math.abs(pose.pitch()), Math.abs(pose.roll()), pose.yaw(), worn
                };
    }

    private static double[] hair(Facts facts) {
        HairFacts hair = facts.find(HairFacts.class);
        return hair == null
                ? missing(8)
                : new double[] {
                    hair.area(),
                    hair.overBrows(),
                    hair.overEyes(),
                    Math.min(hair.leftEar(), hair.rightEar()),
                    hair.leftEar() + hair.rightEar(),
                    hair.onTop(),
                    hair.lightness(),
                    hair.chroma()
                };
    }

    private static double[] light(Facts facts) {
        LightFacts light = facts.find(LightFacts.class);
        return light == null
                ? missing(6)
                : new double[] {
                    Math.abs(light.side()),
                    light.worstSide(),
                    light.colourSide(),
                    light.relief(),
                    light.range(),
                    light.clipped()
                };
    }

    private static double[] lenses(Facts facts) {
        LensFacts lenses = facts.find(LensFacts.class);
        return lenses == null
                ? missing(4)
                : new double[] {lenses.darkness(), lenses.tint(), lenses.glare(), lenses.frame()};
    }

    private static double[] surfaces(Facts facts) {
        BackgroundFacts wall = facts.find(BackgroundFacts.class);
        ClothesFacts clothes = facts.find(ClothesFacts.class);
        return new double[] {
            wall == null ? Double.NaN : wall.all().texture(),
            wall == null ? Double.NaN : wall.all().shading(),
            wall == null ? Double.NaN : wall.all().colourSpread(),
            wall == null ? Double.NaN : wall.colourShading(),
            wall == null ? Double.NaN : wall.edges(),
            wall == null ? Double.NaN : wall.share(),
            clothes == null ? Double.NaN : clothes.pattern(),
            clothes == null ? Double.NaN : clothes.colours()
        };
    }

    private static double[] missing(int count) {
        double[] none = new double[count];
        Arrays.fill(none, Double.NaN);
        return none;
    }
}
