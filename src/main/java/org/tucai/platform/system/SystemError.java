package org.tucai.platform.system;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * A reason why the system refuses something. An exception quotes the system's words for it and no number, and the words are those of the
 * language that the server's user has set: on most machines of this program's users, Chinese.
 */
public enum SystemError {
    /** {@code ENOSPC}: no byte, or no name, can be added. */
    NO_SPACE(28, 28, "No space left", "not enough space"),
    /** {@code EDQUOT}: the user may not store more. */
    QUOTA(122, 69, "quota"),
    /** {@code EACCES}: the user may not do it. */
    NO_PERMISSION(13, 13, "Permission denied");

    private static final long LONGEST = 1024;
    private final String[] english;
    private final String words;

    SystemError(int linux, int mac, String... english) {
        boolean isMac =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        this.english = english;
        this.words = words(isMac ? mac : linux);
    }

    /** Whether the exception says that this is the reason. */
    public boolean isReasonOf(IOException e) {
        String message = String.valueOf(e.getMessage());
        for (String part : english) {
            if (message.contains(part)) {
                return true;
            }
        }
        return !words.isEmpty() && message.contains(words);
    }

    /** What the system says in its language; empty where it cannot be asked. */
    String words() {
        return words;
    }

    @SuppressWarnings("restricted")
    private static String words(int number) {
        Linker linker = Linker.nativeLinker();
        MemorySegment function = linker.defaultLookup().find("strerror").orElse(MemorySegment.NULL);
        if (function.equals(MemorySegment.NULL)) {
            return "";
        }
        try {
            MemorySegment text = (MemorySegment)
                    linker.downcallHandle(function, FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT))
                            .invokeExact(number);
            return text.equals(MemorySegment.NULL)
                    ? ""
                    : text.reinterpret(LONGEST).getString(0, charset());
        } catch (Throwable e) { // only words are missing then: those in English are still known
            return "";
        }
    }

    private static Charset charset() {
        return Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    }
}
