package org.tucai.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.Examination;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.PortraitReport;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.ReportJson;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.Shot;
import org.tucai.portrait.Verdict;
import org.tucai.portrait.annotated.AnnotatedPicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tucai check}: judges photographs. Exit code 0 all pass, 1 one fails or needs a look, 2 one is unreadable. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Judges photographs against a photo standard.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every photo passes", "1:a photo fails or needs a person's look", "2:a photo is unreadable"})
public final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PHOTO", arity = "1..*", description = "Pictures to judge.")
    private List<Path> photos;

    @Option(names = "--profile", paramLabel = "P", description = "Photo standard (default ${DEFAULT-VALUE}).")
    private String profileId = Profiles.DEFAULT;

    @Option(names = "--models", paramLabel = "DIR", description = "Folder with the models.")
    private @Nullable Path models;

    @Option(names = "--json", description = "One JSON object per photo and line.")
    private boolean json;

    @Option(names = "--annotate", paramLabel = "OUT.png", description = "Draw what was found; with one photo only.")
    private @Nullable Path annotate;

    @Option(names = "--crop", paramLabel = "OUT.jpg", description = "Cut to the standard; with one photo only.")
    private @Nullable Path crop;

    @Option(names = "--lang", paramLabel = "LANG", description = "Language of the drawing: zh or en (default zh).")
    private String language = "zh";

    @Override
    public Integer call() throws IOException {
        if (photos.size() > 1 && (annotate != null || crop != null)) {
            throw new ParameterException(spec.commandLine(), "--annotate and --crop take one photo");
        }
        Profile profile = Profiles.load(profileId);
        int exit = 0;
        try (PortraitEngine engine = PortraitEngine.open(models)) {
            for (Path photo : photos) {
                exit = Math.max(exit, check(engine, profile, photo));
            }
        }
        return exit;
    }

    private int check(PortraitEngine engine, Profile profile, Path photo) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            byte[] file = Files.readAllBytes(photo);
            PortraitReport report = crop == null ? judge(engine, profile, file) : cut(engine, profile, file, crop);
            if (json) {
                out.println(ReportJson.of(photo.toString(), report));
            } else {
                print(out, photo, report);
            }
            return report.verdict() == Verdict.PASS ? 0 : 1;
        } catch (UnreadablePicture e) {
            spec.commandLine().getErr().println(photo + ": " + e.getMessage());
            return 2;
        } finally {
            out.flush();
        }
    }

    private PortraitReport judge(PortraitEngine engine, Profile profile, byte[] file)
            throws IOException, UnreadablePicture {
        Examination examination = engine.examine(file, profile);
        if (annotate != null) {
            Files.write(annotate, AnnotatedPicture.png(file, examination, profile, Locale.of(language)));
        }
        return examination.report();
    }

    /** The report of the shot; the drawing shows the finished file, or the photo when there is none. */
    private PortraitReport cut(PortraitEngine engine, Profile profile, byte[] file, Path target)
            throws IOException, UnreadablePicture {
        Shot shot = engine.shoot(file, profile);
        byte[] finished = shot.jpeg();
        if (finished != null) {
            Files.write(target, finished);
        }
        if (annotate != null) {
            judge(engine, profile, finished == null ? file : finished);
        }
        return shot.report();
    }

    private static void print(PrintWriter out, Path photo, PortraitReport report) {
        out.printf(
                Locale.ROOT,
                "%s: %s (%s, %s mode, %.0f ms)%n",
                photo,
                report.verdict(),
                report.profile(),
                report.mode(),
                report.micros() / 1000.0);
        for (RuleResult result : report.rules()) {
            Double measured = result.measured();
            String limit = result.limit();
            String unit = result.unit();
            out.printf(
                    Locale.ROOT,
                    "  %-4s %-30s %5.2f  %10s  %s %s%n",
                    mark(result.outcome()),
                    result.rule(),
                    result.score(),
                    measured == null ? "" : String.format(Locale.ROOT, "%.3f", measured),
                    limit == null ? "" : limit,
                    unit == null ? "" : unit);
        }
    }

    private static String mark(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "ok";
            case FAIL -> "FAIL";
            case NOT_ASSESSED -> "?";
        };
    }
}
