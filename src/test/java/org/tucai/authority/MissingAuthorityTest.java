package org.tucai.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start reports of the authority's keys. */
class MissingAuthorityTest {
    @TempDir
    private Path folder;

    @Test
    void aKeysFileThatIsMissingOrNoKeySetIsReportedAtTheStartAlsoInTheSandbox() throws IOException {
        Path missing = folder.resolve("missing");
        Path pem = Files.writeString(folder.resolve("pem"), "-----BEGIN PUBLIC KEY-----");
        Path empty = Files.writeString(folder.resolve("empty"), "{\"keys\":[]}");
        Path none = Files.writeString(folder.resolve("none"), "null");

        for (Path file : List.of(missing, pem, empty, none)) {
            for (boolean sandbox : List.of(true, false)) {
                assertThat(remarks(file.toString(), sandbox))
                        .as("%s, sandbox %s", file, sandbox)
                        .singleElement()
                        .asString()
                        .startsWith(
                                "No readable tucai.authority.keys-file (" + file + " is no JWK set): packages wait");
            }
        }
    }

    @Test
    void keysThatCanBeReadAndThoseOfTheSandboxNeedNoRemark() throws IOException {
        byte[] secret = new byte[64];
        secret[0] = 1;
        String keys = new JWKSet(MessageSuite.P256.key(secret, "a", KeyUse.SIGNATURE)).toString();
        Path file = Files.writeString(folder.resolve("keys.json"), keys);

        assertThat(remarks(file.toString(), false)).isEmpty();
        assertThat(remarks("", true)).isEmpty();
        assertThat(remarks("", false)).singleElement().asString().contains("keys-file: packages wait");
    }

    private static List<String> remarks(String file, boolean sandbox) {
        AuthoritySettings settings = new AuthoritySettings("http://127.0.0.1:1", "unit", 1, "", file, sandbox, () -> {
            throw new AssertionError("the server's address is not asked for");
        });
        return new MissingAuthority(settings).remarks();
    }
}
