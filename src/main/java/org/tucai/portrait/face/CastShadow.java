package org.tucai.portrait.face;

/**
 * A hard shadow beside the head that the person mask took for a part of the person, or that ends before the background is measured: neither
 * face nor surely hair, of the background's hue but darker.
 */
final class CastShadow {
    /**
     * Chroma of skin below which a picture is grey (the profiles' natural-colour): everything in it is of the wall's hue, hair too,
     * and a shadow is known by its lightness alone.
     */
    static final double COLOURLESS = 3;

    /** The least area of a shadow, in squared eye distances; frizzy hair blended with the wall looks like a smaller one. */
    private static final double LEAST = 0.17;

    /** How far its hue may lie from the background's, a* and b*. */
    private static final double SAME_HUE = 3.5;

    /** A shadow on a wall is smooth, hair of the wall's hue is not: the largest step to a neighbour, L*. */
    private static final double SMOOTH = 2.5;

    /** On a wall lighter than this, L*, dark hair is much darker than a shadow and fair hair has another hue. */
    private static final double LIGHT_WALL = 65;

    /** From this certainty of hair on a place is no shadow; on a dark wall the mask alone decides. */
    private static final double HAIR = 0.3;

    /** The same on a light wall, where the mask often mistakes shadow for hair but lightness and hue tell them apart. */
    private static final double HAIR_ON_LIGHT = 0.9;

    private CastShadow() {}

    /** How much darker than the background it is, L*; 0 when there is none. */
    static double of(ViewMap map, BackgroundFacts wall) {
        int top = (int) (map.y(10) - 0.8 * ViewMap.EYES);
        int bottom = (int) (map.y(152) + 0.2 * ViewMap.EYES);
        double hair = wall.l() > LIGHT_WALL ? HAIR_ON_LIGHT : HAIR;
        Stats darker = new Stats();
        for (int y = Math.max(0, top); y < Math.min(ViewMap.HEIGHT, bottom); y++) {
            for (int x = 0; x < ViewMap.WIDTH; x++) {
                int i = y * ViewMap.WIDTH + x;
                boolean bare = map.inside[i] && !map.oval[i] && map.hair[i] < hair;
                double less = wall.l() - map.lab.l()[i];
                if (bare
                        && less > 5
                        && less < 45
                        && Math.abs(map.lab.a()[i] - wall.a()) < SAME_HUE
                        && Math.abs(map.lab.b()[i] - wall.b()) < SAME_HUE
                        && smooth(map, x, y)
                        && near(map, x, y)) {
                    darker.add(less);
                }
            }
        }
        return darker.count() < LEAST * ViewMap.EYES * ViewMap.EYES ? 0 : darker.median();
    }

    /** Whether it is so close to the person that the background is not measured there. */
    private static boolean near(ViewMap map, int x, int y) {
        int reach = (int) (Backdrop.GUARD * ViewMap.EYES);
        int row = y * ViewMap.WIDTH;
        int last = row + Math.min(ViewMap.WIDTH - 1, x + reach);
        for (int i = row + Math.max(0, x - reach); i <= last; i++) {
            if (map.person[i] > 0.25) {
                return true;
            }
        }
        return false;
    }

    private static boolean smooth(ViewMap map, int x, int y) {
        if (x == 0 || y == 0 || x == ViewMap.WIDTH - 1 || y == ViewMap.HEIGHT - 1) {
            return false;
        }
        float[] l = map.lab.l();
        int i = y * ViewMap.WIDTH + x;
        return Math.abs(l[i + 1] - l[i - 1]) < 2 * SMOOTH
                && Math.abs(l[i + ViewMap.WIDTH] - l[i - ViewMap.WIDTH]) < 2 * SMOOTH;
    }
}
