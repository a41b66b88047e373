package org.tucai.bench.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tucai.bench.figure.Progress;

/**
 * Runs another reader over the pictures in a separate process, which ends when a picture takes too long or native code crashes; the
 * next process continues with the picture after that one.
 */
final class ForeignRun {
    /** Referred to by name, so that a bench does not depend on the program's entry point. */
    private static final String MAIN = "org.tucai.Application";

    private final String reader;
    private final Path data;
    private final double limit;

    /** @param limit processor time for a picture, in seconds */
    ForeignRun(String reader, Path data, double limit) {
        this.reader = reader;
        this.data = data;
        this.limit = limit;
    }

    CodeScores scores(List<KnownCode> codes, Progress progress) throws IOException {
        CodeScores scores = new CodeScores(reader);
        int next = 0;
        while (next < codes.size()) {
            next = from(next, codes, scores, progress);
            if (next < codes.size()) {
                scores.gaveUp(codes.get(next), (long) (limit * 1e9));
                next++;
                progress.at(reader, next, codes.size());
            }
        }
        return scores;
    }

    /** Returns the index of the picture that was not finished, or the number of pictures. */
    private int from(int first, List<KnownCode> codes, CodeScores scores, Progress progress) throws IOException {
        Process process = new ProcessBuilder(command(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int next = first;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ", -1);
                if (parts.length < 2 || !parts[0].equals(Integer.toString(next))) {
                    continue; // a library that prints to standard output
                }
                scores.add(codes.get(next), text(parts), Long.parseLong(parts[1]));
                next++;
                progress.at(reader, next, codes.size());
            }
        } finally {
            process.destroyForcibly();
        }
        return next;
    }

    private static Optional<String> text(String[] parts) {
        return parts.length < 3
                ? Optional.empty()
                : Optional.of(new String(Base64.getDecoder().decode(parts[2]), StandardCharsets.UTF_8));
    }

    private List<String> command(int first) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(MAIN, "bench", "foreign-reader", reader));
        command.addAll(List.of("--data", data.toString(), "--from", Integer.toString(first)));
        command.addAll(List.of("--limit", String.format(Locale.ROOT, "%.3f", limit)));
        return command;
    }
}
