package org.tucai.portrait.drawn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Path2D;

/** Brows, eyes, nose and mouth, with the shades that make them a face. */
final class Face {
    private final Graphics2D g;
    private final Brush brush;
    private final Color shade;
    private final Color light;

    Face(Graphics2D g, Color skin) {
        this.g = g;
        this.brush = new Brush(g);
        this.shade = Brush.mix(skin, new Color(80, 38, 24), 0.55);
        this.light = Brush.mix(skin, Color.WHITE, 0.5);
    }

    /** Draws on the skin only: light and shade end where the face ends. */
    void draw() {
        Shape before = g.getClip();
        g.clip(Figure.head());
        brush.spot(0, -0.75, 0.75, 0.4, light, 0.35);
        for (int side = -1; side <= 1; side += 2) {
            brush.spot(side * 0.62, 0.52, 0.42, 0.36, light, 0.35);
            brush.spot(side * 1.05, 0.5, 0.3, 1.1, shade, 0.42);
            brush.spot(side * 0.72, 1.35, 0.45, 0.4, shade, 0.35);
            brush.spot(side * 0.5, -0.14, 0.4, 0.2, shade, 0.35);
            brush.spot(side * 0.18, -0.02, 0.12, 0.24, shade, 0.3);
            eye(side);
            brow(side);
        }
        nose();
        mouth();
        g.setClip(before);
    }

    private void eye(int side) {
        double x = side * 0.5;
        Path2D almond = Brush.shape(
                x - 0.235, 0.02, x - 0.13, -0.115, x + 0.1, -0.125, x + 0.235, 0.01, x + 0.12, 0.1, x - 0.12, 0.105,
                x - 0.235, 0.02);
        brush.spot(x, 0.14, 0.28, 0.1, shade, 0.18);
        g.setColor(new Color(232, 228, 224));
        g.fill(almond);
        Shape clip = g.getClip();
        g.clip(almond);
        brush.ellipse(x, 0, 0.102, 0.102, new Color(52, 34, 24));
        brush.ellipse(x, 0, 0.088, 0.088, new Color(78, 50, 34));
        brush.ellipse(x, 0, 0.045, 0.045, new Color(10, 8, 8));
        brush.ellipse(x - 0.03, -0.035, 0.016, 0.016, new Color(250, 250, 250));
        brush.spot(x, -0.1, 0.28, 0.07, new Color(60, 40, 30), 0.6);
        g.setClip(clip);
        line(0.026, new Color(30, 20, 18), x - 0.24, 0.02, x - 0.13, -0.118, x + 0.1, -0.13, x + 0.24, 0.008);
        line(0.012, Brush.fade(shade, 0.8), x - 0.22, 0.03, x - 0.1, 0.112, x + 0.1, 0.108, x + 0.22, 0.02);
        line(0.014, Brush.fade(shade, 0.7), x - 0.22, -0.1, x - 0.12, -0.2, x + 0.12, -0.2, x + 0.23, -0.09);
    }

    private void brow(int side) {
        Color colour = Brush.fade(new Color(45, 33, 28), 0.9);
        for (int i = 0; i < 5; i++) {
            double y = -0.36 - 0.012 * i;
            line(0.03, colour, side * 0.2, y + 0.01, side * 0.4, y - 0.07, side * 0.6, y - 0.1, side * 0.8, y + 0.03);
        }
    }

    private void nose() {
        brush.spot(0, 0.3, 0.09, 0.45, light, 0.5);
        for (int side = -1; side <= 1; side += 2) {
            brush.spot(side * 0.15, 0.4, 0.09, 0.3, shade, 0.35);
            brush.spot(side * 0.24, 0.6, 0.09, 0.1, shade, 0.6);
            brush.spot(side * 0.12, 0.685, 0.085, 0.045, new Color(60, 28, 22), 0.85);
            line(0.018, Brush.fade(shade, 0.8), side * 0.23, 0.52, side * 0.3, 0.6, side * 0.28, 0.7, side * 0.2, 0.69);
        }
        brush.spot(0, 0.55, 0.13, 0.1, light, 0.5);
        brush.spot(0, 0.75, 0.26, 0.09, shade, 0.55);
    }

    private void mouth() {
        brush.spot(0, 0.87, 0.06, 0.1, shade, 0.35);
        g.setColor(new Color(168, 88, 82));
        g.fill(Brush.shape(
                -0.41, 1.08, -0.25, 1.02, -0.12, 0.96, -0.07, 0.965, -0.03, 0.985, 0.03, 0.985, 0.07, 0.965, 0.12, 0.96,
                0.25, 1.02, 0.41, 1.08, 0.2, 1.085, -0.2, 1.085, -0.41, 1.08));
        g.setColor(new Color(184, 104, 98));
        g.fill(Brush.shape(-0.41, 1.08, -0.2, 1.085, 0.2, 1.085, 0.41, 1.08, 0.25, 1.22, -0.25, 1.22, -0.41, 1.08));
        brush.spot(0, 1.14, 0.2, 0.04, new Color(225, 165, 155), 0.5);
        line(0.02, new Color(95, 42, 40), -0.41, 1.08, -0.2, 1.088, 0.2, 1.088, 0.41, 1.08);
        brush.spot(0, 1.3, 0.3, 0.09, shade, 0.5);
        brush.spot(0, 1.5, 0.22, 0.12, light, 0.3);
    }

    private void line(double width, Color colour, double... p) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new CubicCurve2D.Double(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]));
    }
}
