package org.tucai.payment.sandbox;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How the payer pays.
 *
 * @param amountMinor amount to pay, in fen, at most a million yuan: the books could not add up what no payer pays; the amount requested if
 *     absent
 * @param fails the payer's bank refuses: no money moves and, as with the real channel, no callback is sent
 * @param evenIfOver pays even if the payment is paid or closed, like money already on its way
 * @param callbacks number of times the callback is sent, 0-5; 0 simulates a lost one; 1 if absent
 * @param callbackAfterSeconds delay of the callback, 0 to 86400 seconds; 0 if absent
 */
@Serdeable
@Schema(name = "SandboxPayBody")
record PayWish(
        @Nullable @Min(0) @Max(100_000_000) Long amountMinor,
        @Nullable Boolean fails,
        @Nullable Boolean evenIfOver,
        @Nullable @Min(0) @Max(5) Integer callbacks,
        @Nullable @Min(0) @Max(86_400) Integer callbackAfterSeconds) {
    static final PayWish EXACTLY = new PayWish(null, null, null, null, null);

    long amountOr(long asked) {
        return amountMinor == null ? asked : amountMinor;
    }

    boolean failing() {
        return Boolean.TRUE.equals(fails);
    }

    boolean stubborn() {
        return Boolean.TRUE.equals(evenIfOver);
    }

    int times() {
        return callbacks == null ? 1 : callbacks;
    }

    int delay() {
        return callbackAfterSeconds == null ? 0 : callbackAfterSeconds;
    }
}
