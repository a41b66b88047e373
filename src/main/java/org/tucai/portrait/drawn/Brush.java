package org.tucai.portrait.drawn;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Soft spots and smooth shapes; all lengths in eye distances from the middle between the eyes. */
record Brush(Graphics2D g) {

    /** A spot that fades out: light or shade. */
    void spot(double x, double y, double rx, double ry, Color colour, double strength) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.scale(rx, ry);
        Color centre = fade(colour, strength);
        Color half = fade(colour, strength * 0.55);
        Color none = fade(colour, 0);
        g.setPaint(new RadialGradientPaint(
                new Point2D.Double(0, 0), 1f, new float[] {0f, 0.5f, 1f}, new Color[] {centre, half, none}));
        g.fill(new Ellipse2D.Double(-1, -1, 2, 2));
        g.setTransform(before);
    }

    void ellipse(double x, double y, double rx, double ry, Color colour) {
        g.setColor(colour);
        g.fill(new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry));
    }

    /** A closed shape through curve points: start x, y, then control, control, end for each curve. */
    static Path2D shape(double... p) {
        Path2D path = new Path2D.Double();
        path.moveTo(p[0], p[1]);
        for (int i = 2; i + 5 < p.length; i += 6) {
            path.curveTo(p[i], p[i + 1], p[i + 2], p[i + 3], p[i + 4], p[i + 5]);
        }
        path.closePath();
        return path;
    }

    static Color fade(Color c, double strength) {
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), (int) Math.round(255 * Math.clamp(strength, 0.0, 1.0)));
    }

    static Color mix(Color a, Color b, double share) {
        return new Color(
                (int) Math.round(a.getRed() + (b.getRed() - a.getRed()) * share),
                (int) Math.round(a.getGreen() + (b.getGreen() - a.getGreen()) * share),
                (int) Math.round(a.getBlue() + (b.getBlue() - a.getBlue()) * share));
    }
}
