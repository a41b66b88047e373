package org.tucai.payment.sandbox;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * How the payer pays.
 *
 * @param amountMinor fen handed over; the amount asked for when absent
 * @param fails the payer's bank refuses: nothing comes in, and as with the real channel nobody is called back
 * @param evenIfOver pays though the payment is paid or closed, as money already on its way does
 * @param callbacks how often the callback comes, 0-5; 0 is a lost one; 1 when absent
 * @param callbackAfterSeconds how late it comes, 0 to a day
 */
@Serdeable
@Schema(name = "SandboxPayBody")
record PayWish(
        @Nullable @PositiveOrZero Long amountMinor,
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
