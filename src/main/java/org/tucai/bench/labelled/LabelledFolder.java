package org.tucai.bench.labelled;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a bench's labelled pictures and models. */
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

    /** Null when the engine is to find them itself; without any it runs in reduced mode. */
    public @Nullable Path models() {
        return models;
    }

    /** The pictures named in the folder's {@code labels.csv}. */
    public List<LabelledPicture> pictures() throws IOException {
        return labels().pictures();
    }

    /** Those of the listed pictures that can be decoded; says which are left out. */
    public UsablePictures<LabelledPicture> readable(List<LabelledPicture> listed, PrintWriter out) throws IOException {
        UsablePictures<LabelledPicture> usable = UsablePictures.readable(data, listed, LabelledPicture::file);
        out.print(usable.remark());
        out.flush();
        return usable;
    }

    /** What the folder's {@code labels.csv} says. */
    public Labels labels() throws IOException {
        return Labels.read(data);
    }
}
