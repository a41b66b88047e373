package org.tucai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.Examination;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.PortraitReport;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.ReportJson;
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
    public Integer call() {
        if (photos.size() > 1 && (annotate != null || crop != null)) {
            throw new ParameterException(spec.commandLine(), "--annotate and --crop take one photo");
        }
        int exit = 0;
        try (PortraitEngine engine = PortraitEngine.open(models)) {
            Profile profile = Profiles.load(profileId);
            for (Path photo : photos) {
                exit = Math.max(exit, check(engine, profile, photo));
            }
        } catch (IllegalArgumentException e) { // no such profile, no models there
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return exit;
    }

    /** The exit code for one photo; a photo that cannot be read keeps nobody from judging the next. */
    private int check(PortraitEngine engine, Profile profile, Path photo) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            byte[] file = read(photo);
            PortraitReport report = crop == null ? judge(engine, profile, file) : cut(engine, profile, file, crop);
            if (json) {
                out.println(ReportJson.of(photo.toString(), report));
            } else {
                new ReportTable(out, Terminal.hasColours()).print(photo.toString(), report);
            }
            return report.verdict() == Verdict.PASS ? 0 : 1;
        } catch (UnreadablePicture e) {
            unreadable(photo, profile, engine.mode(), e.reason().name());
        } catch (NoSuchFileException e) {
            unreadable(
                    photo,
                    profile,
                    engine.mode(),
                    e.getFile().equals(photo.toString()) ? "NO_SUCH_FILE" : e.toString());
        } catch (IOException e) {
            unreadable(photo, profile, engine.mode(), e.toString());
        } finally {
            out.flush();
        }
        return 2;
    }

    /** The file, at most one byte more than is allowed of it: the size is judged by what reads the header. */
    private static byte[] read(Path photo) throws IOException {
        try (InputStream in = Files.newInputStream(photo)) {
            return in.readNBytes(PictureHeader.MAX_BYTES + 1);
        }
    }

    private void unreadable(Path photo, Profile profile, String mode, String reason) {
        if (json) {
            spec.commandLine().getOut().println(ReportJson.unreadable(photo.toString(), profile.id(), mode, reason));
        } else {
            spec.commandLine().getErr().printf("%s: not readable (%s)%n", photo, reason);
            spec.commandLine().getErr().flush();
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
        } else {
            spec.commandLine().getErr().println(target + ": not written, the photo cannot be cut to the standard");
            spec.commandLine().getErr().flush();
        }
        if (annotate != null) {
            judge(engine, profile, finished == null ? file : finished);
        }
        return shot.report();
    }
}
