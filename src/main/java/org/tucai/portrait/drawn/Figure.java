package org.tucai.portrait.drawn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Path2D;
import java.util.Random;

/** Hair, neck, shoulders, ears and the form of the head. */
final class Figure {
    static final Color HAIR = new Color(34, 27, 24);
    private final Graphics2D g;
    private final Brush brush;
    private final Color skin;
    private final Color shirt;
    private final Random random;

    Figure(Graphics2D g, Color skin, Color shirt, Random random) {
        this.random = random;
        this.g = g;
        this.brush = new Brush(g);
        this.skin = skin;
        this.shirt = shirt;
    }

    void draw() {
        Color shade = Brush.mix(skin, new Color(90, 45, 30), 0.35);
        g.setColor(HAIR);
        g.fill(Brush.shape(-1.16, 0.1, -1.35, -1.1, -0.95, -1.86, 0, -1.88, 0.95, -1.86, 1.35, -1.1, 1.16, 0.1));
        shoulders(shade);
        for (int side = -1; side <= 1; side += 2) {
            brush.ellipse(side * 1.13, 0.18, 0.15, 0.33, Brush.mix(skin, shade, 0.25));
            brush.spot(side * 1.15, 0.18, 0.1, 0.24, shade, 0.55);
        }
        g.setColor(skin);
        g.fill(head());
        hair();
    }

    /** The outline of the face, forehead to chin. */
    static Path2D head() {
        return Brush.shape(
                0, -1.35, 0.75, -1.35, 1.1, -0.85, 1.1, -0.1, 1.1, 0.55, 1.0, 1.0, 0.78, 1.3, 0.55, 1.6, 0.3, 1.74, 0,
                1.74, -0.3, 1.74, -0.55, 1.6, -0.78, 1.3, -1.0, 1.0, -1.1, 0.55, -1.1, -0.1, -1.1, -0.85, -0.75, -1.35,
                0, -1.35);
    }

    private void shoulders(Color shade) {
        g.setColor(Brush.mix(skin, shade, 0.35));
        g.fill(Brush.shape(
                -0.66, 0.9, -0.66, 1.6, -0.64, 2.0, -0.8, 2.25, -0.5, 2.9, 0.5, 2.9, 0.8, 2.25, 0.64, 2.0, 0.66, 1.6,
                0.66, 0.9));
        brush.spot(0, 1.72, 0.72, 0.42, shade, 0.75);
        g.setColor(shirt);
        g.fill(Brush.shape(
                -0.72, 2.12, -1.1, 2.34, -1.9, 2.35, -2.15, 2.9, -2.3, 3.2, -2.35, 3.6, -2.35, 4, -1, 4, 1, 4, 2.35, 4,
                2.35, 3.6, 2.3, 3.2, 2.15, 2.9, 1.9, 2.35, 1.1, 2.34, 0.72, 2.12, 0.6, 2.5, 0.3, 2.72, 0, 2.74, -0.3,
                2.72, -0.6, 2.5, -0.72, 2.12));
        brush.spot(-1.5, 2.9, 0.8, 0.6, Color.WHITE, 0.06);
        brush.spot(1.5, 2.9, 0.8, 0.6, Color.WHITE, 0.06);
    }

    /** The front of the hair, parted at the side, ears and brows free. */
    private void hair() {
        Path2D front = Brush.shape(
                -1.12, -0.05, -1.3, -1.0, -0.95, -1.84, 0, -1.86, 0.95, -1.84, 1.3, -1.0, 1.12, -0.05, 1.06, -0.45,
                1.02, -0.8, 0.78, -0.98, 0.5, -1.12, 0.2, -1.2, -0.35, -1.1, -0.75, -1.02, -1.04, -0.75, -1.12, -0.05);
        g.setColor(HAIR);
        g.fill(front);
        Shape before = g.getClip();
        g.clip(front);
        strands();
        brush.spot(-0.3, -1.5, 0.6, 0.22, new Color(120, 100, 90), 0.3);
        brush.spot(0.5, -1.45, 0.4, 0.2, new Color(120, 100, 90), 0.2);
        g.setClip(before);
    }

    /** Single hairs from the parting to the sides, lighter and darker by turns. */
    private void strands() {
        g.setStroke(new BasicStroke(0.007f));
        for (int i = 0; i < 900; i++) {
            double side = i % 2 == 0 ? -1 : 1;
            double along = random.nextDouble();
            double from = -0.3 + random.nextGaussian() * 0.05;
            double top = -1.84 + along * 0.75;
            double end = side * (0.7 + 0.55 * random.nextDouble());
            double tone = random.nextDouble();
            g.setColor(Brush.fade(Brush.mix(new Color(12, 9, 8), new Color(92, 72, 60), tone * tone), 0.55));
            g.draw(new CubicCurve2D.Double(
                    from,
                    top,
                    from + (end - from) * 0.45,
                    top - 0.06,
                    end,
                    top + 0.25,
                    end * 1.02,
                    top + 0.5 + 0.8 * random.nextDouble()));
        }
    }
}
