package org.tucai.bench.portrait;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.tucai.bench.labelled.LabelledPicture;
import org.tucai.bench.made.CameraJpeg;
import org.tucai.picture.UnreadablePicture;

/** The files of a soak run: of a hundred, seventy portraits, five of 12 megapixels, ten without a face, fifteen truncated. */
final class SoakFiles {
    private static final int PORTRAITS = 97;
    private static final int LARGE = 7;
    private final List<byte[]> portraits;
    private final List<byte[]> large;
    private final byte[] empty;

    private SoakFiles(List<byte[]> portraits, List<byte[]> large, byte[] empty) {
        this.portraits = portraits;
        this.large = large;
        this.empty = empty;
    }

    /** Reads pictures spread evenly over those given. */
    static SoakFiles from(Path folder, List<LabelledPicture> pictures) throws IOException, UnreadablePicture {
        List<byte[]> portraits = new ArrayList<>();
        List<byte[]> large = new ArrayList<>();
        for (int i = 0; i < PORTRAITS; i++) {
            Path file = folder.resolve(
                    pictures.get((int) ((long) i * pictures.size() / PORTRAITS)).file());
            portraits.add(Files.readAllBytes(file));
            if (i < LARGE) {
                large.add(SpeedRun.twelveMegapixels(portraits.getLast()));
            }
        }
        try (Scalar grey = new Scalar(200, 200, 200, 0);
                Mat wall = new Mat(640, 480, CV_8UC3, grey)) {
            return new SoakFiles(portraits, large, CameraJpeg.of(wall));
        }
    }

    /** The n-th file. */
    byte[] get(int n) {
        int kind = n % 100;
        byte[] portrait = portraits.get(n % PORTRAITS);
        if (kind < 5) {
            return large.get(n % LARGE);
        }
        if (kind < 15) {
            return empty;
        }
        return kind < 30 ? Arrays.copyOf(portrait, portrait.length * (kind - 14) / 17) : portrait;
    }
}
