package org.tucai.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.PortraitReport;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.ReportJson;
import org.tucai.portrait.Shot;
import org.tucai.portrait.Verdict;
import org.tucai.portrait.annotated.AnnotatedPicture;
import org.tucai.portrait.annotated.NoFontLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tucai check}: judges photographs. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Judges photographs against a photo standard.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every photo passes",
            "1:a photo fails or needs a person to look at it",
            "2:wrong usage, the models are missing, a photo is unreadable, or an output cannot be written"
        })
public final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PHOTO", arity = "1..*", description = "Pictures to judge.")
    private List<Path> photos;

    @Option(
            names = "--profile",
            paramLabel = "P",
            completionCandidates = ProfileIds.class,
            description = "Photo standard, one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String profileId = Profiles.DEFAULT;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Folder with the models (default: the one that 'tucai models status' names).")
    private @Nullable Path models;

    @Option(names = "--json", description = "Prints one JSON object per line, one for each photo.")
    private boolean json;

    @Option(
            names = "--annotate",
            paramLabel = "OUT.png",
            description = "Writes a picture with the findings marked; for a single photo only.")
    private @Nullable Path annotate;

    @Option(
            names = "--crop",
            paramLabel = "OUT.jpg",
            description =
                    "Crops to the standard and judges the cropped picture, as the server does with an upload; without"
                            + " it the file is judged as it is, including its size. For a single photo only.")
    private @Nullable Path crop;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description =
                    "Language of the marked picture and the advice: zh or en (default: zh in the picture, en in the"
                            + " table).")
    private @Nullable String language;

    private static final class ProfileIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Profiles.ids().iterator();
        }
    }

    @Override
    public Integer call() {
        checkOptions();
        Profile profile = profile();
        PortraitEngine opened;
        try {
            opened = PortraitEngine.open(models);
        } catch (IllegalArgumentException e) { // its message says what to do; the usage would bury it
            spec.commandLine().getErr().println(e.getMessage());
            spec.commandLine().getErr().flush();
            return 2;
        }
        int exit = 0;
        try (PortraitEngine engine = opened) {
            for (Path photo : photos) {
                exit = Math.max(exit, check(engine, profile, photo));
                if (Terminal.isCutOff(spec.commandLine())) {
                    break;
                }
            }
        }
        return exit;
    }

    /** Refuses options that would write to the wrong place or in an unknown language, before anything is judged. */
    private void checkOptions() {
        if (photos.size() > 1 && (annotate != null || crop != null)) {
            throw wrong("--annotate and --crop take a single photo");
        }
        if (language != null && !List.of("zh", "en").contains(language.toLowerCase(Locale.ROOT))) {
            throw wrong("--lang must be zh or en, not " + language);
        }
        if (OutputFile.isNamedOtherwise(annotate, ".png")) {
            throw wrong("--annotate writes a PNG: name it *.png, not " + annotate);
        }
        if (OutputFile.isNamedOtherwise(crop, ".jpg", ".jpeg")) {
            throw wrong("--crop writes a JPEG: name it *.jpg, not " + crop);
        }
        Path photo = photos.getFirst();
        if (OutputFile.isSame(photo, annotate) || OutputFile.isSame(photo, crop)) {
            throw wrong("--annotate and --crop must not overwrite the photo itself");
        }
        if (annotate != null && OutputFile.isSame(annotate, crop)) {
            throw wrong("--annotate and --crop need two different files");
        }
    }

    private Profile profile() {
        try {
            return Profiles.load(profileId);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The exit code for one photo; a photo that cannot be read does not stop the next from being judged. */
    private int check(PortraitEngine engine, Profile profile, Path photo) {
        try {
            byte[] file = PictureFile.read(photo);
            Shot shot =
                    crop == null ? new Shot(engine.examine(file, profile), null, null) : engine.shoot(file, profile);
            print(photo, shot.report());
            boolean written = write(shot, file, profile);
            return !written ? 2 : shot.report().verdict() == Verdict.PASS ? 0 : 1;
        } catch (UnreadablePicture e) {
            unreadable(photo, profile, engine.mode(), e.reason().name(), FileTrouble.in(e.reason()));
        } catch (NoSuchFileException e) {
            unreadable(photo, profile, engine.mode(), "NO_SUCH_FILE", "no such file");
        } catch (AccessDeniedException e) {
            unreadable(photo, profile, engine.mode(), "NO_ACCESS", FileTrouble.in(e));
        } catch (IOException e) {
            boolean folder = Files.isDirectory(photo);
            unreadable(
                    photo,
                    profile,
                    engine.mode(),
                    folder ? "FOLDER" : "NOT_READ",
                    folder ? "a folder, not a picture" : FileTrouble.in(e));
        }
        return 2;
    }

    private void print(Path photo, PortraitReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Terminal.json(ReportJson.of(photo.toString(), report)));
        } else {
            new ReportTable(out, Terminal.hasColours(), language(Locale.ENGLISH)).print(photo.toString(), report);
        }
        out.flush();
    }

    private Locale language(Locale whenNoneIsAsked) {
        return language == null ? whenNoneIsAsked : Locale.of(language);
    }

    private void unreadable(Path photo, Profile profile, String mode, String reason, String words) {
        if (json) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(Terminal.json(ReportJson.unreadable(photo.toString(), profile.id(), mode, reason)));
            out.flush();
        } else {
            say(photo, "not readable: " + words);
        }
    }

    private void say(Path file, String words) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(Terminal.visible(file.toString()) + ": " + words);
        err.flush();
    }

    /** The annotated picture shows what the report is about: the finished file, or the photo when there is none. */
    private boolean write(Shot shot, byte[] file, Profile profile) throws UnreadablePicture {
        byte[] finished = shot.jpeg();
        boolean written = true;
        if (crop != null && finished != null) {
            written = write(crop, finished);
        } else if (crop != null) {
            say(crop, "not written: the photo cannot be cropped to the standard");
        }
        if (annotate != null) {
            byte[] shown = finished == null ? file : finished;
            written &= annotate(annotate, shown, shot, profile);
        }
        return written;
    }

    private boolean annotate(Path target, byte[] shown, Shot shot, Profile profile) throws UnreadablePicture {
        try {
            return write(target, AnnotatedPicture.png(shown, shot.examination(), profile, language(Locale.CHINESE)));
        } catch (NoFontLibrary e) {
            say(target, "not written: " + e.getMessage());
            return false;
        }
    }

    private boolean write(Path target, byte[] bytes) {
        try {
            OutputFile.write(target, bytes);
            return true;
        } catch (IOException e) {
            say(target, "not written: " + FileTrouble.in(e));
            return false;
        }
    }
}
