package org.tucai.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import io.micronaut.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
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
    void aMessageSealedForAnEarlierKeyGenerationStillOpens() throws Exception {
        JWK authority = KeyMaking.fromSecret(new byte[64], "authority-sig", KeyUse.SIGNATURE);
        Path known =
                Files.writeString(folder.resolve("authority.jwks"), new JWKSet(authority.toPublicJWK()).toString());
        byte[] words = "同一人".getBytes(StandardCharsets.UTF_8);
        JWK second = keysOf(2, known).receiving(null);

        AuthorityLine third = new AuthorityLine(settings(3, known), keysOf(3, known), json);

        assertThat(third.open("p", SealedMessage.seal("p", words, authority, second)))
                .isEqualTo(words);
        assertThat(third.open(
                        "p",
                        SealedMessage.seal(
                                "p", words, authority, keysOf(3, known).receiving(null))))
                .isEqualTo(words);
        assertThatThrownBy(() -> third.open(
                        "p",
                        SealedMessage.seal(
                                "p", words, authority, keysOf(4, known).receiving(null))))
                .isInstanceOf(MessageRefused.class);
    }

    @Test
    void messagesOfEitherSuiteOpenUnderEitherSetting() throws Exception {
        byte[] words = "同一人".getBytes(StandardCharsets.UTF_8);
        JWK usual = MessageSuite.P256.key(new byte[64], "authority-sig", KeyUse.SIGNATURE);
        JWK national = MessageSuite.SM2.key(new byte[64], "authority-sm2-sig", KeyUse.SIGNATURE);
        Path known = Files.writeString(
                folder.resolve("authority.jwks"),
                new JWKSet(List.of(usual.toPublicJWK(), national.toPublicJWK())).toString());
        for (MessageSuite now : MessageSuite.values()) {
            AuthorityLine line = new AuthorityLine(settings(2, known), keysOf(2, known, now), json);

            assertThat(line.open(
                            "p",
                            SealedMessage.seal(
                                    "p", words, usual, keysOf(1, known).receiving(null))))
                    .isEqualTo(words);
            for (int generation = 1; generation <= 2; generation++) {
                JWK ours = keysOf(generation, known, MessageSuite.SM2).receiving(null);
                assertThat(ours.getKeyID()).isEqualTo("unit-sm2-enc-" + generation);
                assertThat(line.open("p", SealedMessage.seal("p", words, national, ours)))
                        .isEqualTo(words);
            }
        }
    }

    @Test
    void withoutANationalKeyOfTheAuthorityPackagesWaitInsteadOfUsingAnotherSuite() throws Exception {
        JWK usual = MessageSuite.P256.key(new byte[64], "authority-enc", KeyUse.ENCRYPTION);
        Path known = Files.writeString(folder.resolve("authority.jwks"), new JWKSet(usual.toPublicJWK()).toString());
        AuthorityLine line = new AuthorityLine(settings(1, known), keysOf(1, known, MessageSuite.SM2), json);

        assertThatThrownBy(() -> line.exchange("/packages", "p", new byte[1], "q"))
                .isInstanceOf(AuthorityUnavailable.class)
                .hasMessage("the authority offers no SM2 key to encrypt for");
    }

    @Test
    void theNationalKeysAreExportedAsAJwkSetWithoutSecrets() throws Exception {
        UnitKeys national = keysOf(1, folder.resolve("none"), MessageSuite.SM2);

        JWKSet read = KeySets.parse(national.publicKeys().toString());

        assertThat(read.getKeys()).isEqualTo(national.publicKeys().getKeys()).noneMatch(JWK::isPrivate);
        assertThat(national.publicKeys().toString()).doesNotContain("\"d\"");
        assertThat(UnitKeyController.PublicKeyView.of(read.getKeys().getLast()))
                .extracting("kty", "use", "crv", "kid")
                .containsExactly("EC", "enc", "SM2", "unit-sm2-enc-1");
    }

    @Test
    void keysInUseStayAfterAKeyExchangeAndTheNextKeysAreDerivedFromTheNewSecret() {
        assertThat(origins.ofUsed(4, 1)).isEqualTo(1);

        assertThat(origins.ofUsed(4, 2)).isEqualTo(1);
        assertThat(origins.ofUsed(5, 2)).isEqualTo(2);
        assertThat(origins.of(4)).isEqualTo(1);
        assertThat(origins.of(5)).isEqualTo(2);
        assertThat(origins.of(3)).isEqualTo(1);
    }

    @Test
    void theAuthoritysNewKeysAreReadWhenTheirFileIsChanged() throws Exception {
        JWK old = KeyMaking.fromSecret(new byte[64], "authority-sig-1", KeyUse.SIGNATURE);
        byte[] other = new byte[64];
        other[0] = 1;
        JWK renewed = KeyMaking.fromSecret(other, "authority-sig-2", KeyUse.SIGNATURE);
        Path known = Files.writeString(folder.resolve("authority.jwks"), new JWKSet(old.toPublicJWK()).toString());
        AuthorityLine line = new AuthorityLine(settings(1, known), keysOf(1, known), json);
        byte[] words = {1};
        JWK ours = keysOf(1, known).receiving(null);
        assertThat(line.open("p", SealedMessage.seal("p", words, old, ours))).isEqualTo(words);

        Files.writeString(known, new JWKSet(renewed.toPublicJWK()).toString());
        Files.setLastModifiedTime(known, FileTime.from(Instant.now().plusSeconds(1)));

        assertThat(line.open("p", SealedMessage.seal("p", words, renewed, ours)))
                .isEqualTo(words);
        assertThatThrownBy(() -> line.open("p", SealedMessage.seal("p", words, old, ours)))
                .isInstanceOf(MessageRefused.class);
    }

    private UnitKeys keysOf(int generation, Path authorityKeys) {
        return keysOf(generation, authorityKeys, MessageSuite.P256);
    }

    private UnitKeys keysOf(int generation, Path authorityKeys, MessageSuite suite) {
        return new UnitKeys(ring, settings(generation, authorityKeys), origins, suite);
    }

    private static AuthoritySettings settings(int generation, Path authorityKeys) {
        return new AuthoritySettings("", "unit", generation, "", authorityKeys.toString(), false, () -> {
            throw new AssertionError("the server is not asked for");
        });
    }

    @Test
    void aManagerExportsThePublicKeysAsAJwkSetWithoutSecrets() throws Exception {
        JWKSet shown =
                JWKSet.parse(http.as(people.aManager()).get(HERE).expect(200).text());

        assertThat(shown.getKeys()).isEqualTo(keys.publicKeys().getKeys());
        assertThat(shown.getKeys()).noneMatch(k -> k.isPrivate());
        http.as(people.aReviewer()).get(HERE).expectProblem(403, "forbidden");
    }
}
