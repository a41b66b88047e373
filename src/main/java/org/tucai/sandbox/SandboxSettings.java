package org.tucai.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the sandbox authority behaves.
 *
 * @param port to listen on at 127.0.0.1; 0 for any free one
 * @param concludeAfter how long after a package its conclusion is sent; null: only when asked
 * @param duplicates send every callback twice
 * @param outOfOrder send an older, doubtful conclusion after the final one
 * @param returnEvery return every n-th package on quality; 0 for none
 */
public record SandboxSettings(
        int port, @Nullable Duration concludeAfter, boolean duplicates, boolean outOfOrder, int returnEvery) {
    /** Concludes only when asked, on any free port. */
    public static SandboxSettings onRequest() {
        return new SandboxSettings(0, null, false, false, 0);
    }
}
