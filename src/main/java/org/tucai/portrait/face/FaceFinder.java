package org.tucai.portrait.face;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;

/** Finds faces with YuNet. It was trained on faces of 10 to 300 pixels, so it looks at a small copy. */
final class FaceFinder implements AutoCloseable {
    /** Longer side of the copy that is searched, pixels. */
    static final int QUICK_SIDE = 256;

    /** Of a second copy, where nothing is found in the first. */
    private static final int LONG_SIDE = 320;

    private static final float THRESHOLD = 0.6f;
    private final FaceDetectorYN net;

    FaceFinder(Path file) {
        try {
            byte[] model = Files.readAllBytes(file); // not by its name: see Cascade
            Size size = new Size(QUICK_SIDE, QUICK_SIDE);
            net = FaceDetectorYN.create("onnx", model, new byte[0], size, THRESHOLD, 0.3f, 50, 0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All faces, the largest first. */
    List<FaceBox> find(Mat picture) {
        List<FaceBox> faces = find(picture, QUICK_SIDE);
        boolean another = Math.max(picture.cols(), picture.rows()) > QUICK_SIDE; // else the second copy is the first
        return faces.isEmpty() && another ? find(picture, LONG_SIDE) : faces;
    }

    private List<FaceBox> find(Mat picture, int longSide) {
        double scale = Math.min(1, (double) longSide / Math.max(picture.cols(), picture.rows()));
        int width = Math.max(32, (int) Math.round(picture.cols() * scale));
        int height = Math.max(32, (int) Math.round(picture.rows() * scale));
        Mat small = Shrunk.to(picture, width, height);
        net.setInputSize(new Size(width, height));
        Mat found = new Mat();
        net.detect(small, found);
        List<FaceBox> faces = new ArrayList<>();
        if (found.rows() > 0) {
            FloatBuffer f = found.createBuffer();
            double sx = (double) picture.cols() / width;
            double sy = (double) picture.rows() / height;
            for (int row = 0; row < found.rows(); row++) {
                FaceBox face = box(f, row * 15, sx, sy);
                if (real(face, picture)) {
                    faces.add(face);
                }
            }
        }
        faces.sort(Comparator.comparingDouble(FaceBox::area).reversed());
        return List.copyOf(faces);
    }

    /** In copies of a few points the network sometimes answers boxes without size, far outside. */
    private static boolean real(FaceBox face, Mat picture) {
        boolean inside = face.centreX() >= 0
                && face.centreY() >= 0
                && face.centreX() <= picture.cols()
                && face.centreY() <= picture.rows();
        return inside && face.width() >= 1 && face.height() >= 1;
    }

    private static FaceBox box(FloatBuffer f, int o, double sx, double sy) {
        return new FaceBox(
                f.get(o) * sx,
                f.get(o + 1) * sy,
                f.get(o + 2) * sx,
                f.get(o + 3) * sy,
                f.get(o + 14),
                true,
                f.get(o + 4) * sx,
                f.get(o + 5) * sy,
                f.get(o + 6) * sx,
                f.get(o + 7) * sy);
    }

    @Override
    public void close() {
        net.close();
    }
}
