package org.tucai.authority;

import java.io.IOException;

/** The authority could not be reached, or did not answer as agreed; worth a retry. */
public final class AuthorityUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean silence;

    public AuthorityUnavailable(String message) {
        super(message);
        this.silence = false;
    }

    public AuthorityUnavailable(String message, Throwable cause) {
        this(message, cause, false);
    }

    private AuthorityUnavailable(String message, Throwable cause, boolean silence) {
        super(message, cause);
        this.silence = silence;
    }

    /** There was no connection, or no answer in time. */
    public static AuthorityUnavailable silent(String message, IOException cause) {
        return new AuthorityUnavailable(message, cause, true);
    }

    /** Whether the authority did not answer at all, so that asking it about something else would be in vain, too. */
    public boolean isSilence() {
        return silence;
    }
}
