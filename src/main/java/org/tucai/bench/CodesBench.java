package org.tucai.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.bench.CodeReaders.CodeReader;
import org.tucai.capturecode.reading.CaptureCodeReader;
import org.tucai.capturecode.reading.CodePicture;
import org.tucai.capturecode.reading.Reading;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.Pictures;
import org.tucai.picture.UnreadablePicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code tucai bench codes}: reads a folder of pictures with known codes. Times are processor time of the one thread that reads, the file
 * already decoded, so that other work on the machine does not count.
 */
@Command(
        name = "codes",
        mixinStandardHelpOptions = true,
        description = "Reads a folder of capture codes with known texts and prints how many came out right.")
public final class CodesBench implements Callable<Integer> {
    private static final String OWN = "Tucai";
    /** The first pictures are read once before the clock counts, so that compilation does not. */
    private static final int WARM_UP = 60;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Folder with truth.csv.")
    private Path data;

    @Option(names = "--alone", description = "Leave out the readers that ours is compared with.")
    private boolean alone;

    @Override
    public Integer call() throws IOException, UnreadablePicture {
        PrintWriter out = spec.commandLine().getOut();
        List<KnownCode> codes = KnownCode.read(data);
        CaptureCodeReader reader = new CaptureCodeReader(clock::getCurrentThreadCpuTime);
        for (int i = 0; i < codes.size(); i += Math.max(codes.size() / WARM_UP, 1)) {
            reader.read(codes.get(i).bytes(data));
        }
        CodeScores own = new CodeScores(OWN);
        CodeScores large = new CodeScores(OWN + ", file decoded as well");
        List<CodeReader> others = alone ? List.of() : CodeReaders.others();
        List<CodeScores> compared =
                others.stream().map(CodeReader::name).map(CodeScores::new).toList();
        Map<String, Integer> attempts = new TreeMap<>();
        for (KnownCode code : codes) {
            own(reader, code, own, large, attempts);
            for (int i = 0; i < others.size(); i++) {
                other(others.get(i), code, compared.get(i));
            }
        }
        out.println(own.byClass());
        out.println("Reads by attempt: " + attempts);
        out.printf("Pictures above ten million pixels, decoding included: %s%n%n", large.times());
        if (!alone) {
            out.println(CodeScores.side(own, compared));
        }
        for (String missed : own.missed()) {
            out.println("not read: " + missed);
        }
        out.flush();
        return own.wrong() == 0 ? 0 : 1;
    }

    private void own(
            CaptureCodeReader reader,
            KnownCode code,
            CodeScores scores,
            CodeScores large,
            Map<String, Integer> attempts)
            throws IOException, UnreadablePicture {
        byte[] file = code.bytes(data);
        long start = clock.getCurrentThreadCpuTime();
        CodePicture picture = new CodePicture(file);
        long decoded = clock.getCurrentThreadCpuTime();
        Reading reading = reader.read(picture);
        long end = clock.getCurrentThreadCpuTime();
        Optional<String> text = Optional.empty();
        if (reading instanceof Reading.Read read) {
            text = Optional.of(read.text());
            attempts.merge(read.attempt(), 1, Integer::sum);
        }
        scores.add(code, text, end - decoded);
        PictureHeader header = PictureHeader.of(file);
        if ((long) header.width() * header.height() > 10_000_000) {
            large.add(code, text, end - start);
        }
    }

    private void other(CodeReader reader, KnownCode code, CodeScores scores) throws IOException, UnreadablePicture {
        byte[] file = code.bytes(data);
        try (Mat grey = Pictures.decode(file, PictureHeader.of(file), 1, true)) {
            long start = clock.getCurrentThreadCpuTime();
            Optional<String> text = reader.read(grey);
            scores.add(code, text, clock.getCurrentThreadCpuTime() - start);
        }
    }

    /** One line of truth.csv. */
    record KnownCode(String file, String kind, String text) {
        static List<KnownCode> read(Path folder) throws IOException {
            List<String> lines = Files.readAllLines(folder.resolve("truth.csv"));
            List<String> names = List.of(lines.getFirst().split(",", -1));
            return lines.stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new KnownCode(
                            cells[names.indexOf("file")],
                            cells[names.indexOf("class")],
                            cells[names.indexOf("payload")]))
                    .toList();
        }

        byte[] bytes(Path folder) throws IOException {
            return Files.readAllBytes(folder.resolve(file));
        }
    }
}
