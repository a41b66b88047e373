package org.tucai.portrait.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;

/** All rules, in the order of the standard. */
public final class Rules {
    private static final List<Rule> ALL = List.of(
            new FileFormat(),
            new FileSize(),
            new PixelSize(),
            new Dpi(),
            new ColourDepth(),
            new JpegQuality(),
            new OneFace(),
            new CrownPosition(),
            new EyePosition(),
            new FaceWidth(),
            new Centred(),
            new EyeDistance(),
            new HeadStraight(),
            new ShouldersLevel(),
            new EyesOpen(),
            new GazeForward(),
            new MouthClosed(),
            new NeutralExpression(),
            new NoGlasses(),
            new ClearLenses(),
            new NoLensGlare(),
            new FrameOffEyes(),
            new NoHeadwear(),
            new NoEarrings(),
            new NoNecklace(),
            new BrowsVisible(),
            new EyesUnobstructed(),
            new EarsVisible(),
            new NaturalHairColour(),
            new HairArea(),
            new PlainBackground(),
            new BackgroundColour(),
            new NoBackgroundShadow(),
            new NoOtherPerson(),
            new EvenLighting(),
            new NoHighlights(),
            new Exposure(),
            new Contrast(),
            new NaturalColour(),
            new NoRedEye(),
            new Sharp(),
            new NoCompressionArtifacts(),
            new NoNoise(),
            new PlainClothes(),
            new ClothesDifferFromBackground(),
            new NeckVisible(),
            new NotAPhotoOfAPhoto(),
            new NotRetouched(),
            new NotMirrored());

    /** Rules about the skin or the features of a face: on a face behind a mask or a hand they would judge the mask or the hand. */
    private static final Set<String> OF_A_BARE_FACE = Set.of(
            "neutral-expression",
            "eyes-unobstructed",
            "even-lighting",
            "no-highlights",
            "natural-colour",
            "no-red-eye",
            "neck-visible",
            "not-retouched");

    private Rules() {}

    public static List<String> ids() {
        return ALL.stream().map(Rule::id).toList();
    }

    /** The limits that every rule reads: what follows {@code rule.<id>.} in the keys of a profile; in the order of the standard. */
    public static Map<String, Set<String>> limits() {
        Map<String, Set<String>> limits = new LinkedHashMap<>();
        ALL.forEach(rule -> limits.put(rule.id(), rule.limits()));
        return limits;
    }

    /** The results of every rule that the profile asks for. */
    public static List<RuleResult> judge(Facts facts, Profile profile) {
        List<RuleResult> results = new ArrayList<>();
        boolean covered = MouthClosed.isCovered(facts, profile);
        for (Rule rule : ALL) {
            if (profile.asks(rule.id())) {
                boolean unknown = covered && OF_A_BARE_FACE.contains(rule.id());
                results.add(unknown ? new Answer(rule.id(), facts, profile).notAssessed() : rule.judge(facts, profile));
            }
        }
        return results;
    }
}
