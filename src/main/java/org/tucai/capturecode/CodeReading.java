package org.tucai.capturecode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.Pictures;
import org.tucai.picture.UnreadablePicture;
import org.tucai.platform.problem.ProblemException;

/** Gets the one capture code out of an uploaded picture. */
@Singleton
class CodeReading {
    private final CodeAuthority authority;

    CodeReading(CodeAuthority authority) {
        this.authority = authority;
    }

    /** The text of the only capture code in the picture; other QR codes beside it do not matter. */
    String read(byte[] picture) {
        Set<String> texts;
        try {
            texts = texts(picture);
        } catch (UnreadablePicture e) {
            throw new ProblemException(problem(e.reason()));
        }
        List<String> codes = texts.stream().filter(authority::looksLikeCode).toList();
        if (codes.size() == 1) {
            return codes.getFirst();
        }
        if (codes.size() > 1) {
            throw new ProblemException(CaptureCodeProblem.SEVERAL_CODES);
        }
        throw new ProblemException(
                texts.isEmpty() ? CaptureCodeProblem.NO_CODE_FOUND : CaptureCodeProblem.NOT_A_CAPTURE_CODE);
    }

    private static CaptureCodeProblem problem(UnreadablePicture.Reason reason) {
        return switch (reason) {
            case HEIC_UNSUPPORTED -> CaptureCodeProblem.CODE_PICTURE_HEIC;
            case TOO_MANY_BYTES, TOO_MANY_PIXELS -> CaptureCodeProblem.CODE_PICTURE_TOO_LARGE;
            case EMPTY, NOT_A_PICTURE, VARIANT_UNSUPPORTED, TRUNCATED, CORRUPT ->
                CaptureCodeProblem.CODE_PICTURE_UNREADABLE;
        };
    }

    private static Set<String> texts(byte[] picture) throws UnreadablePicture {
        PictureHeader header = PictureHeader.of(picture);
        try (Mat grey = Pictures.decode(picture, header, 1, true)) {
            byte[] pixels = new byte[grey.cols() * grey.rows()];
            grey.data().get(pixels);
            PlanarYUVLuminanceSource source = new PlanarYUVLuminanceSource(
                    pixels, grey.cols(), grey.rows(), 0, 0, grey.cols(), grey.rows(), false);
            Map<DecodeHintType, Object> hints = Map.of(
                    DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));
            BinaryBitmap hybrid = new BinaryBitmap(new HybridBinarizer(source));
            Set<String> texts = new TreeSet<>();
            try {
                Arrays.stream(new QRCodeMultiReader().decodeMultiple(hybrid, hints))
                        .map(Result::getText)
                        .forEach(texts::add);
            } catch (NotFoundException e) {
                texts.addAll(single(new BinaryBitmap(new GlobalHistogramBinarizer(source)), hints));
            }
            return texts;
        }
    }

    private static Set<String> single(BinaryBitmap bitmap, Map<DecodeHintType, Object> hints) {
        try {
            return Set.of(new QRCodeReader().decode(bitmap, hints).getText());
        } catch (ReaderException e) {
            return Set.of();
        }
    }
}
