package org.tucai.payment;

import org.jspecify.annotations.Nullable;

/** The payment channel did not answer, or asked to be called again later. The same call may be repeated. */
public final class GatewayException extends RuntimeException {
    public GatewayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
