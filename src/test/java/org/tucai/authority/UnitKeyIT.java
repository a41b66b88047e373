package org.tucai.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import io.micronaut.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.platform.privacy.KeyRing;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

@TucaiTest
class UnitKeyIT {
    private static final String HERE = "/api/v1/admin/unit-keys";

    private final Http http;
    private final People people;
    private final UnitKeys keys;
    private final KeyRing ring;
    private final UnitKeyOrigins origins;
    private final JsonMapper json;

    @TempDir
    private Path folder;

    UnitKeyIT(Http http, People people, UnitKeys keys, KeyRing ring, UnitKeyOrigins origins, JsonMapper json) {
        this.http = http;
        this.people = people;
        this.keys = keys;
        this.ring = ring;
        this.origins = origins;
        this.json = json;
    }

    @Test
    void whatTheAuthoritySealedForAnEarlierGenerationStillOpens() throws Exception {
        ECKey authority = KeyMaking.fromSecret(new byte[64], "authority-sig", KeyUse.SIGNATURE);
        Path known =
                Files.writeString(folder.resolve("authority.jwks"), new JWKSet(authority.toPublicJWK()).toString());
        byte[] words = "同一人".getBytes(StandardCharsets.UTF_8);
        ECKey second = keysOf(2, known).receiving();

        AuthorityLine third = new AuthorityLine(settings(3, known), keysOf(3, known), json);

        assertThat(third.open("p", SealedMessage.seal("p", words, authority, second)))
                .isEqualTo(words);
        assertThat(third.open(
                        "p",
                        SealedMessage.seal(
                                "p", words, authority, keysOf(3, known).receiving())))
                .isEqualTo(words);
        assertThatThrownBy(() -> third.open(
                        "p",
                        SealedMessage.seal(
                                "p", words, authority, keysOf(4, known).receiving())))
                .isInstanceOf(MessageRefused.class);
    }

    @Test
    void keysInUseStayWhenTheKeyFileGetsNewOnesAndTheNextFollowFromThose() {
        assertThat(origins.ofUsed(4, 1)).isEqualTo(1);

        assertThat(origins.ofUsed(4, 2)).isEqualTo(1);
        assertThat(origins.ofUsed(5, 2)).isEqualTo(2);
        assertThat(origins.of(4)).isEqualTo(1);
        assertThat(origins.of(5)).isEqualTo(2);
        assertThat(origins.of(3)).isEqualTo(1);
    }

    @Test
    void theAuthoritysNewKeysAreReadWhenTheirFileIsChanged() throws Exception {
        ECKey old = KeyMaking.fromSecret(new byte[64], "authority-sig-1", KeyUse.SIGNATURE);
        byte[] other = new byte[64];
        other[0] = 1;
        ECKey renewed = KeyMaking.fromSecret(other, "authority-sig-2", KeyUse.SIGNATURE);
        Path known = Files.writeString(folder.resolve("authority.jwks"), new JWKSet(old.toPublicJWK()).toString());
        AuthorityLine line = new AuthorityLine(settings(1, known), keysOf(1, known), json);
        byte[] words = {1};
        ECKey ours = keysOf(1, known).receiving();
        assertThat(line.open("p", SealedMessage.seal("p", words, old, ours))).isEqualTo(words);

        Files.writeString(known, new JWKSet(renewed.toPublicJWK()).toString());
        Files.setLastModifiedTime(known, FileTime.from(Instant.now().plusSeconds(1)));

        assertThat(line.open("p", SealedMessage.seal("p", words, renewed, ours)))
                .isEqualTo(words);
        assertThatThrownBy(() -> line.open("p", SealedMessage.seal("p", words, old, ours)))
                .isInstanceOf(MessageRefused.class);
    }

    private UnitKeys keysOf(int generation, Path authorityKeys) {
        return new UnitKeys(ring, settings(generation, authorityKeys), origins);
    }

    private static AuthoritySettings settings(int generation, Path authorityKeys) {
        return new AuthoritySettings("", "unit", generation, "", authorityKeys.toString(), false, () -> {
            throw new AssertionError("the server is not asked for");
        });
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
