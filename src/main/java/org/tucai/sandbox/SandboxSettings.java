package org.tucai.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the sandbox authority behaves.
 *
 * @param port to listen on at 127.0.0.1; 0 for any free port
 * @param concludeAfter how long after a package its conclusion is sent; null for only on request
 * @param duplicates whether every callback is sent twice
 * @param outOfOrder whether an older, doubtful conclusion is sent after the final one
 * @param returnEvery returns every n-th package for its quality; 0 for none
 */
public record SandboxSettings(
        int port, @Nullable Duration concludeAfter, boolean duplicates, boolean outOfOrder, int returnEvery) {
    /** Concludes only on request, on any free port. */
    public static SandboxSettings onRequest() {
        return new SandboxSettings(0, null, false, false, 0);
    }
}
