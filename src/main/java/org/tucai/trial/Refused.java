package org.tucai.trial;

/** The server refused a request; the message holds request and answer. */
public final class Refused extends TrialFailed {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code of the problem in the answer */
    Refused(String message, String code) {
        super(message);
        this.code = code;
    }

    /** The code of the problem that the server named. */
    public String code() {
        return code;
    }
}
