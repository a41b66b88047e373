package org.tucai.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The authority's answer about a package. */
class PackageAnswerTest {
    private final ObjectMapper json = ObjectMapper.getDefault();

    @Test
    void anIncompleteAnswerIsInvalidRatherThanARejectionOfThePicture() throws IOException {
        Map<String, Object> whole =
                Map.of("packageNo", "pkg_1", "accepted", true, "receiptNo", "R1", "answeredAt", "2026-04-20T02:00:00Z");
        assertThat(read(whole).accepted()).isTrue();

        for (String missing : List.of("packageNo", "accepted", "receiptNo")) {
            Map<String, Object> answer = new HashMap<>(whole);
            answer.remove(missing);

            assertThatThrownBy(() -> read(answer)).as(missing).isInstanceOf(IOException.class);
            answer.put(missing, null);
            assertThatThrownBy(() -> read(answer)).as(missing + " null").isInstanceOf(IOException.class);
        }
    }

    private PackageAnswer read(Map<String, Object> answer) throws IOException {
        return json.readValue(json.writeValueAsBytes(answer), PackageAnswer.class);
    }
}
