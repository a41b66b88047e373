package org.tucai.capturecode.reading;

/** Takes one brightness per module and turns it into soft values: dark is positive, about 1 where black and white are clear. */
final class Sampler {
    /** Half side, in modules, of the square in which black and white level are taken. */
    private static final int LEVEL_RADIUS = 5;

    private Sampler() {}

    /** Mean brightness of the inner part of each module. */
    static float[] brightness(Grey grey, GridMap map, int size, double module) {
        int points = module < 2.6 ? 1 : module < 4.5 ? 2 : 3;
        double spread = points == 2 ? 0.4 : 0.3;
        float[] values = new float[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double u = column + 0.5;
                double v = row + 0.5;
                double x = map.x(u, v);
                double y = map.y(u, v);
                double ux = map.x(u + 0.5, v) - x;
                double uy = map.y(u + 0.5, v) - y;
                float sum = 0;
                for (int i = 0; i < points; i++) {
                    for (int j = 0; j < points; j++) {
                        double a = 2 * spread * (j - (points - 1) / 2.0);
                        double b = 2 * spread * (i - (points - 1) / 2.0);
                        // the module is taken as a turned square: its two directions at right angles
                        sum += grey.at(x + a * ux - b * uy, y + a * uy + b * ux);
                    }
                }
                values[row * size + column] = sum / (points * points);
            }
        }
        return values;
    }

    /** Brightness against the black and white level of the neighbourhood; {@code sign} -1 for inverted symbols. */
    static float[] soft(float[] brightness, int size, int sign) {
        int radius = LEVEL_RADIUS;
        float[] mean = BoxSum.mean(brightness, size, radius);
        float[] light = new float[brightness.length];
        float[] lights = new float[brightness.length];
        for (int i = 0; i < brightness.length; i++) {
            if (brightness[i] > mean[i]) {
                light[i] = brightness[i];
                lights[i] = 1;
            }
        }
        float[] lightMean = BoxSum.mean(light, size, radius);
        float[] lightShare = BoxSum.mean(lights, size, radius);
        float[] soft = new float[brightness.length];
        float spread = 0;
        float[] half = new float[brightness.length];
        for (int i = 0; i < soft.length; i++) {
            float share = Math.clamp(lightShare[i], 0.02f, 0.98f);
            float white = lightMean[i] / share;
            float black = (mean[i] - lightMean[i]) / (1 - share);
            if (lightShare[i] != share) {
                continue; // all of one brightness, as in glare: nothing is known here
            }
            half[i] = Math.max((white - black) / 2, 0);
            spread += half[i] / soft.length;
            soft[i] = sign * ((white + black) / 2 - brightness[i]);
        }
        for (int i = 0; i < soft.length; i++) {
            soft[i] = Math.clamp(soft[i] / Math.max(half[i], 0.3f * spread + 0.5f), -2f, 2f);
        }
        return soft;
    }

    /** How well soft values agree with the modules whose colour is fixed: 1 perfectly, 0 not at all. */
    static double agreement(float[] soft, SymbolLayout layout) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < soft.length; i++) {
            byte fixed = layout.fixed[i];
            if (fixed == SymbolLayout.DARK || fixed == SymbolLayout.LIGHT) {
                sum += fixed * Math.clamp(soft[i], -1f, 1f);
                count++;
            }
        }
        return sum / count;
    }
}
