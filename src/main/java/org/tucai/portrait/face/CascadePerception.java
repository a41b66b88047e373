package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.equalizeHist;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import org.jspecify.annotations.Nullable;

/**
 * The reduced mode: OpenCV's cascades find face and eyes, classical methods measure geometry, background and light.
 * What needs landmarks or masks stays unknown.
 */
public final class CascadePerception implements Perception {
    /** Longer side of the copy that is searched, pixels. */
    private static final int LONG_SIDE = 400;

    private final Cascade faces = new Cascade("lbpcascades/lbpcascade_frontalface_improved.xml");
    private final Cascade otherFaces = new Cascade("haarcascades/haarcascade_frontalface_alt2.xml");
    private final Cascade eyes = new Cascade("haarcascades/haarcascade_eye_tree_eyeglasses.xml");

    /** Cascades give no score: a face in which both eyes were found counts as sure. In turned pictures both were never found. */
    private final Turning turning = new Turning(LONG_SIDE, grey -> find(grey, 1), face -> face.eyesKnown() ? 1 : 0);

    @Override
    public String mode() {
        return "reduced";
    }

    @Override
    public Sighting sight(Mat picture, StageClock clock) {
        return NativeScope.run(() -> look(picture, clock));
    }

    private Sighting look(Mat picture, StageClock clock) {
        double zoom = Math.max(1, (double) Math.max(picture.cols(), picture.rows()) / LONG_SIDE);
        Mat grey = smallGrey(picture, zoom);
        List<FaceBox> found = clock.time("faces", () -> find(grey, zoom));
        FrameFacts frame = new FrameFacts(picture.cols(), picture.rows(), found);
        Turned turned = clock.time("turned", () -> turning.of(grey, frame));
        if (turned != null) {
            return Sighting.of(turned);
        }
        if (found.isEmpty()) {
            return Sighting.ofNothing(frame);
        }
        GeometryFacts eyes = geometry(found.getFirst());
        GeometryFacts head = clock.time("hair", () -> withHair(picture, eyes));
        InsetFacts inset = clock.time("inset", () -> Inset.of(picture, head));
        return new Sighting(frame, head, null, inset, null);
    }

    @Override
    public Facts measure(Sighting sighting, Mat picture, double blocks, StageClock clock) {
        GeometryFacts head = sighting.head();
        if (head == null) {
            return Facts.of(sighting.frame(), sighting.turned());
        }
        return NativeScope.run(() -> clock.time("measures", () -> new CoarseMeasures(picture, head).measure(blocks)))
                .with(sighting.frame(), sighting.inset());
    }

    /** Searched on a small copy: a cut need not be placed to the pixel. */
    private static GeometryFacts withHair(Mat picture, GeometryFacts head) {
        int factor = Math.max(1, Math.max(picture.cols(), picture.rows()) / LONG_SIDE);
        CoarseMeasures small = new CoarseMeasures(Shrunk.by(picture, factor), head.scaled(1.0 / factor));
        Double hairTop = small.hairOverTheSkull();
        return hairTop == null ? head : head.withHairTop(hairTop * factor);
    }

    private static Mat smallGrey(Mat picture, double zoom) {
        Mat grey = new Mat();
        cvtColor(picture, grey, COLOR_BGR2GRAY);
        Mat small = new Mat();
        int width = Math.max(24, (int) Math.round(grey.cols() / zoom));
        int height = Math.max(24, (int) Math.round(grey.rows() / zoom));
        resize(grey, small, new Size(width, height), 0, 0, INTER_AREA);
        equalizeHist(small, small);
        return small;
    }

    private List<FaceBox> find(Mat grey, double zoom) {
        int side = Math.min(grey.cols(), grey.rows());
        List<double[]> boxes = faces.find(grey, 1.1, 4, Math.max(24, side / 8), side);
        if (boxes.isEmpty()) {
            boxes = otherFaces.find(grey, 1.1, 4, Math.max(24, side / 8), side);
        }
        List<FaceBox> found = new ArrayList<>();
        for (double[] box : boxes) {
            found.add(withEyes(grey, box, zoom));
        }
        found.sort(Comparator.comparingDouble(FaceBox::area).reversed());
        return List.copyOf(found);
    }

    private FaceBox withEyes(Mat grey, double[] box, double zoom) {
        double[] left = eye(grey, box, -0.04);
        double[] right = eye(grey, box, 0.52);
        boolean known = left != null && right != null;
        double[] a = left != null && known ? left : usual(box, 0.233);
        double[] b = right != null && known ? right : usual(box, 0.779);
        return new FaceBox(
                box[0] * zoom,
                box[1] * zoom,
                box[2] * zoom,
                box[3] * zoom,
                1,
                known,
                a[0] * zoom,
                a[1] * zoom,
                b[0] * zoom,
                b[1] * zoom);
    }

    /** Where an eye lies in this cascade's boxes, the median over portraits: for faces whose eyes were not found. */
    private static double[] usual(double[] box, double across) {
        return new double[] {box[0] + box[2] * across, box[1] + box[3] * 0.23};
    }

    /** The centre of an eye in the part of the upper face that begins at a share of its width, or null. */
    private double @Nullable [] eye(Mat grey, double[] box, double from) {
        int x = (int) Math.max(0, box[0] + box[2] * from);
        int y = (int) Math.max(0, box[1] - box[3] * 0.03);
        int width = (int) Math.min(grey.cols() - x, box[2] * 0.52);
        int height = (int) Math.min(grey.rows() - y, box[3] * 0.5);
        int least = (int) Math.max(8, box[2] * 0.18);
        if (width < least || height < least) {
            return null;
        }
        List<double[]> found = eyes.find(new Mat(grey, new Rect(x, y, width, height)), 1.05, 3, least, width);
        if (found.isEmpty()) {
            return null;
        }
        double[] best = found.getFirst();
        for (double[] other : found) {
            best = other[2] > best[2] ? other : best;
        }
        return new double[] {x + best[0] + best[2] / 2, y + best[1] + best[3] / 2};
    }

    private static GeometryFacts geometry(FaceBox face) {
        return Measures.fromEyes(face.leftEyeX(), face.leftEyeY(), face.rightEyeX(), face.rightEyeY());
    }

    @Override
    public void close() {
        faces.close();
        otherFaces.close();
        eyes.close();
    }
}
