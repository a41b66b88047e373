package org.tucai.bench.code;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.bench.figure.Counts;
import org.tucai.bench.figure.Progress;
import org.tucai.picture.EncodedPicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tucai bench draw-codes}: fresh pictures of codes to which the reader was not tuned, for {@code bench codes}. */
@Command(
        name = "draw-codes",
        mixinStandardHelpOptions = true,
        description = "Draws hard pictures of random codes, and pictures without one, with truth.csv, for bench codes.")
public final class DrawCodesCommand implements Callable<Integer> {
    private static final int CODELESS_QUALITY = 60;

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to.")
    private Path folder;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Seed: another number gives other pictures (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--pictures", paramLabel = "N", description = "Pictures per class (default: ${DEFAULT-VALUE}).")
    private int pictures = 50;

    @Override
    public Integer call() throws IOException {
        Counts.requireOne(spec, "--pictures", pictures);
        Progress progress = new Progress(spec.commandLine().getErr());
        List<String> lines = new ArrayList<>(List.of("file,class,modules,payload"));
        SceneSettings.Kind[] kinds = SceneSettings.Kind.values();
        for (int k = 0; k < kinds.length; k++) {
            SceneSettings.Kind kind = kinds[k];
            Files.createDirectories(folder.resolve(kind.label));
            for (int i = 0; i < pictures; i++) {
                String file = "%s/%03d.jpg".formatted(kind.label, i);
                Random random = new Random(seed * 1_000_003 + k * 10_007L + i);
                CodePage page = new CodePage(random);
                SceneSettings settings =
                        SceneSettings.of(kind, pictures == 1 ? 1 : (double) i / (pictures - 1), random);
                Files.write(
                        folder.resolve(file), jpeg(new CodeScene(page, settings, random).shot(), settings.quality()));
                lines.add("%s,%s,%d,%s".formatted(file, kind.label, page.modules, page.text));
                progress.at(kind.label, i + 1, pictures);
            }
        }
        new CodelessPictures(new Random(seed)).all().forEach((name, mat) -> {
            lines.add(CodelessPictures.LABEL + "/" + name + "," + CodelessPictures.LABEL + ",0,");
            write(CodelessPictures.LABEL + "/" + name, mat);
        });
        Files.write(folder.resolve("truth.csv"), lines);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d pictures in %s%n", lines.size() - 1, folder);
        out.flush();
        return 0;
    }

    private void write(String file, Mat mat) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.write(folder.resolve(file), jpeg(mat, CODELESS_QUALITY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes over the picture. */
    private static byte[] jpeg(Mat mat, int quality) {
        try (mat) {
            return EncodedPicture.of(mat, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_QUALITY, quality);
        }
    }
}
