package org.tucai.bench.code;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tucai.bench.figure.Progress;
import org.tucai.bench.labelled.UsablePictures;
import org.tucai.capturecode.reading.CaptureCodeReader;
import org.tucai.capturecode.reading.CodePicture;
import org.tucai.capturecode.reading.Reading;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.UnreadablePicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code tucai bench codes}: reads a folder of pictures with known codes. Times are processor time of the single reading thread, without
 * decoding the file, so that other work on the machine does not count.
 */
@Command(
        name = "codes",
        mixinStandardHelpOptions = true,
        description = "Reads a folder of capture codes with known texts and prints how many were read correctly.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done, and no wrong text was read", "1:a wrong text was read, or the folder cannot be used"})
public final class CodesBench implements Callable<Integer> {
    private static final String OWN = "Tucai";
    /** Pictures spread over the folder that are read once before timing, so that JIT compilation does not count. */
    private static final int WARM_UP = 60;

    private static final int LARGE = 10_000_000;
    /** The least value of {@code --limit}, seconds. */
    private static final double SHORTEST = 0.001;

    private static final double LONGEST = 3600;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final CaptureCodeReader reader = new CaptureCodeReader(text -> true);
    private final CodeScores own = new CodeScores(OWN);
    private final CodeScores large = new CodeScores(OWN + ", file decoded as well");
    private final Map<String, Integer> attempts = new TreeMap<>();

    /** Why a file is no picture, by its name. */
    private final Map<String, String> unreadable = new TreeMap<>();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder with truth.csv: file, payload and, if you like, class.")
    private Path data;

    @Option(names = "--alone", description = "Leaves out the other readers that ours is compared with.")
    private boolean alone;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            description = "Processor time allowed another reader per picture (default: ${DEFAULT-VALUE}).")
    private double limit = 5;

    @Override
    public Integer call() throws IOException {
        if (!(limit >= SHORTEST && limit <= LONGEST)) { // also refuses NaN
            throw new ParameterException(
                    spec.commandLine(),
                    "--limit must be %s to %.0f seconds, not %s".formatted(SHORTEST, LONGEST, limit));
        }
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(spec.commandLine().getErr());
        UsablePictures<KnownCode> usable = UsablePictures.present(data, KnownCode.read(data), KnownCode::file);
        List<KnownCode> codes = usable.pictures();
        out.print(usable.remark());
        for (int i = 0; i < codes.size(); i += Math.max(codes.size() / WARM_UP, 1)) {
            warmUp(codes.get(i));
        }
        for (int i = 0; i < codes.size(); i++) {
            own(codes.get(i));
            progress.at(OWN, i + 1, codes.size());
        }
        out.println(own.byClass());
        out.println("Reads by attempt: " + attempts);
        out.printf("Pictures above ten million pixels, decoding included: %s%n%n", large.times());
        own.missed().forEach(missed -> {
            String reason = unreadable.get(missed);
            out.println("not read: " + missed + (reason == null ? "" : " (" + reason + ")"));
        });
        out.flush();
        if (!alone) {
            compare(codes, out, progress);
        }
        return own.wrong() == 0 ? 0 : 1;
    }

    private void compare(List<KnownCode> codes, PrintWriter out, Progress progress) throws IOException {
        List<CodeScores> others = new ArrayList<>();
        for (CodeReaders.CodeReader other : CodeReaders.others()) {
            others.add(new ForeignRun(other.name(), data, limit).scores(codes, progress));
        }
        out.println();
        out.println(CodeScores.side(own, others));
        out.printf("Over %.0f s of processor time counts as not read.%n", limit);
        out.flush();
    }

    private void warmUp(KnownCode code) throws IOException {
        try {
            reader.read(code.bytes(data));
        } catch (UnreadablePicture e) {
            unreadable.put(code.file(), UsablePictures.words(e)); // it is counted when it is measured
        }
    }

    /** A file that is no picture counts as not read: whoever uploads it gets no further either. */
    private void own(KnownCode code) throws IOException {
        byte[] file = code.bytes(data);
        long start = clock.getCurrentThreadCpuTime();
        try {
            read(code, file, start);
        } catch (UnreadablePicture e) {
            unreadable.put(code.file(), UsablePictures.words(e));
            own.add(code, Optional.empty(), clock.getCurrentThreadCpuTime() - start);
        }
    }

    private void read(KnownCode code, byte[] file, long start) throws UnreadablePicture {
        CodePicture picture = new CodePicture(file);
        long decoded = clock.getCurrentThreadCpuTime();
        Reading reading = reader.read(picture);
        long end = clock.getCurrentThreadCpuTime();
        Optional<String> text = Optional.empty();
        if (reading instanceof Reading.Read read) {
            text = Optional.of(read.text());
            attempts.merge(read.attempt(), 1, Integer::sum);
        }
        own.add(code, text, end - decoded);
        PictureHeader header = PictureHeader.of(file);
        if ((long) header.width() * header.height() > LARGE) {
            large.add(code, text, end - start);
        }
    }
}
