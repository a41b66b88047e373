package org.tucai.authority;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The message by which the unit and the sandbox authority exchange public keys.
 *
 * @param unit the unit's code
 * @param keys JWK set of public keys, as JSON text
 * @param callbackUrl base address of the unit's callbacks
 */
@Serdeable
public record Introduction(String unit, String keys, String callbackUrl) {
    /**
     * The authority's answer.
     *
     * @param keys the authority's JWK set of public keys, as JSON text
     * @param codeKeys sealed message {@link MessagePurpose#CODE_KEYS}
     */
    @Serdeable
    public record Reply(String keys, String codeKeys) {}
}
