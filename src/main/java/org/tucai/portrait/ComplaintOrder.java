package org.tucai.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The order in which complaints are shown: hard rules before soft ones, each group in the order of the standard, except that a cause comes
 * before its consequences even if it is the soft one: who fixes the cause has often fixed the rest. A complaint that would only repeat
 * another is left out.
 */
public final class ComplaintOrder {
    /** What covers the eyes is mistaken for closed lids or an averted gaze. */
    private static final Set<String> LOOK_OF_EYES = Set.of("eyes-open", "gaze-forward");

    /**
     * By a rule, those that are often broken only because it is: dark lenses hide the eyes, the top of a hat is taken for the crown, bad
     * light, blur, coarse compression or a print spoils other measures. Writing is no cause of a busy background, because a pattern is
     * itself mistaken for letters.
     */
    private static final Map<String, Set<String>> FOLLOWS_FROM = Map.of(
            "clear-lenses",
            Set.of("eyes-open", "gaze-forward", "eyes-unobstructed"),
            "no-lens-glare",
            LOOK_OF_EYES,
            "frame-off-eyes",
            LOOK_OF_EYES,
            "eyes-unobstructed",
            LOOK_OF_EYES,
            "no-headwear",
            Set.of("crown-position"),
            "exposure",
            Set.of(
                    "no-earrings",
                    "no-necklace",
                    "brows-visible",
                    "ears-visible",
                    "natural-hair-colour",
                    "background-colour",
                    "no-background-shadow",
                    "even-lighting",
                    "no-highlights",
                    "clothes-differ-from-background"),
            "natural-colour",
            Set.of("natural-hair-colour", "background-colour", "clothes-differ-from-background"),
            "sharp",
            Set.of("ears-visible", "no-background-shadow"),
            "no-compression-artifacts",
            Set.of(
                    "no-earrings",
                    "no-necklace",
                    "eyes-unobstructed",
                    "frame-off-eyes",
                    "no-background-shadow",
                    "plain-clothes"),
            "not-a-photo-of-a-photo",
            Set.of(
                    "no-earrings",
                    "no-necklace",
                    "brows-visible",
                    "eyes-unobstructed",
                    "sharp",
                    "no-compression-artifacts",
                    "plain-clothes"));

    private ComplaintOrder() {}

    /**
     * Complaints in the order in which they are shown.
     *
     * @param broken complaints in the order of the standard
     * @param rule the id of a complaint's rule
     * @param way the way in which that rule is broken
     * @param severity the severity of that rule
     */
    public static <T> List<T> of(
            List<T> broken, Function<T, String> rule, Function<T, Way> way, Function<T, Severity> severity) {
        List<T> distinct = broken.stream()
                .filter(complaint -> broken.stream()
                        .noneMatch(other ->
                                says(rule.apply(other), way.apply(other), rule.apply(complaint), way.apply(complaint))))
                .toList();
        List<T> told = new ArrayList<>();
        for (Severity weight : Severity.values()) {
            for (T complaint : distinct) {
                if (severity.apply(complaint) == weight) {
                    told.add(place(told, rule, rule.apply(complaint)), complaint);
                }
            }
        }
        return List.copyOf(told);
    }

    /** Whether the complaint about one rule says all that the one about the other does. */
    private static boolean says(String rule, Way way, String other, Way otherWay) {
        return switch (rule) {
            case "one-face" -> "faces".equals(way.unit()) && other.equals("no-other-person");
            case "colour-depth" -> way.names().contains("below") && other.equals("natural-colour"); // black and white
            // nobody has smoothed a skin whose texture was lost with all fine detail
            case "sharp", "no-compression-artifacts" ->
                other.equals("not-retouched") && otherWay.names().contains("of-the-range.below");
            default -> false;
        };
    }

    /** Before the first complaint that follows from this cause, else at the end. */
    private static <T> int place(List<T> told, Function<T, String> rule, String cause) {
        Set<String> follow = FOLLOWS_FROM.getOrDefault(cause, Set.of());
        int place = 0;
        while (place < told.size() && !follow.contains(rule.apply(told.get(place)))) {
            place++;
        }
        return place;
    }
}
