package org.tucai.capture;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.SealBrokenException;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.web.StoredJson;

/** Seals and opens what codes say about students. */
@Singleton
class FactsVault {
    private static final String CONTEXT = "capture.facts";

    private final Vault vault;
    private final StoredJson json;

    FactsVault(Vault vault, StoredJson json) {
        this.vault = vault;
        this.json = json;
    }

    String seal(CaptureFacts facts) {
        return vault.sealText(json.write(facts), CONTEXT);
    }

    /** The facts; null once deleted. */
    @Nullable
    CaptureFacts open(Capture capture) {
        return capture.factsSealed() == null
                ? null
                : json.read(vault.openText(capture.factsSealed(), CONTEXT), CaptureFacts.class);
    }

    /** Whether facts, as they are stored, can be opened. */
    boolean opens(String sealed) {
        try {
            return !vault.openText(sealed, CONTEXT).isEmpty();
        } catch (SealBrokenException e) {
            return false;
        }
    }

    /** Blind index over school and 学籍, under which an enrolment is found without being stored; letters in either case are the same. */
    String enrolmentKey(String schoolCode, String enrolmentNo) {
        return vault.blindIndex(schoolCode + "|" + enrolmentNo.toUpperCase(Locale.ROOT), "capture.enrolment");
    }

    /** Blind index of the authority's number for a student. */
    String studentKey(String studentUniqueNo) {
        return vault.blindIndex(studentUniqueNo, "capture.student");
    }
}
