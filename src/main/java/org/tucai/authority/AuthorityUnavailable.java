package org.tucai.authority;

/** The authority could not be reached, or did not answer as agreed; worth a retry. */
public final class AuthorityUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AuthorityUnavailable(String message) {
        super(message);
    }

    public AuthorityUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
