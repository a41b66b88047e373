package org.tucai.bench.made;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;

import java.util.List;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;

/** All ways to break a good photo on purpose, each with the rule that has to notice. */
public final class MadeNegatives {
    private MadeNegatives() {}

    public static List<MadeNegative> all() {
        return List.of(
                new MadeNegative("blur 2.5 px", "sharp", (it, random) -> Spoiled.blurred(it.view(), 2.5)),
                new MadeNegative("blur 4 px", "sharp", (it, random) -> Spoiled.blurred(it.view(), 4)),
                new MadeNegative(
                        "motion blur 5 px, any way",
                        "sharp",
                        (it, random) -> Spoiled.moved(it.view(), 5, 180 * random.nextDouble())),
                new MadeNegative("motion blur 13 px", "sharp", (it, random) -> Spoiled.moved(it.view(), 13, 0)),
                new MadeNegative("enlarged from a quarter", "sharp", (it, random) -> Spoiled.enlarged(it.view(), 4)),
                new MadeNegative("noise 12", "no-noise", (it, random) -> Spoiled.noisy(it.view(), 12, random)),
                new MadeNegative("noise 20", "no-noise", (it, random) -> Spoiled.noisy(it.view(), 20, random)),
                new MadeNegative(
                        "JPEG quality 8", "no-compression-artifacts", (it, random) -> Spoiled.jpeg(it.view(), 8)),
                new MadeNegative(
                        "JPEG quality 15", "no-compression-artifacts", (it, random) -> Spoiled.jpeg(it.view(), 15)),
                new MadeNegative("2 stops darker", "exposure", (it, random) -> Spoiled.exposed(it.view(), -2)),
                new MadeNegative(
                        "1.5 stops brighter", "no-highlights", (it, random) -> Spoiled.exposed(it.view(), 1.5)),
                new MadeNegative("flat, contrast 0.3", "contrast", (it, random) -> Spoiled.flat(it.view(), 0.3)),
                new MadeNegative("blue cast", "natural-colour", (it, random) -> Spoiled.cast(it.view(), 1.5, 1, 0.6)),
                new MadeNegative(
                        "green cast", "natural-colour", (it, random) -> Spoiled.cast(it.view(), 0.75, 1.35, 0.75)),
                new MadeNegative("red pupils", "no-red-eye", (it, random) -> Drawn.redPupils(it.view(), 200, 35)),
                new MadeNegative("dull red pupils", "no-red-eye", (it, random) -> Drawn.redPupils(it.view(), 150, 60)),
                new MadeNegative(
                        "red pupils by a warm lamp",
                        "no-red-eye",
                        (it, random) -> Spoiled.warm(it.view()),
                        (it, random) -> {
                            try (Mat red = Drawn.redPupils(it.view(), 200, 35)) {
                                return Spoiled.warm(red);
                            }
                        }),
                new MadeNegative("tilted 12°", "head-straight", (it, random) -> Spoiled.placed(it.view(), 12, 1, 0, 0)),
                new MadeNegative(
                        "head small, scale 0.6", "face-width", (it, random) -> Spoiled.placed(it.view(), 0, 0.6, 0, 0)),
                new MadeNegative(
                        "head large, scale 1.3", "face-width", (it, random) -> Spoiled.placed(it.view(), 0, 1.3, 0, 0)),
                new MadeNegative("shifted 60 px", "centred", (it, random) -> Spoiled.placed(it.view(), 0, 1, 60, 0)),
                new MadeNegative(
                        "crown 20 px from the edge",
                        "crown-position",
                        (it, random) -> it.withCrownAt(80),
                        (it, random) -> it.withCrownAt(20)),
                new MadeNegative(
                        "shifted 60 px down", "eye-position", (it, random) -> Spoiled.placed(it.view(), 0, 1, 0, 60)),
                new MadeNegative(
                        "side light, 2 stops",
                        "even-lighting",
                        (it, random) -> Spoiled.sideLight(it.view(), 2, random)),
                new MadeNegative(
                        "hard shadow on half the face",
                        "even-lighting",
                        (it, random) -> Spoiled.halfShadow(it.view(), 0.4, random)),
                new MadeNegative(
                        "tinted lenses", "clear-lenses", (it, random) -> Drawn.lenses(it.view(), 0.45, random)),
                new MadeNegative("dark lenses", "clear-lenses", (it, random) -> Drawn.lenses(it.view(), 0.85, random)),
                new MadeNegative(
                        "glare on the lenses", "no-lens-glare", (it, random) -> Drawn.glare(it.view(), random)),
                new MadeNegative(
                        "frame across the eyes",
                        "frame-off-eyes",
                        (it, random) -> Drawn.frameAcross(it.view(), random)),
                new MadeNegative(
                        "fringe over the brows", "brows-visible", (it, random) -> Drawn.fringe(it.view(), random)),
                new MadeNegative(
                        "strand over an eye", "eyes-unobstructed", (it, random) -> Drawn.strand(it.view(), random)),
                new MadeNegative(
                        "flash spots on the skin", "no-highlights", (it, random) -> Drawn.flash(it.view(), random)),
                new MadeNegative(
                        "white frame round the picture",
                        "not-a-photo-of-a-photo",
                        (it, random) -> Drawn.border(it.view())),
                new MadeNegative(
                        "text across the picture", "not-a-photo-of-a-photo", (it, random) -> Drawn.text(it.view())),
                new MadeNegative(
                        "address in small letters",
                        "not-a-photo-of-a-photo",
                        (it, random) -> Drawn.address(it.view(), random)),
                new MadeNegative(
                        "faint watermark, slanted",
                        "not-a-photo-of-a-photo",
                        (it, random) -> Drawn.watermark(it.view(), random)),
                new MadeNegative(
                        "faint watermark, as seen on the wall",
                        "plain-background",
                        (it, random) -> Drawn.watermark(it.view(), random)),
                new MadeNegative(
                        "screen photographed",
                        "not-a-photo-of-a-photo",
                        (it, random) -> Spoiled.screen(it.view(), random)),
                new MadeNegative("skin smoothed", "not-retouched", (it, random) -> Spoiled.smoothed(it.view())),
                new MadeNegative(
                        "dark green behind", "background-colour", (it, random) -> Behind.colour(it, 60, 110, 50)),
                new MadeNegative(
                        "gradient behind, L 95 to 55", "plain-background", (it, random) -> Behind.gradient(it)),
                new MadeNegative("blurred scene behind", "plain-background", Behind::scene),
                new MadeNegative("stripes behind", "plain-background", (it, random) -> Behind.stripes(it)),
                new MadeNegative(
                        "hard shadow behind the head", "no-background-shadow", (it, random) -> Behind.shadow(it, 0.6)),
                new MadeNegative(
                        "faint shadow behind the head", "no-background-shadow", (it, random) -> Behind.shadow(it, 0.8)),
                new MadeNegative("second head beside", "no-other-person", (it, random) -> Behind.secondHead(it)),
                new MadeNegative("second face small in a corner", "one-face", (it, random) -> Behind.secondFace(it)),
                new MadeNegative("high collar", "neck-visible", Behind::highCollar),
                new MadeNegative("striped clothes", "plain-clothes", (it, random) -> Behind.stripedClothes(it)),
                new MadeNegative(
                        "clothes in the background's colour",
                        "clothes-differ-from-background",
                        (it, random) -> Behind.darkClothes(it),
                        (it, random) -> Behind.clothesLikeBackground(it)),
                new MadeNegative("mask over mouth and nose", "mouth-closed", Disguised::mask),
                new MadeNegative("hand before the mouth", "mouth-closed", Disguised::hand),
                new MadeNegative("fingers at the lips", "mouth-closed", Covered::fingers),
                new MadeNegative("palm before the mouth", "mouth-closed", Covered::palm),
                new MadeNegative("hand on a cheek", "mouth-closed", Covered::cheek),
                new MadeNegative("scarf over the chin", "mouth-closed", Covered::scarf),
                new MadeNegative("sticker over an eye", "eyes-unobstructed", Disguised::sticker),
                new MadeNegative("hand before an eye", "eyes-unobstructed", Covered::eye),
                new MadeNegative("patch over an eye", "eyes-unobstructed", Covered::patch),
                new MadeNegative("without colour", "natural-colour", (it, random) -> Disguised.grey(it.view())),
                new MadeNegative(
                        "drawn out by 30 % in width",
                        "not-retouched", (it, random) -> Disguised.stretched(it.view(), 1.3, 1)),
                new MadeNegative(
                        "drawn out by 30 % in height",
                        "not-retouched", (it, random) -> Disguised.stretched(it.view(), 1, 1.3)),
                new MadeNegative(
                        "print on a table",
                        "not-a-photo-of-a-photo",
                        (it, random) -> Disguised.print(it.view(), random)),
                new MadeNegative("against the light", "exposure", (it, random) -> Disguised.againstTheLight(it)),
                new MadeNegative(
                        "turned by 90°", "one-face", (it, random) -> Disguised.turned(it.view(), ROTATE_90_CLOCKWISE)),
                new MadeNegative("turned by 180°", "one-face", (it, random) -> Disguised.turned(it.view(), ROTATE_180)),
                new MadeNegative(
                        "turned by 270°",
                        "one-face",
                        (it, random) -> Disguised.turned(it.view(), ROTATE_90_COUNTERCLOCKWISE)));
    }

    /** Makes the broken picture. */
    public static Mat make(MadeNegative made, StandardView good, long seed) {
        return made.maker().make(good, new Random(seed));
    }

    /** Makes the picture that the broken one is compared with. */
    public static Mat whole(MadeNegative made, StandardView good, long seed) {
        return made.whole() == null ? good.view().clone() : made.whole().make(good, new Random(seed));
    }
}
