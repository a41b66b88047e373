package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_dnn.DNN_BACKEND_OPENCV;
import static org.bytedeco.opencv.global.opencv_dnn.blobFromImage;
import static org.bytedeco.opencv.global.opencv_dnn.readNetFromONNX;
import static org.bytedeco.opencv.global.opencv_dnn.readNetFromTFLite;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/** One loaded network with its output names; used by one thread at a time. */
final class Network implements AutoCloseable {
    private final Net net;
    private final StringVector outputs;

    private Network(Net net, StringVector outputs) {
        this.net = net;
        this.outputs = outputs;
    }

    static Network tflite(String file, String... outputs) {
        Net net = readNetFromTFLite(file);
        net.setPreferableBackend(DNN_BACKEND_OPENCV);
        return new Network(net, new StringVector(outputs));
    }

    /** A network with one output, from the bytes of its file. */
    static Network onnx(byte[] file) {
        try (BytePointer bytes = new BytePointer(file)) {
            Net net = readNetFromONNX(bytes, file.length);
            net.setPreferableBackend(DNN_BACKEND_OPENCV);
            return new Network(net, net.getUnconnectedOutLayersNames());
        }
    }

    /** A network of which only inner layers are asked: for each the last one whose name contains the given part. */
    static Network tfliteInner(String file, String... parts) {
        Net net = readNetFromTFLite(file);
        net.setPreferableBackend(DNN_BACKEND_OPENCV);
        StringVector outputs = new StringVector();
        try (StringVector names = net.getLayerNames()) {
            for (String part : parts) {
                outputs.push_back(last(names, part));
            }
        }
        return new Network(net, outputs);
    }

    private static String last(StringVector names, String part) {
        for (long i = names.size() - 1; i >= 0; i--) {
            String name = names.get(i).getString();
            if (name.contains(part)) {
                return name;
            }
        }
        throw new IllegalArgumentException("no layer " + part);
    }

    /**
     * Runs the network on a picture that has its size already.
     *
     * @param factor what each channel (0..255) is multiplied with
     * @return one array of numbers per output, in the order of the names
     */
    float[][] run(Mat picture, double factor, boolean swapRedBlue) {
        Mat blob = blobFromImage(
                picture,
                factor,
                new Size(picture.cols(), picture.rows()),
                new Scalar(0, 0, 0, 0),
                swapRedBlue,
                false,
                CV_32F);
        net.setInput(blob);
        MatVector out = new MatVector();
        net.forward(out, outputs);
        float[][] values = new float[(int) out.size()][];
        for (int i = 0; i < values.length; i++) {
            FloatBuffer buffer = out.get(i).createBuffer();
            values[i] = new float[buffer.remaining()];
            buffer.get(values[i]);
        }
        return values;
    }

    @Override
    public void close() {
        net.close();
        outputs.close();
    }
}
