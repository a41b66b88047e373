package org.tucai.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The order in which people are told what is wrong: what stops the photo first, and among those that weigh alike the cause before
 * what follows from it; else the order of the standard. Who mends the cause has often mended the rest.
 */
public final class ComplaintOrder {
    /**
     * A rule, and those that are often broken only because it is: seen through dark lenses, in bad light, on a print of a photo.
     * Not a background by writing on it: the patterns of one are taken for letters, too.
     */
    private static final Map<String, Set<String>> FOLLOWS_FROM = Map.of(
            "clear-lenses",
            Set.of("gaze-forward", "eyes-unobstructed"),
            "exposure",
            Set.of(
                    "natural-hair-colour",
                    "background-colour",
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
     * @param severity what breaking it means
     */
    public static <T> List<T> of(List<T> broken, Function<T, String> rule, Function<T, Severity> severity) {
        List<T> told = new ArrayList<>();
        for (Severity weight : Severity.values()) {
            int first = told.size();
            for (T complaint : broken) {
                if (severity.apply(complaint) == weight) {
                    told.add(place(told, first, rule, rule.apply(complaint)), complaint);
                }
            }
        }
        return List.copyOf(told);
    }

    /** Before the first that follows from it, else behind all. */
    private static <T> int place(List<T> told, int first, Function<T, String> rule, String cause) {
        Set<String> follow = FOLLOWS_FROM.getOrDefault(cause, Set.of());
        int place = first;
        while (place < told.size() && !follow.contains(rule.apply(told.get(place)))) {
            place++;
        }
        return place;
    }
}
