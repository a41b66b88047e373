package org.tucai.platform.db;

import org.jspecify.annotations.Nullable;

/** The program must not start like this; the message is one sentence that tells a person what to do. */
public final class StartRefused extends RuntimeException {
    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The refusal within a failure to start, or null when it failed for another reason. */
    public static @Nullable StartRefused in(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof StartRefused refused) {
                return refused;
            }
        }
        return null;
    }
}
