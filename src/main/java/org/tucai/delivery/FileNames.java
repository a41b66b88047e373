package org.tucai.delivery;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tucai.capture.CaptureFacts;

/** Gives every photo of an archive a unique name that is safe to unpack. */
final class FileNames {
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}_-]");
    /** Names that Windows reserves for devices, in any folder and with any extension; raised digits count as digits. */
    private static final Pattern DEVICE =
            Pattern.compile("con|prn|aux|nul|(com|lpt)[\\d¹²³]", Pattern.CASE_INSENSITIVE);
    /** In characters. File systems take at least 63, the number of four-byte characters in 255 bytes. */
    private static final int LONGEST = 60;

    private final NameScheme names;
    private final FolderScheme folders;
    private final int prefix;
    private final Set<String> used = new HashSet<>();

    /**
     * @param prefix how many leading characters of the 学号 name a folder, if the scheme uses them
     */
    FileNames(NameScheme names, FolderScheme folders, int prefix) {
        this.names = names;
        this.folders = folders;
        this.prefix = prefix;
    }

    /** Such as {@code photos/本科/计算机科学与技术/B00000001.jpg}; a second file of the same name gets {@code _2}. */
    String next(CaptureFacts facts) {
        String stem = "photos/" + folders.of(facts, prefix) + clean(names.of(facts));
        String name = stem;
        // compared ignoring case: some file systems keep only one of A.jpg and a.jpg
        for (int i = 2; !used.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = stem + "_" + i;
        }
        return name + ".jpg";
    }

    /** Letters, digits, {@code _} and {@code -} only: no path, no device name, no dot. */
    static String clean(String text) {
        String safe = UNSAFE.matcher(text).replaceAll("_");
        // cut between code points: half a surrogate pair (𠮷) could not be written into an archive
        String cut = safe.codePointCount(0, safe.length()) > LONGEST
                ? safe.substring(0, safe.offsetByCodePoints(0, LONGEST))
                : safe;
        return cut.isEmpty() || DEVICE.matcher(cut).matches() ? "_" + cut : cut;
    }
}
