package org.tucai.platform.problem;

/** Names that somebody has probably misspelt. */
public final class NearName {
    /** Of names shorter than this one letter may differ, of others two: short words that differ by two are often two words. */
    private static final int SHORT = 10;

    private NearName() {}

    /** Whether the given one is probably meant to be the name; case matters. */
    public static boolean isMeant(String name, String given) {
        int allowed = name.length() < SHORT ? 1 : 2;
        return Math.abs(name.length() - given.length()) <= allowed && difference(name, given) <= allowed;
    }

    /** How many letters have to be put in, left out, exchanged, or swapped with the next (optimal string alignment). */
    private static int difference(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, one, other, i, j);
            }
        }
        return edits[one.length()][other.length()];
    }

    private static int fewest(int[][] edits, String one, String other, int i, int j) {
        char a = one.charAt(i - 1);
        char b = other.charAt(j - 1);
        int fewest = Math.min(edits[i - 1][j - 1] + (a == b ? 0 : 1), Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a == other.charAt(j - 2) && b == one.charAt(i - 2);
        return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
    }
}
