package org.tucai.portrait.annotated;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.portrait.Examination;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Region;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.Severity;
import org.tucai.portrait.face.EyeShape;
import org.tucai.portrait.face.FaceShape;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;

/** What is drawn over the photo itself. */
final class Overlay {
    static final Color HARD = new Color(214, 40, 40);
    static final Color SOFT = new Color(230, 126, 10);
    private static final Color BAND = new Color(0, 150, 136);
    private static final Color MARK = new Color(255, 255, 255, 210);
    private static final int[] CONTOUR = {
        10, 297, 284, 389, 454, 361, 397, 379, 400, 152, 176, 150, 172, 132, 234, 162, 54, 67
    };

    private final Graphics2D g;
    private final int width;
    private final int height;
    private final Lettering lettering;

    Overlay(Graphics2D g, int width, int height, Lettering lettering) {
        this.g = g;
        this.width = width;
        this.height = height;
        this.lettering = lettering;
    }

    void draw(Examination examination, Profile profile, List<RuleResult> complaints) {
        band(profile, "crown-position", lettering.pick("头顶范围", "crown"));
        band(profile, "eye-position", lettering.pick("眼睛范围", "eyes"));
        FrameFacts frame = examination.facts().find(FrameFacts.class);
        if (frame != null) {
            double zoom = (double) width / frame.width();
            found(examination, zoom);
        }
        int number = 1;
        for (RuleResult complaint : complaints) {
            region(complaint, number++);
        }
    }

    /** Where a height in the standard frame lies here. */
    private double row(Profile profile, double value) {
        return value * height / profile.shape().height();
    }

    private void band(Profile profile, String rule, String name) {
        Double min = profile.min(rule);
        Double max = profile.max(rule);
        if (min == null || max == null) {
            return;
        }
        double top = row(profile, min);
        double bottom = row(profile, max);
        g.setColor(new Color(BAND.getRed(), BAND.getGreen(), BAND.getBlue(), 26));
        g.fill(new Rectangle2D.Double(0, top, width, bottom - top));
        g.setColor(BAND);
        Stroke before = g.getStroke();
        g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {7, 5}, 0));
        g.draw(new Line2D.Double(0, top, width, top));
        g.draw(new Line2D.Double(0, bottom, width, bottom));
        g.setStroke(before);
        g.setFont(lettering.size(13));
        FontMetrics metrics = g.getFontMetrics();
        String text = name + " " + Math.round(min) + "-" + Math.round(max);
        g.setColor(new Color(255, 255, 255, 190));
        g.fill(new Rectangle2D.Double(4, bottom - metrics.getHeight() - 2, metrics.stringWidth(text) + 8, 18));
        g.setColor(BAND);
        g.drawString(text, 8, (float) bottom - 6);
    }

    private void found(Examination examination, double zoom) {
        FaceShape face = examination.facts().find(FaceShape.class);
        if (face != null) {
            g.setColor(MARK);
            for (int point : CONTOUR) {
                dot(face.x(point) * zoom, face.y(point) * zoom, 2);
            }
            iris(face.left(), zoom);
            iris(face.right(), zoom);
        }
        GeometryFacts head = examination.facts().find(GeometryFacts.class);
        if (head != null) {
            g.setStroke(new BasicStroke(2f));
            g.setColor(MARK);
            Double hairTop = head.hairTop();
            double crown = (hairTop == null ? head.skullTop() : hairTop) * zoom;
            double x = head.eyesX() * zoom;
            g.draw(new Line2D.Double(x - 34, crown, x + 34, crown));
            double half = head.faceWidth() * zoom / 2;
            double y = (head.eyesY() + head.eyeDistance() * 0.5) * zoom;
            g.draw(new Line2D.Double(x - half, y - 12, x - half, y + 12));
            g.draw(new Line2D.Double(x + half, y - 12, x + half, y + 12));
        }
    }

    private void iris(EyeShape eye, double zoom) {
        double r = eye.irisRadius() * zoom;
        g.setStroke(new BasicStroke(1.4f));
        g.draw(new Ellipse2D.Double(eye.irisX() * zoom - r, eye.irisY() * zoom - r, 2 * r, 2 * r));
    }

    private void dot(double x, double y, double r) {
        g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
    }

    private void region(RuleResult complaint, int number) {
        Region region = complaint.region();
        if (region == null || region.width() <= 0 || region.height() <= 0) {
            return;
        }
        g.setColor(complaint.severity() == Severity.HARD ? HARD : SOFT);
        g.setStroke(new BasicStroke(2.4f));
        double x = region.x() * width;
        double y = region.y() * height;
        double w = region.width() * width;
        double h = region.height() * height;
        g.draw(new RoundRectangle2D.Double(x + 1, y + 1, w - 2, h - 2, 14, 14));
        badge(g, lettering, x + 14 + 24.0 * ((number - 1) % 6), y + 14, number, complaint.severity());
    }

    /** A numbered disc. */
    static void badge(Graphics2D g, Lettering lettering, double x, double y, int number, @Nullable Severity severity) {
        g.setColor(severity == Severity.HARD ? HARD : SOFT);
        g.fill(new Ellipse2D.Double(x - 11, y - 11, 22, 22));
        g.setColor(Color.WHITE);
        g.setFont(lettering.bold(13));
        String text = Integer.toString(number);
        FontMetrics metrics = g.getFontMetrics();
        g.drawString(text, (float) (x - metrics.stringWidth(text) / 2.0), (float) (y + metrics.getAscent() / 2.0 - 2));
    }
}
