package org.tucai.portrait.face;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/** A detector that comes with OpenCV's own natives. */
final class Cascade implements AutoCloseable {
    private final CascadeClassifier classifier;

    /** @param name for example {@code lbpcascades/lbpcascade_frontalface_improved.xml} */
    Cascade(String name) {
        try {
            File file = Loader.cacheResource("/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/" + name);
            if (file == null) {
                throw new IllegalStateException("OpenCV's natives lack " + name);
            }
            classifier = new CascadeClassifier(file.getPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was found in an 8-bit grey picture, as x, y, width, height. */
    List<double[]> find(Mat grey, double step, int neighbours, int least, int most) {
        RectVector found = new RectVector();
        classifier.detectMultiScale(grey, found, step, neighbours, 0, new Size(least, least), new Size(most, most));
        List<double[]> boxes = new ArrayList<>();
        for (long i = 0; i < found.size(); i++) {
            Rect rect = found.get(i);
            boxes.add(new double[] {rect.x(), rect.y(), rect.width(), rect.height()});
        }
        return boxes;
    }

    @Override
    public void close() {
        classifier.close();
    }
}
