package org.tucai.authority;

import com.nimbusds.jose.jwk.JWK;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.tucai.platform.security.Role;

/** The public keys that a person hands over to the authority; the sandbox exchanges them by itself. */
@Tag(name = "Forwarding")
@Controller("/api/v1/admin/unit-keys")
@Secured(Role.Names.MANAGER)
class UnitKeyController {
    private final UnitKeys keys;

    UnitKeyController(UnitKeys keys) {
        this.keys = keys;
    }

    /** A public key (RFC 7517). {@code use}: {@code sig} verifies this unit's signatures, {@code enc} encrypts messages to it. */
    @Serdeable
    record PublicKeyView(String kty, String use, String crv, String kid, String x, String y) {
        static PublicKeyView of(JWK key) {
            Map<String, Object> json = key.toJSONObject();
            return new PublicKeyView(
                    key.getKeyType().getValue(),
                    key.getKeyUse().identifier(),
                    String.valueOf(json.get("crv")),
                    key.getKeyID(),
                    String.valueOf(json.get("x")),
                    String.valueOf(json.get("y")));
        }
    }

    /** A JWK set. */
    @Serdeable
    record PublicKeysView(List<PublicKeyView> keys) {}

    @Operation(summary = "Lists this unit's public keys as a JWK set, to be handed over to the authority")
    @Get
    PublicKeysView showUnitKeys() {
        return new PublicKeysView(
                keys.publicKeys().getKeys().stream().map(PublicKeyView::of).toList());
    }
}
