package org.tucai.portrait.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the model files lie: in the folder the {@code TUCAI_MODELS} environment variable names, and nowhere else; without one in
 * {@code models/} in the working directory, else in the user's cache ({@code $XDG_CACHE_HOME/tucai/models}, on macOS
 * {@code ~/Library/Caches/tucai/models}, on Windows {@code %LOCALAPPDATA%\tucai\models}, else
 * {@code ~/.cache/tucai/models}). A folder counts when every file is there with its right size.
 */
public final class ModelFolder {
    private static final String VARIABLE = "TUCAI_MODELS";

    private ModelFolder() {}

    /**
     * The first complete folder, or null: then the engine runs in reduced mode.
     *
     * @throws IllegalArgumentException when a folder is named and files are missing there
     */
    public static @Nullable Path find() {
        return find(named());
    }

    /** A folder that is named is used or refused; no other one takes its place. */
    static @Nullable Path find(@Nullable String named) {
        if (named != null) {
            return require(Path.of(named));
        }
        for (Path folder : candidates(named)) {
            if (isComplete(folder)) {
                return folder;
            }
        }
        return null;
    }

    /**
     * The folder itself when it is complete.
     *
     * @throws IllegalArgumentException when files are missing there
     */
    public static Path require(Path folder) {
        if (!isComplete(folder)) {
            throw new IllegalArgumentException("no complete set of models in " + folder
                    + "; install them with: tucai models install --to " + folder);
        }
        return folder;
    }

    /**
     * The folder itself when every file in it is the right one, byte for byte: a damaged network may well load, and judge wrongly.
     *
     * @throws IllegalArgumentException when one is not
     */
    public static Path requireIntact(Path folder) {
        try {
            List<String> damaged = damaged(folder);
            if (!damaged.isEmpty()) {
                throw new IllegalArgumentException("damaged models in " + folder + ": " + String.join(", ", damaged)
                        + "; install them again with: tucai models install --to " + folder);
            }
            return folder;
        } catch (IOException e) {
            throw new IllegalArgumentException("the models in " + folder + " cannot be read: " + e, e);
        }
    }

    /** The names of the files that are missing in a folder or are not the right ones. */
    public static List<String> damaged(Path folder) throws IOException {
        List<String> damaged = new ArrayList<>();
        for (ModelFile file : ModelFile.values()) {
            if (!ModelInstaller.isGood(folder, file)) {
                damaged.add(file.fileName());
            }
        }
        return damaged;
    }

    /** Where models are installed when nobody says otherwise. */
    public static Path installTarget() {
        String named = named();
        return named != null ? Path.of(named) : cache();
    }

    /** Where {@link #find()} looks, in this order. */
    public static List<Path> candidates() {
        return candidates(named());
    }

    static List<Path> candidates(@Nullable String named) {
        return named != null ? List.of(Path.of(named)) : List.of(Path.of("models"), cache());
    }

    /** What the environment names; an empty name is none. */
    private static @Nullable String named() {
        String folder = System.getenv(VARIABLE);
        return folder == null || folder.isBlank() ? null : folder;
    }

    private static boolean isComplete(Path folder) {
        for (ModelFile file : ModelFile.values()) {
            Path path = folder.resolve(file.fileName());
            if (!Files.isRegularFile(path) || path.toFile().length() != file.bytes()) {
                return false;
            }
        }
        return true;
    }

    private static Path cache() {
        String home = System.getProperty("user.home", ".");
        String os = System.getProperty("os.name", "");
        String xdg = System.getenv("XDG_CACHE_HOME");
        String local = System.getenv("LOCALAPPDATA");
        if (xdg != null && !xdg.isBlank()) {
            return Path.of(xdg, "tucai", "models");
        }
        if (os.startsWith("Mac")) {
            return Path.of(home, "Library", "Caches", "tucai", "models");
        }
        if (os.startsWith("Windows") && local != null) {
            return Path.of(local, "tucai", "models");
        }
        return Path.of(home, ".cache", "tucai", "models");
    }
}
