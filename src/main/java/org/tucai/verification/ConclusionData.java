package org.tucai.verification;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.privacy.PersonalFile;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/** The authority's conclusions on a capture. */
@Singleton
class ConclusionData implements PersonalData {
    private static final String FILE = "conclusions.json";

    private final ConclusionRepository conclusions;

    ConclusionData(ConclusionRepository conclusions) {
        this.conclusions = conclusions;
    }

    /** @param label the authority's wording */
    @Serdeable
    record Held(
            String no, String label, ConclusionStatus status, OffsetDateTime concludedAt, OffsetDateTime receivedAt) {
        static Held of(ReceivedConclusion c) {
            return new Held(
                    c.no(), c.label(), c.status(), ChinaTime.offset(c.concludedAt()), ChinaTime.offset(c.receivedAt()));
        }
    }

    @Override
    public List<Kind> kinds() {
        return List.of(new Kind(
                true,
                FILE,
                "学信网的身份核验结论（原文）及时间；status 为 APPLIED 表示已采用。",
                "The authority's conclusions in its own words, with times; those with status APPLIED have counted."));
    }

    @Override
    public List<PersonalFile> ofCapture(String captureNo, Language language) {
        return List.of(new PersonalFile.Document(
                FILE,
                () -> conclusions.findByCaptureNoOrderById(captureNo).stream()
                        .map(Held::of)
                        .toList()));
    }
}
