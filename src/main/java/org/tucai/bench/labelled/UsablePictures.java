package org.tucai.bench.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.Pictures;
import org.tucai.picture.UnreadablePicture;

/**
 * Those of a list's pictures that can be measured. One that is missing or damaged must not end a long run in its middle, nor be left
 * out silently.
 *
 * @param pictures that are there and, where asked, can be decoded
 * @param leftOut the other files, each with the reason
 */
public record UsablePictures<T>(List<T> pictures, List<String> leftOut) {
    private static final int NAMED = 5;

    /** Whether a file is wanted; throws when it is not. */
    private interface Test {
        void pass(Path file) throws IOException, UnreadablePicture;
    }

    /** Those that are there. */
    public static <T> UsablePictures<T> present(Path folder, List<T> listed, Function<T, String> name)
            throws IOException {
        return of(folder, listed, name, UsablePictures::requirePresent);
    }

    /** Those that are there and can be decoded. */
    public static <T> UsablePictures<T> readable(Path folder, List<T> listed, Function<T, String> name)
            throws IOException {
        return of(folder, listed, name, UsablePictures::requireReadable);
    }

    private static <T> UsablePictures<T> of(Path folder, List<T> listed, Function<T, String> name, Test test)
            throws IOException {
        List<T> good = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (T picture : listed) {
            String file = name.apply(picture);
            try {
                test.pass(folder.resolve(file));
                good.add(picture);
            } catch (NoSuchFileException e) {
                leftOut.add(file + " (no such file)");
            } catch (UnreadablePicture e) {
                leftOut.add(file + " (" + words(e) + ")");
            }
        }
        if (good.isEmpty()) {
            throw new IllegalArgumentException("None of the " + listed.size() + " pictures can be used: "
                    + some(leftOut) + ". The files are named from " + folder + " on.");
        }
        return new UsablePictures<>(good, leftOut);
    }

    private static void requirePresent(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
    }

    private static void requireReadable(Path file) throws IOException, UnreadablePicture {
        requirePresent(file);
        byte[] bytes = Files.readAllBytes(file);
        Pictures.decode(bytes, PictureHeader.of(bytes), 1, true).close();
    }

    /** The reason as words. */
    public static String words(UnreadablePicture e) {
        return "not readable: " + e.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A line about the pictures left out; empty when there are none. */
    public String remark() {
        return leftOut.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%d of %d listed pictures are left out: %s%n",
                        leftOut.size(),
                        leftOut.size() + pictures.size(),
                        some(leftOut));
    }

    private static String some(List<String> files) {
        int more = files.size() - NAMED;
        return String.join(", ", files.subList(0, Math.min(NAMED, files.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
