package org.tucai.capture;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.Vault;

/** Seals and opens what codes say of students. */
@Singleton
class FactsVault {
    private static final String CONTEXT = "capture.facts";

    private final Vault vault;
    private final JsonMapper json;

    FactsVault(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    String seal(CaptureFacts facts) {
        try {
            return vault.sealText(new String(json.writeValueAsBytes(facts), StandardCharsets.UTF_8), CONTEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The facts; null once deleted. */
    @Nullable
    CaptureFacts open(Capture capture) {
        if (capture.factsSealed() == null) {
            return null;
        }
        try {
            return json.readValue(vault.openText(capture.factsSealed(), CONTEXT), CaptureFacts.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds an enrolment without knowing it: blind index over school and 学籍. */
    String enrolmentKey(String schoolCode, String enrolmentNo) {
        return vault.blindIndex(schoolCode + "|" + enrolmentNo, "capture.enrolment");
    }

    /** Finds a student by the authority's number. */
    String studentKey(String studentUniqueNo) {
        return vault.blindIndex(studentUniqueNo, "capture.student");
    }
}
