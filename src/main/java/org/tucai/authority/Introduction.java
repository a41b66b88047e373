package org.tucai.authority;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How the unit and the sandbox authority exchange public keys.
 *
 * @param unit the unit's code
 * @param keys JWK set of public keys, as JSON text
 * @param callbackUrl where answers go
 */
@Serdeable
public record Introduction(String unit, String keys, String callbackUrl) {
    /**
     * What the authority answers.
     *
     * @param keys the authority's JWK set of public keys, as JSON text
     * @param codeKeys sealed message {@link MessagePurpose#CODE_KEYS}
     */
    @Serdeable
    public record Reply(String keys, String codeKeys) {}
}
