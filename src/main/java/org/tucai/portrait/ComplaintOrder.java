package org.tucai.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The order in which people are told what is wrong: what stops the photo first, else the order of the standard; but the cause always
 * before what follows from it, even where the cause alone would not stop the photo. Who mends the cause has often mended the rest. What
 * says the same once more is not told.
 */
public final class ComplaintOrder {
    /** What lies over the eyes, or hides them, is taken for lids and for another gaze. */
    private static final Set<String> SEEN_OF_EYES = Set.of("eyes-open", "gaze-forward");

    /**
     * A rule, and those that are often broken only because it is: seen through dark lenses, a hat's top for the crown, in bad light, on
     * a print of a photo. Not a background by writing on it: the patterns of one are taken for letters, too.
     */
    private static final Map<String, Set<String>> FOLLOWS_FROM = Map.of(
            "clear-lenses",
            Set.of("eyes-open", "gaze-forward", "eyes-unobstructed"),
            "no-lens-glare",
            SEEN_OF_EYES,
            "frame-off-eyes",
            SEEN_OF_EYES,
            "eyes-unobstructed",
            SEEN_OF_EYES,
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
     * Broken rules in the order of telling.
     *
     * @param broken in the order of the standard
     * @param rule the id of a complaint's rule
     * @param way in which it is broken
     * @param severity what breaking it means
     */
    public static <T> List<T> of(
            List<T> broken, Function<T, String> rule, Function<T, Way> way, Function<T, Severity> severity) {
        boolean toldOfFaces = broken.stream()
                .anyMatch(complaint -> rule.apply(complaint).equals("one-face")
                        && "faces".equals(way.apply(complaint).unit()));
        List<T> told = new ArrayList<>();
        for (Severity weight : Severity.values()) {
            for (T complaint : broken) {
                boolean again = toldOfFaces && rule.apply(complaint).equals("no-other-person");
                if (severity.apply(complaint) == weight && !again) {
                    told.add(place(told, rule, rule.apply(complaint)), complaint);
                }
            }
        }
        return List.copyOf(told);
    }

    /** Before the first that follows from it, else behind all. */
    private static <T> int place(List<T> told, Function<T, String> rule, String cause) {
        Set<String> follow = FOLLOWS_FROM.getOrDefault(cause, Set.of());
        int place = 0;
        while (place < told.size() && !follow.contains(rule.apply(told.get(place)))) {
            place++;
        }
        return place;
    }
}
