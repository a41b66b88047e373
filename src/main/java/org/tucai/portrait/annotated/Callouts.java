package org.tucai.portrait.annotated;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.tucai.portrait.Region;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.Severity;

/** The places of broken rules: each place is framed once and carries the numbers of all the rules broken there. */
final class Callouts {
    private static final Color EDGE = new Color(255, 255, 255, 150);
    private static final double RADIUS = 11;
    /** Frames this alike are one: the area both cover over the area either covers. */
    private static final double ALIKE = 0.7;
    /** A frame over more than this share of the photo is drawn as its four corners only. */
    private static final double LARGE = 0.06;

    private final Graphics2D g;
    private final int width;
    private final int height;
    private final Lettering lettering;
    private final List<Rectangle2D> badges = new ArrayList<>();

    Callouts(Graphics2D g, int width, int height, Lettering lettering) {
        this.g = g;
        this.width = width;
        this.height = height;
        this.lettering = lettering;
    }

    /** One place and the complaints shown there, by their numbers. */
    private record Place(Rectangle2D frame, Severity severity, List<Integer> numbers) {}

    void draw(List<RuleResult> complaints) {
        List<Place> places = places(complaints);
        for (Place place : places) {
            frame(place);
        }
        for (Place place : places) {
            badges(place);
        }
    }

    private List<Place> places(List<RuleResult> complaints) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < complaints.size(); i++) {
            Region region = complaints.get(i).region();
            if (region == null || region.width() <= 0 || region.height() <= 0) {
                continue;
            }
            Rectangle2D frame = new Rectangle2D.Double(
                    region.x() * width + 1,
                    region.y() * height + 1,
                    region.width() * width - 2,
                    region.height() * height - 2);
            Place known = places.stream()
                    .filter(place -> alike(place.frame(), frame))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                places.add(new Place(frame, complaints.get(i).severity(), new ArrayList<>(List.of(i + 1))));
            } else {
                known.numbers().add(i + 1); // hard ones come first, so a place has the colour of its worst
            }
        }
        return places;
    }

    private static boolean alike(Rectangle2D a, Rectangle2D b) {
        Rectangle2D both = a.createIntersection(b);
        if (both.isEmpty()) {
            return false;
        }
        double shared = both.getWidth() * both.getHeight();
        return shared / (a.getWidth() * a.getHeight() + b.getWidth() * b.getHeight() - shared) > ALIKE;
    }

    private void frame(Place place) {
        Rectangle2D r = place.frame();
        boolean large = r.getWidth() * r.getHeight() > LARGE * width * height;
        Shape shape = large
                ? corners(r)
                : new RoundRectangle2D.Double(r.getX(), r.getY(), r.getWidth(), r.getHeight(), 12, 12);
        g.setStroke(new BasicStroke(4.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(EDGE);
        g.draw(shape);
        g.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(colour(place.severity()));
        g.draw(shape);
    }

    private static Shape corners(Rectangle2D r) {
        Path2D path = new Path2D.Double();
        double arm = Math.min(36, Math.min(r.getWidth(), r.getHeight()) / 3);
        for (double x : new double[] {r.getMinX(), r.getMaxX()}) {
            for (double y : new double[] {r.getMinY(), r.getMaxY()}) {
                path.moveTo(x + (x == r.getMinX() ? arm : -arm), y);
                path.lineTo(x, y);
                path.lineTo(x, y + (y == r.getMinY() ? arm : -arm));
            }
        }
        return path;
    }

    /** The numbers in a row at the first corner where they lie in the photo and on no other number. */
    private void badges(Place place) {
        Rectangle2D r = place.frame();
        double length = place.numbers().size() * (2 * RADIUS + 2);
        double[] xs = {r.getMinX() + 4, r.getMaxX() - length - 4, r.getCenterX() - length / 2};
        double[] ys = {r.getMinY() + 3, r.getMaxY() - 2 * RADIUS - 3, r.getMinY() - 2 * RADIUS - 3, r.getMaxY() + 3};
        Rectangle2D row = null;
        for (double y : ys) {
            for (double x : xs) {
                Rectangle2D tried = new Rectangle2D.Double(
                        inside(x, width - length), inside(y, height - 2 * RADIUS), length, 2 * RADIUS);
                boolean free = badges.stream().noneMatch(tried::intersects);
                row = row == null && free ? tried : row;
            }
        }
        if (row == null) {
            row = new Rectangle2D.Double(
                    inside(xs[0], width - length), inside(ys[0], height - 2 * RADIUS), length, 2 * RADIUS);
        }
        badges.add(row);
        double x = row.getX() + RADIUS + 1;
        for (int number : place.numbers()) {
            badge(g, lettering, x, row.getCenterY(), number, place.severity());
            x += 2 * RADIUS + 2;
        }
    }

    private static double inside(double value, double most) {
        return Math.max(2, Math.min(value, most - 2));
    }

    static Color colour(Severity severity) {
        return severity == Severity.HARD ? Overlay.HARD : Overlay.SOFT;
    }

    /** A numbered disc. */
    static void badge(Graphics2D g, Lettering lettering, double x, double y, int number, Severity severity) {
        g.setColor(Color.WHITE);
        g.fill(new Ellipse2D.Double(x - RADIUS - 1, y - RADIUS - 1, 2 * RADIUS + 2, 2 * RADIUS + 2));
        g.setColor(colour(severity));
        g.fill(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
        number(g, lettering, x, y, number, Color.WHITE);
    }

    /** A numbered ring: the complaint is about the file or the whole picture. */
    static void ring(Graphics2D g, Lettering lettering, double x, double y, int number, Severity severity) {
        g.setColor(colour(severity));
        g.setStroke(new BasicStroke(1.6f));
        g.draw(new Ellipse2D.Double(x - RADIUS + 1, y - RADIUS + 1, 2 * RADIUS - 2, 2 * RADIUS - 2));
        number(g, lettering, x, y, number, colour(severity));
    }

    private static void number(Graphics2D g, Lettering lettering, double x, double y, int number, Color colour) {
        g.setColor(colour);
        g.setFont(lettering.bold(13));
        String text = Integer.toString(number);
        FontMetrics metrics = g.getFontMetrics();
        double up = g.getFont()
                .createGlyphVector(g.getFontRenderContext(), text)
                .getVisualBounds()
                .getCenterY();
        g.drawString(text, (float) (x - metrics.stringWidth(text) / 2.0), (float) (y - up));
    }
}
