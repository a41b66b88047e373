package org.tucai.bench.labelled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The labelled pictures and the models that a bench is told to work with. */
public final class LabelledFolder {
    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Folder with labels.csv and pictures.")
    private Path data;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Folder with the models (default: the one that 'tucai models status' names).")
    private @Nullable Path models;

    public Path data() {
        return data;
    }

    /** Null: wherever the engine finds them, in reduced mode without. */
    public @Nullable Path models() {
        return models;
    }

    /** The pictures that its {@code labels.csv} names. */
    public List<LabelledPicture> pictures() throws IOException {
        return Labels.read(data);
    }
}
