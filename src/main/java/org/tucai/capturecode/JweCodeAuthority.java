package org.tucai.capturecode;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Opens codes with the keys the unit shares with the authority. */
@Singleton
@Requires(property = "tucai.capture-code.format", value = "jwe")
class JweCodeAuthority implements CodeAuthority {
    private final CodeKeyService keys;
    private final InstantSource clock;

    JweCodeAuthority(CodeKeyService keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public CaptureCode verify(String text) throws CodeRefused {
        CaptureCode code = CaptureCodeFormat.open(text, keys::find);
        if (!clock.instant().isBefore(code.expiresAt())) {
            throw new CodeRefused(CodeRefused.Reason.EXPIRED);
        }
        return code;
    }
}
