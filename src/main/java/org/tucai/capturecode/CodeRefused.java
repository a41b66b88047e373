package org.tucai.capturecode;

/** A text that does not open as a capture code, with the reason as a name. */
public final class CodeRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    public CodeRefused(Reason reason) {
        super("capture code refused: " + reason);
        this.reason = reason;
    }

    public CodeRefused(Reason reason, Throwable cause) {
        super("capture code refused: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        /** It is some other text. */
        NOT_A_CODE,
        /** It names a key this unit does not hold: another unit's code, or a retired key. */
        UNKNOWN_KEY,
        /** It does not open with the key it names: made or changed by someone else. */
        FORGED,
        /** Its time is over. */
        EXPIRED
    }
}
