package org.tucai.portrait.face;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the project's own networks, one for each {@link TrainedCloseup}, trained by {@code src/train}. */
public final class CloseupNetworks {
    private static final String FOLDER = "/portrait/classifier/";

    private final Map<TrainedCloseup, byte[]> files;

    private CloseupNetworks(Map<TrainedCloseup, byte[]> files) {
        this.files = files;
    }

    /** Those that come with the program. */
    public static CloseupNetworks shipped() {
        Map<TrainedCloseup, byte[]> files = new EnumMap<>(TrainedCloseup.class);
        for (TrainedCloseup closeup : TrainedCloseup.values()) {
            String name = FOLDER + closeup.file() + ".tflite";
            try (InputStream in = CloseupNetworks.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException(name + " is missing: train it (src/train)");
                }
                files.put(closeup, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new CloseupNetworks(files);
    }

    /** Those of a folder that were trained without the pictures of a fold. */
    public static CloseupNetworks without(int fold, Path folder) throws IOException {
        Map<TrainedCloseup, byte[]> files = new EnumMap<>(TrainedCloseup.class);
        for (TrainedCloseup closeup : TrainedCloseup.values()) {
            files.put(closeup, Files.readAllBytes(folder.resolve(closeup.file() + "-" + fold + ".tflite")));
        }
        return new CloseupNetworks(files);
    }

    /** None at all, before the first training: every answer is 0. */
    public static CloseupNetworks none() {
        return new CloseupNetworks(Map.of());
    }

    byte @Nullable [] of(TrainedCloseup closeup) {
        return files.get(closeup);
    }
}
