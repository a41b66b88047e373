package org.tucai.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import org.junit.jupiter.api.Test;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

@TucaiTest
class UnitKeyIT {
    private static final String HERE = "/api/v1/admin/unit-keys";

    private final Http http;
    private final People people;
    private final UnitKeys keys;

    UnitKeyIT(Http http, People people, UnitKeys keys) {
        this.http = http;
        this.people = people;
        this.keys = keys;
    }

    @Test
    void aManagerHandsOverThePublicKeysAsAJwkSetWithoutAnythingSecret() throws Exception {
        JWKSet shown =
                JWKSet.parse(http.as(people.aManager()).get(HERE).expect(200).text());

        assertThat(shown.getKeys()).isEqualTo(keys.publicKeys().getKeys());
        assertThat(shown.getKeys()).noneMatch(k -> k.isPrivate());
        http.as(people.aReviewer()).get(HERE).expectProblem(403, "forbidden");
    }
}
