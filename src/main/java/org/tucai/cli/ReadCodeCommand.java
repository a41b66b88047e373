package org.tucai.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tucai.capturecode.reading.CaptureCodeReader;
import org.tucai.capturecode.reading.Reading;
import org.tucai.picture.UnreadablePicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tucai read-code}: prints the text of the QR code in each picture. Exit code 0 when all were read, else 1. */
@Command(
        name = "read-code",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the capture code (采集码) in pictures.",
            "If a picture holds several QR codes, the one shaped like a capture code counts."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every picture was read",
            "1:a picture was not read",
            "2:wrong usage, or the output cannot be written"
        })
public final class ReadCodeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PICTURE", arity = "1..*", description = "JPEG, PNG, WebP, GIF or BMP.")
    private List<Path> pictures;

    @Option(
            names = "--json",
            description =
                    "Prints one JSON object per line, one for each picture: file, text (null when not read), symbol,"
                            + " attempt, ms; why a picture was not read goes to standard error.")
    private boolean json;

    private final CaptureCodeReader reader = new CaptureCodeReader(text -> true);
    private final CaptureCodeReader sealedOnly = new CaptureCodeReader(CaptureCodeReader::looksSealed);

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        int unread = 0;
        for (Path picture : pictures) {
            long start = System.nanoTime();
            Outcome outcome = read(picture);
            double millis = (System.nanoTime() - start) / 1e6;
            out.println(json ? Terminal.json(outcome.json(picture, millis)) : outcome.line(picture, millis));
            out.flush();
            if (outcome.read == null) {
                unread++;
                if (json) {
                    err.println(Terminal.visible(picture.toString()) + ": " + outcome.reason);
                    err.flush();
                }
            }
            if (Terminal.isCutOff(spec.commandLine())) {
                break;
            }
        }
        if (!json && pictures.size() > 1) {
            out.printf("%d of %d pictures read%n", pictures.size() - unread, pictures.size());
            out.flush();
        }
        return unread == 0 ? 0 : 1;
    }

    private Outcome read(Path picture) {
        try {
            if (Files.isDirectory(picture)) {
                return new Outcome(null, "a folder, not a picture");
            }
            byte[] file = PictureFile.read(picture);
            Reading reading = reader.read(file);
            if (reading instanceof Reading.Several several) {
                Reading sealed = sealedOnly.read(file);
                return sealed instanceof Reading.Read one
                        ? new Outcome(one, "")
                        : new Outcome(null, several.count() + " different codes: crop the picture to one of them");
            }
            return reading instanceof Reading.Read read ? new Outcome(read, "") : new Outcome(null, "no readable code");
        } catch (UnreadablePicture e) {
            return new Outcome(null, FileTrouble.in(e.reason()));
        } catch (IOException e) {
            return new Outcome(null, FileTrouble.in(e));
        }
    }

    /** The result for one picture: a text, or why there is none. */
    private record Outcome(Reading.@Nullable Read read, String reason) {
        String line(Path file, double millis) {
            return read == null
                    ? String.format(
                            Locale.ROOT,
                            "%s: not read: %s (%.0f ms)",
                            Terminal.visible(file.toString()),
                            reason,
                            millis)
                    : String.format(
                            Locale.ROOT,
                            "%s: %s (%s, %s, %.0f ms)",
                            Terminal.visible(file.toString()),
                            Terminal.visible(read.text()),
                            read.symbol(),
                            read.attempt(),
                            millis);
        }

        String json(Path file, double millis) {
            return String.format(
                    Locale.ROOT,
                    "{\"file\":%s,\"text\":%s,\"symbol\":%s,\"attempt\":%s,\"ms\":%.1f}",
                    quoted(file.toString()),
                    quoted(read == null ? null : read.text()),
                    quoted(read == null ? null : read.symbol()),
                    quoted(read == null ? null : read.attempt()),
                    millis);
        }

        private static String quoted(@Nullable String text) {
            if (text == null) {
                return "null";
            }
            StringBuilder out = new StringBuilder("\"");
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"' || c == '\\') {
                    out.append('\\').append(c);
                } else if (c < 0x20 || Character.isSurrogate(c)) {
                    out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
            return out.append('"').toString();
        }
    }
}
