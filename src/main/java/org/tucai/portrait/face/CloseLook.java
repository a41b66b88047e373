package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Looks closely at parts of a picture with the trunk of the glasses network. It is a general one (MobileNetV3, the small
 * minimal kind, fully convolutional), so its inner maps tell more than glasses: lenses, teeth, jewellery, hats, prints.
 */
final class CloseLook implements AutoCloseable {
    /** Layers: the last maps before everything is averaged, those a block before, and those twice as fine. */
    private static final String[] LAYERS = {"re_lu_94/Relu", "expanded_conv_10/Add/add", "expanded_conv_7/Add/add"};

    /** One network per closeup: a network that is shown another size lays out its memory anew. */
    private final Map<Closeup, Network> networks = new EnumMap<>(Closeup.class);

    CloseLook(String file) {
        for (Closeup closeup : Closeup.values()) {
            networks.put(closeup, Network.tfliteInner(file, LAYERS));
        }
    }

    /** All closeups one after the other, each with its deep traits before its fine ones. */
    float[] look(Mat picture, FaceShape face) {
        float[] traits = new float[length()];
        int at = 0;
        for (Closeup closeup : Closeup.values()) {
            List<Roi> places = closeup.places(face);
            float[][] seen = look(closeup, cut(closeup, picture, places.getFirst()));
            if (places.size() > 1) {
                Mat other = cut(closeup, picture, places.getLast());
                flip(other, other, 1);
                seen = both(seen, look(closeup, other));
            }
            for (float[] part : seen) {
                System.arraycopy(part, 0, traits, at, part.length);
                at += part.length;
            }
        }
        return traits;
    }

    private float[][] look(Closeup closeup, Mat cut) {
        Network network = networks.get(closeup);
        if (network == null) {
            throw new IllegalStateException("closed");
        }
        float[][] maps = network.run(cut, 1, true);
        return new float[][] {closeup.deep(maps[0]), closeup.fine(maps[1], maps[2])};
    }

    private static float[][] both(float[][] first, float[][] second) {
        float[][] both = new float[first.length][];
        for (int part = 0; part < both.length; part++) {
            int n = first[part].length;
            both[part] = new float[2 * n];
            for (int i = 0; i < n; i++) {
                both[part][i] = Math.max(first[part][i], second[part][i]);
                both[part][n + i] = (first[part][i] + second[part][i]) / 2;
            }
        }
        return both;
    }

    /** Cut in two steps where the cut is much smaller than what it shows, so that fine patterns do not flicker. */
    private static Mat cut(Closeup closeup, Mat picture, Roi place) {
        int step = 1;
        while (place.width() > 2.0 * step * closeup.width()) {
            step *= 2;
        }
        Mat cut = place.cut(picture, closeup.width() * step, closeup.height() * step, BORDER_REPLICATE);
        if (step == 1) {
            return cut;
        }
        Mat small = new Mat();
        resize(cut, small, new Size(closeup.width(), closeup.height()), 0, 0, INTER_AREA);
        return small;
    }

    /** How many numbers {@link #look} answers. */
    static int length() {
        int length = 0;
        for (Closeup closeup : Closeup.values()) {
            length += closeup.deep() + closeup.fine();
        }
        return length;
    }

    @Override
    public void close() {
        networks.values().forEach(Network::close);
        networks.clear();
    }
}
