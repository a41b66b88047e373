package org.tucai.capturecode;

/**
 * Says what a capture code means. The default opens the {@link CaptureCodeFormat} with the unit's keys; a unit whose codes
 * are decoded by a service of the authority provides its own bean. May call other systems: never inside a transaction.
 */
public interface CodeAuthority {
    /** Whether a text read from a picture can be one of its codes. */
    default boolean looksLikeCode(String text) {
        return CaptureCodeFormat.looksLikeCode(text);
    }

    /**
     * The facts in an authentic code that has not expired.
     *
     * @throws CodeRefused with the reason
     */
    CaptureCode verify(String text) throws CodeRefused;
}
