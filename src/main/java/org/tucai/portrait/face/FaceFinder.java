package org.tucai.portrait.face;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;

/** Finds faces with YuNet. It was trained on faces of 10 to 300 pixels, so it looks at a small copy. */
final class FaceFinder implements AutoCloseable {
    /** Longer side of the copy that is searched, about, pixels. */
    private static final int LONG_SIDE = 320;

    /** A little longer is searched as it is rather than divided once more. */
    private static final int LONGEST = 384;

    private static final float THRESHOLD = 0.6f;
    private final FaceDetectorYN net;

    FaceFinder(String file) {
        net = FaceDetectorYN.create(file, "", new Size(LONG_SIDE, LONG_SIDE), THRESHOLD, 0.3f, 50, 0, 0);
    }

    /** All faces, the largest first. */
    List<FaceBox> find(Mat picture) {
        int factor = factor(Math.max(picture.cols(), picture.rows()));
        Mat small = Shrunk.by(picture, factor);
        net.setInputSize(new Size(small.cols(), small.rows()));
        Mat found = new Mat();
        net.detect(small, found);
        List<FaceBox> faces = new ArrayList<>();
        if (found.rows() > 0) {
            FloatBuffer f = found.createBuffer();
            for (int row = 0; row < found.rows(); row++) {
                faces.add(box(f, row * 15, factor));
            }
        }
        faces.sort(Comparator.comparingDouble(FaceBox::area).reversed());
        return List.copyOf(faces);
    }

    /** Divides the sides by a whole number: as little as leaves the longer one near what the network likes. */
    private static int factor(int longer) {
        int factor = Math.max(1, longer / LONG_SIDE);
        return longer / factor <= LONGEST ? factor : factor + 1;
    }

    private static FaceBox box(FloatBuffer f, int o, double zoom) {
        return new FaceBox(
                f.get(o) * zoom,
                f.get(o + 1) * zoom,
                f.get(o + 2) * zoom,
                f.get(o + 3) * zoom,
                f.get(o + 14),
                true,
                f.get(o + 4) * zoom,
                f.get(o + 5) * zoom,
                f.get(o + 6) * zoom,
                f.get(o + 7) * zoom);
    }

    @Override
    public void close() {
        net.close();
    }
}
