package org.tucai.portrait.annotated;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.tucai.portrait.Examination;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.PortraitReport;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.Shot;
import org.tucai.portrait.face.EyeShape;
import org.tucai.portrait.face.FaceShape;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.TurnedFacts;

/** What is drawn over the photo itself. */
final class Overlay {
    static final Color HARD = new Color(214, 40, 40);
    static final Color SOFT = new Color(230, 126, 10);
    private static final Color BAND = new Color(0, 150, 136);
    private static final Color TINT = new Color(0, 150, 136, 26);
    private static final Color EDGE = new Color(0, 0, 0, 110);
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
        boolean turned = examination.facts().find(TurnedFacts.class) != null;
        if (!turned && complaints.stream().noneMatch(Shot::isInTheWay)) {
            PortraitReport report = examination.report();
            band(report, profile, "crown-position", lettering.pick("头顶范围", "crown"));
            band(report, profile, "eye-position", lettering.pick("眼睛范围", "eyes"));
            width(report, profile, lettering.pick("脸宽", "face width"));
        } // else the photo would first have to be turned or cut, so the standard's lines do not apply to it
        FrameFacts frame = examination.facts().find(FrameFacts.class);
        if (frame != null) {
            double zoom = (double) width / frame.width();
            found(examination, profile, zoom);
        }
        new Callouts(g, width, height, lettering).draw(complaints);
    }

    /** A position that was not judged, for lack of a clear face or because the profile does not ask for it, gets no lines. */
    private static boolean wasJudged(PortraitReport report, String rule) {
        RuleResult result = report.rule(rule);
        return result != null && result.outcome() != Outcome.NOT_ASSESSED;
    }

    /** Where a height in the standard frame lies here. */
    private double row(Profile profile, double value) {
        return value * height / profile.shape().height();
    }

    private void band(PortraitReport report, Profile profile, String rule, String name) {
        Double min = profile.min(rule);
        Double max = profile.max(rule);
        if (min == null || max == null || !wasJudged(report, rule)) {
            return;
        }
        double top = row(profile, min);
        double bottom = row(profile, max);
        g.setColor(TINT);
        g.fill(new Rectangle2D.Double(0, top, width, bottom - top));
        g.setColor(BAND);
        dashed(new Line2D.Double(0, top, width, top));
        dashed(new Line2D.Double(0, bottom, width, bottom));
        label(name + " " + Math.round(min) + "-" + Math.round(max), 4, bottom - 2);
    }

    /** Where the cheeks may end on either side of the middle, shown below the eyes' band. */
    private void width(PortraitReport report, Profile profile, String name) {
        Double min = profile.min("face-width");
        Double max = profile.max("face-width");
        Double eyes = profile.max("eye-position");
        if (min == null || max == null || eyes == null || !wasJudged(report, "face-width")) {
            return;
        }
        double zoom = (double) height / profile.shape().height();
        double top = row(profile, eyes) + 14;
        double reach = (max - min) / 2 * zoom;
        for (int side = -1; side <= 1; side += 2) {
            double inner = width / 2.0 + side * min / 2 * zoom;
            double outer = width / 2.0 + side * max / 2 * zoom;
            g.setColor(TINT);
            g.fill(new Rectangle2D.Double(Math.min(inner, outer), top, reach, 40));
            g.setColor(BAND);
            dashed(new Line2D.Double(inner, top, inner, top + 40));
            dashed(new Line2D.Double(outer, top, outer, top + 40));
        }
        label(name + " " + Math.round(min) + "-" + Math.round(max), 4, top + 40);
    }

    private void dashed(Shape line) {
        Stroke before = g.getStroke();
        g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {7, 5}, 0));
        g.draw(line);
        g.setStroke(before);
    }

    /** Words on a pale ground, their lower edge at a height. */
    private void label(String text, double x, double bottom) {
        g.setFont(lettering.size(14));
        FontMetrics metrics = g.getFontMetrics();
        g.setColor(new Color(255, 255, 255, 200));
        g.fill(new Rectangle2D.Double(x, bottom - 20, metrics.stringWidth(text) + 10.0, 20));
        g.setColor(BAND.darker());
        g.drawString(text, (float) x + 5, (float) bottom - 5);
    }

    private void found(Examination examination, Profile profile, double zoom) {
        FaceShape face = examination.facts().find(FaceShape.class);
        if (face != null) {
            for (int point : CONTOUR) {
                dot(face.x(point) * zoom, face.y(point) * zoom);
            }
            iris(face.left(), zoom);
            iris(face.right(), zoom);
        }
        GeometryFacts head = examination.facts().find(GeometryFacts.class);
        if (head != null) {
            double crown = profile.crown(head) * zoom;
            double x = head.eyesX() * zoom;
            mark(new Line2D.Double(x - 34, crown, x + 34, crown), 2);
            double half = head.faceWidth() * zoom / 2;
            double y = (head.eyesY() + head.eyeDistance() * 0.5) * zoom;
            mark(new Line2D.Double(x - half, y - 12, x - half, y + 12), 2);
            mark(new Line2D.Double(x + half, y - 12, x + half, y + 12), 2);
        }
    }

    private void iris(EyeShape eye, double zoom) {
        double r = eye.irisRadius() * zoom;
        mark(new Ellipse2D.Double(eye.irisX() * zoom - r, eye.irisY() * zoom - r, 2 * r, 2 * r), 1.4f);
    }

    /** White with a dark edge, so that it is seen on light and on dark ground. */
    private void mark(Shape shape, float stroke) {
        g.setStroke(new BasicStroke(stroke + 1.6f));
        g.setColor(EDGE);
        g.draw(shape);
        g.setStroke(new BasicStroke(stroke));
        g.setColor(MARK);
        g.draw(shape);
    }

    private void dot(double x, double y) {
        g.setColor(EDGE);
        g.fill(new Ellipse2D.Double(x - 2.8, y - 2.8, 5.6, 5.6));
        g.setColor(MARK);
        g.fill(new Ellipse2D.Double(x - 2, y - 2, 4, 4));
    }
}
