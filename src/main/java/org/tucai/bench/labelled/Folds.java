package org.tucai.bench.labelled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Divides pictures into folds for cross-validation so that similar pictures share a fold: those of one person
 * ({@code london/001_neutral.jpg}, {@code london/001_smiling.jpg}) and those of one montage
 * ({@code sfhq/hats_r01_c02.jpg}, {@code sfhq/a_hats_r00_c01.jpg}: the small montages repeat the large ones).
 */
public final class Folds {
    public static final int COUNT = 5;
    private static final Pattern CELL = Pattern.compile("_r\\d+_c\\d+.*$");
    private static final Pattern PERSON = Pattern.compile("_(neutral|smiling).*$");

    private Folds() {}

    /** The group of a picture; pictures of a group share a fold. */
    static String group(String file) {
        String source = file.substring(0, file.lastIndexOf('/') + 1);
        String name = file.substring(source.length());
        String group = PERSON.matcher(CELL.matcher(name).replaceFirst("")).replaceFirst("");
        String whole = group.startsWith("a_") ? group.substring(2) : group;
        // the small montage "glasses" was cut from the same pictures as the large one "glasses_style"
        return source + ("glasses".equals(whole) ? "glasses_style" : whole);
    }

    /**
     * The fold of each picture. It depends on all of them, so whoever trains or measures by folds must divide the same pictures.
     */
    public static Map<String, Integer> of(List<LabelledPicture> pictures) {
        return assign(pictures.stream().map(LabelledPicture::file).toList());
    }

    /** The fold (0..COUNT-1) of each file: per source, the largest groups first, each into the emptiest fold. */
    public static Map<String, Integer> assign(List<String> files) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String file : files) {
            groups.computeIfAbsent(group(file), g -> new ArrayList<>()).add(file);
        }
        List<Map.Entry<String, List<String>>> order = new ArrayList<>(groups.entrySet());
        order.sort(Comparator.comparingInt(
                        (Map.Entry<String, List<String>> e) -> -e.getValue().size())
                .thenComparing(Map.Entry::getKey));
        Map<String, int[]> loads = new HashMap<>();
        Map<String, Integer> folds = new HashMap<>();
        for (Map.Entry<String, List<String>> group : order) {
            String source = group.getKey().substring(0, group.getKey().lastIndexOf('/') + 1);
            int[] load = loads.computeIfAbsent(source, s -> new int[COUNT]);
            int fold = emptiest(load);
            load[fold] += group.getValue().size();
            group.getValue().forEach(file -> folds.put(file, fold));
        }
        return folds;
    }

    private static int emptiest(int[] load) {
        int best = 0;
        for (int i = 1; i < load.length; i++) {
            if (load[i] < load[best]) {
                best = i;
            }
        }
        return best;
    }
}
