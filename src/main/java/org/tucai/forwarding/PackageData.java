package org.tucai.forwarding;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.privacy.PersonalFile;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/** What was sent to the authority about a capture, and its answers. */
@Singleton
class PackageData implements PersonalData {
    private static final String FILE = "forwarding.json";

    private final PackageRepository packages;

    PackageData(PackageRepository packages) {
        this.packages = packages;
    }

    /** @param reason why the authority returned the photo; null once deleted */
    @Serdeable
    record Held(
            String no,
            String photoNo,
            PackageStatus status,
            @Nullable String receiptNo,
            @Nullable String reason,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime answeredAt) {
        static Held of(ForwardedPackage p) {
            return new Held(
                    p.no(),
                    p.photoNo(),
                    p.status(),
                    p.receiptNo(),
                    p.reason(),
                    ChinaTime.offset(p.createdAt()),
                    ChinaTime.offsetOrNull(p.answeredAt()));
        }
    }

    @Override
    public List<Kind> kinds() {
        return List.of(new Kind(
                true,
                FILE,
                "向学信网的传送：照片与采集码信息何时加密传送、回执号、退回原因。",
                "What was sent to the authority (学信网): when the photo and the facts of the code went there encrypted, receipt number,"
                        + " why it was returned."));
    }

    @Override
    public List<PersonalFile> ofCapture(String captureNo, Language language) {
        return List.of(new PersonalFile.Document(
                FILE,
                () -> packages.findByCaptureNoOrderById(captureNo).stream()
                        .map(Held::of)
                        .toList()));
    }
}
