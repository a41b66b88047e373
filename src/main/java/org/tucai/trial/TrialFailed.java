package org.tucai.trial;

/** What was tried out did not go as it should; the message tells the person who tried. */
public class TrialFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrialFailed(String message) {
        super(message);
    }
}
