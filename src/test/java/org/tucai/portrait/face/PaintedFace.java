package org.tucai.portrait.face;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The canonical head seen from the front, filling a standard view and painted in plain colours, so that the results of measures are known
 * in advance. Needs {@code ../shared/models}.
 */
final class PaintedFace {
    static final Path MESH = Path.of("../shared/models/canonical_face_model.obj");
    static final Color WALL = new Color(100, 197, 255);
    static final Color SKIN = new Color(214, 170, 148);
    static final Color CLOTHES = new Color(40, 44, 60);

    /** Shoulders and neck. */
    private static final List<Shape> PERSON =
            List.of(new Rectangle2D.Double(30, 540, 420, 100), new Rectangle2D.Double(180, 480, 120, 100));

    /** Values per row of a mask. */
    private static final int SIDE = 160;

    private final BufferedImage picture =
            new BufferedImage(FaceView.WIDTH, FaceView.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    private final Graphics2D brush = picture.createGraphics();
    private final float[] person = new float[SIDE * SIDE];
    private final float[] hair = new float[SIDE * SIDE];
    private final float[] points = points();
    private final float[] leftIris = {180, 288, 187, 288, 180, 281, 173, 288, 180, 295};
    private final float[] rightIris = {300, 288, 307, 288, 300, 281, 293, 288, 300, 295};

    /** A bare head on a neck in front of a wall, with level shoulders. */
    PaintedFace() {
        paint(WALL, all());
        body(SKIN, head());
        body(CLOTHES, PERSON.getFirst());
        body(SKIN, PERSON.getLast());
    }

    static Shape all() {
        return new Rectangle2D.Double(0, 0, FaceView.WIDTH, FaceView.HEIGHT);
    }

    /** The left half of the picture. */
    static Shape left() {
        return new Rectangle2D.Double(0, 0, FaceView.WIDTH / 2.0, FaceView.HEIGHT);
    }

    /** Slightly wider and longer than the mesh. */
    Ellipse2D head() {
        double width = 1.06 * (x(454) - x(234));
        return new Ellipse2D.Double(240 - width / 2, y(10) - 8, width, y(152) - y(10) + 16);
    }

    Ellipse2D around(int point, double radius) {
        return new Ellipse2D.Double(x(point) - radius, y(point) - radius, 2 * radius, 2 * radius);
    }

    double x(int point) {
        return points[3 * point];
    }

    double y(int point) {
        return points[3 * point + 1];
    }

    PaintedFace paint(Color colour, Shape place) {
        brush.setColor(colour);
        brush.fill(place);
        return this;
    }

    /** Paints behind the person. */
    PaintedFace wall(Color colour, Shape place) {
        Area behind = new Area(place);
        PERSON.forEach(part -> behind.subtract(new Area(part)));
        behind.subtract(new Area(head()));
        return paint(colour, behind);
    }

    /** Paints something that belongs to the person. */
    PaintedFace body(Color colour, Shape place) {
        mark(person, place, 1);
        return paint(colour, place);
    }

    PaintedFace hair(Color colour, Shape place) {
        mark(hair, place, 1);
        return body(colour, place);
    }

    PaintedFace gaze(double right) {
        for (int i = 0; i < leftIris.length; i += 2) {
            leftIris[i] += (float) right;
            rightIris[i] += (float) right;
        }
        return this;
    }

    /** Moves a point of the mesh. */
    PaintedFace move(int point, double right, double down) {
        points[3 * point] += (float) right;
        points[3 * point + 1] += (float) down;
        return this;
    }

    private static void mark(float[] mask, Shape place, double sure) {
        for (int i = 0; i < mask.length; i++) {
            double x = (i % SIDE + 0.5) / SIDE * FaceView.WIDTH;
            double y = (Math.floorDiv(i, SIDE) + 0.5) / SIDE * FaceView.HEIGHT;
            if (place.contains(x, y)) {
                mask[i] = (float) sure;
            }
        }
    }

    Facts measured(boolean glasses) {
        return NativeScope.run(() -> {
            Mat mat = new Mat(FaceView.HEIGHT, FaceView.WIDTH, opencv_core.CV_8UC3);
            mat.data().put(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
            Roi whole = Roi.whole(FaceView.WIDTH, FaceView.HEIGHT);
            FaceShape face = face();
            Mask body = new Mask(whole, SIDE, person);
            FaceView view = new FaceView(mat, mat, face.standardView(), face, body, new Mask(whole, SIDE, hair));
            return Measures.of(view, Measures.geometry(face, body), glasses, 0);
        });
    }

    FaceShape face() {
        return new FaceShape(points, 1, new EyeShape(lids(180, 1), leftIris), new EyeShape(lids(300, -1), rightIris));
    }

    /** Eyelids 16 pixels apart in an eye 56 pixels wide, from the outer corner to the inner one. */
    private static float[] lids(double middle, int inwards) {
        float[] contour = new float[142];
        for (int i = 0; i <= 8; i++) {
            contour[2 * i] = (float) (middle + inwards * 7 * (i - 4));
            contour[2 * i + 1] = i % 8 == 0 ? 288 : 296;
        }
        for (int i = 1; i <= 7; i++) {
            contour[2 * (i + 8)] = contour[2 * i];
            contour[2 * (i + 8) + 1] = 280;
        }
        return contour;
    }

    /** The canonical head, with the centres of its eyes where the standard view has them. */
    private static float[] points() {
        try {
            List<double[]> head = Files.readAllLines(MESH, StandardCharsets.US_ASCII).stream()
                    .filter(line -> line.startsWith("v "))
                    .map(line -> line.split(" ", -1))
                    .map(v ->
                            new double[] {Double.parseDouble(v[1]), -Double.parseDouble(v[2]), -Double.parseDouble(v[3])
                            })
                    .toList();
            double left = (head.get(33)[0] + head.get(133)[0]) / 2;
            double right = (head.get(263)[0] + head.get(362)[0]) / 2;
            double middle = (head.get(33)[1] + head.get(133)[1]) / 2;
            double scale = FaceView.EYES / (right - left);
            float[] points = new float[3 * FaceMesh.POINTS];
            for (int i = 0; i < FaceMesh.POINTS; i++) {
                points[3 * i] = (float) (240 + scale * head.get(i)[0]);
                points[3 * i + 1] = (float) (288 + scale * (head.get(i)[1] - middle));
                points[3 * i + 2] = (float) (scale * head.get(i)[2]);
            }
            return points;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
