package org.tucai.trial;

/** A trial did not go as it should; the message is for the person who runs it. */
public class TrialFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrialFailed(String message) {
        super(message);
    }
}
