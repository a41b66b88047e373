package org.tucai.portrait.face;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_core.FileNode;
import org.bytedeco.opencv.opencv_core.FileStorage;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/** A detector that comes with OpenCV's own natives. */
final class Cascade implements AutoCloseable {
    private static final String FOLDER = "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/";

    private final CascadeClassifier classifier = new CascadeClassifier();

    /**
     * Read from memory: OpenCV opens no file whose path has letters that are not Windows' own, or a question mark.
     *
     * @param name for example {@code lbpcascades/lbpcascade_frontalface_improved.xml}
     */
    Cascade(String name) {
        try (FileStorage text = new FileStorage(text(name), FileStorage.READ | FileStorage.MEMORY);
                FileNode cascade = text.getFirstTopLevelNode()) {
            if (!classifier.read(cascade)) {
                throw new IllegalStateException("OpenCV cannot read " + name);
            }
        }
    }

    private static String text(String name) {
        try (InputStream in = Cascade.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("OpenCV's natives lack " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
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
