package org.tucai.bench.code;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_objdetect.QRCodeDetector;
import org.bytedeco.opencv.opencv_objdetect.QRCodeDetectorAruco;
import org.bytedeco.opencv.opencv_wechat_qrcode.WeChatQRCode;

/** The readers that ours is compared with, each called in the usual way. */
final class CodeReaders {
    /** One reader. */
    interface CodeReader {
        String name();

        /** The text of the code in a decoded grey picture. */
        Optional<String> read(Mat grey);
    }

    private CodeReaders() {}

    static List<CodeReader> others() {
        return List.of(
                reader("ZXing", grey -> zxing(grey, Map.of(DecodeHintType.TRY_HARDER, true))),
                reader("ZXing with retries", CodeReaders::retried),
                reader("OpenCV QRCodeDetector", CodeReaders::openCv),
                reader("OpenCV QRCodeDetectorAruco", CodeReaders::aruco),
                reader("OpenCV WeChat reader", CodeReaders::weChat));
    }

    private static CodeReader reader(String name, java.util.function.Function<Mat, Optional<String>> how) {
        return new CodeReader() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<String> read(Mat grey) {
                try {
                    return how.apply(grey);
                } catch (RuntimeException e) { // OpenCV's errors: this reader did not read the picture
                    return Optional.empty();
                }
            }
        };
    }

    private static Optional<String> zxing(Mat grey, Map<DecodeHintType, ?> hints) {
        byte[] bytes = new byte[grey.cols() * grey.rows()];
        for (int y = 0; y < grey.rows(); y++) {
            grey.ptr(y).get(bytes, y * grey.cols(), grey.cols());
        }
        LuminanceSource source =
                new PlanarYUVLuminanceSource(bytes, grey.cols(), grey.rows(), 0, 0, grey.cols(), grey.rows(), false);
        return decode(source, hints).or(() -> {
            boolean inverted = hints.containsKey(DecodeHintType.ALSO_INVERTED);
            return inverted ? decode(source.invert(), hints) : Optional.empty();
        });
    }

    private static Optional<String> decode(LuminanceSource source, Map<DecodeHintType, ?> hints) {
        Optional<String> hybrid = decode(new BinaryBitmap(new HybridBinarizer(source)), hints);
        boolean both = hints.containsKey(DecodeHintType.ALSO_INVERTED);
        return hybrid.isPresent() || !both
                ? hybrid
                : decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)), hints);
    }

    private static Optional<String> decode(BinaryBitmap bitmap, Map<DecodeHintType, ?> hints) {
        try {
            return Optional.of(new QRCodeReader().decode(bitmap, hints).getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    /** Retries inverted, with another binarizer, at half and double size, and rotated by 30 and 60 degrees. */
    private static Optional<String> retried(Mat grey) {
        Map<DecodeHintType, Object> hints = Map.of(
                DecodeHintType.TRY_HARDER,
                true,
                DecodeHintType.ALSO_INVERTED,
                true,
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(BarcodeFormat.QR_CODE));
        Optional<String> text = zxing(grey, hints);
        for (double scale : new double[] {0.5, 2}) {
            if (text.isEmpty() && scale * scale * grey.cols() * grey.rows() < 16e6) {
                try (Mat scaled = new Mat();
                        Size size = new Size()) {
                    opencv_imgproc.resize(grey, scaled, size, scale, scale, opencv_imgproc.INTER_AREA);
                    text = zxing(scaled, hints);
                }
            }
        }
        for (double angle : new double[] {30, 60}) {
            if (text.isEmpty()) {
                text = turned(grey, angle, hints);
            }
        }
        return text;
    }

    private static Optional<String> turned(Mat grey, double angle, Map<DecodeHintType, Object> hints) {
        int side = (int) Math.ceil(Math.hypot(grey.cols(), grey.rows()));
        try (Point2f centre = new Point2f(grey.cols() / 2f, grey.rows() / 2f);
                Mat turn = opencv_imgproc.getRotationMatrix2D(centre, angle, 1);
                Mat turned = new Mat();
                Size size = new Size(side, side);
                Scalar white = new Scalar(255)) {
            try (org.bytedeco.javacpp.indexer.DoubleIndexer cells = turn.createIndexer()) {
                cells.put(0, 2, cells.get(0, 2) + (side - grey.cols()) / 2.0);
                cells.put(1, 2, cells.get(1, 2) + (side - grey.rows()) / 2.0);
            }
            opencv_imgproc.warpAffine(
                    grey, turned, turn, size, opencv_imgproc.INTER_LINEAR, opencv_core.BORDER_CONSTANT, white);
            return zxing(turned, hints);
        }
    }

    private static Optional<String> openCv(Mat grey) {
        try (QRCodeDetector detector = new QRCodeDetector();
                BytePointer text = detector.detectAndDecode(grey)) {
            return nonEmpty(text);
        }
    }

    private static Optional<String> aruco(Mat grey) {
        try (QRCodeDetectorAruco detector = new QRCodeDetectorAruco();
                BytePointer text = detector.detectAndDecode(grey)) {
            return nonEmpty(text);
        }
    }

    private static Optional<String> weChat(Mat grey) {
        try (WeChatQRCode detector = new WeChatQRCode();
                MatVector points = new MatVector();
                StringVector texts = detector.detectAndDecode(grey, points)) {
            return texts.size() == 0 ? Optional.empty() : nonEmpty(texts.get(0));
        }
    }

    private static Optional<String> nonEmpty(BytePointer text) {
        String raw = text.getString(StandardCharsets.UTF_8);
        int end = raw.indexOf('\0'); // some results include the terminator
        String value = end < 0 ? raw : raw.substring(0, end);
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
