package org.tucai.portrait.face;

import java.util.EnumMap;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Looks closely at parts of a picture with the trunk of the glasses network. It is a general one (MobileNetV3, the small
 * minimal kind, fully convolutional), so its inner maps tell more than glasses: lenses, necklaces, prints.
 */
final class CloseLook implements AutoCloseable {
    /** Tensors: the last maps before everything is averaged, those a block before, and those twice as fine. */
    private static final String[] LAYERS = {"re_lu_94/Relu", "expanded_conv_10/Add/add", "expanded_conv_7/Add/add"};

    /** One network per closeup: a network that is shown another size lays out its memory anew. */
    private final Map<Closeup, Network> networks = new EnumMap<>(Closeup.class);

    CloseLook(String file) {
        for (Closeup closeup : Closeup.values()) {
            networks.put(closeup, Network.of(file, closeup.width(), closeup.height(), LAYERS));
        }
    }

    /** All closeups one after the other, each with its deep traits before its fine ones. */
    float[] look(Mat picture, FaceShape face) {
        float[] traits = new float[length()];
        int at = 0;
        for (Closeup closeup : Closeup.values()) {
            Roi place = closeup.place(face, picture.rows());
            Mat cut = place.cutFinely(picture, closeup.width(), closeup.height(), closeup.border());
            for (float[] part : look(closeup, cut)) {
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
        float[][] maps = network.run(cut, 1);
        return new float[][] {closeup.deep(maps[0]), closeup.fine(maps[1], maps[2])};
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
