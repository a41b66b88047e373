package org.tucai.delivery;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.privacy.PersonalFile;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/** What the school received of a capture, and what it objected to. */
@Singleton
class SchoolData implements PersonalData {
    private static final String FILE = "school.json";

    private final DeliveryItemRepository items;
    private final DisputeRepository disputes;

    SchoolData(DeliveryItemRepository items, DisputeRepository disputes) {
        this.items = items;
        this.disputes = disputes;
    }

    @Serdeable
    record Held(List<DeliveryHeld> deliveries, List<DisputeHeld> disputes) {}

    /** @param pulledAt null while the school has not downloaded the archive */
    @Serdeable
    record DeliveryHeld(
            String deliveryNo,
            String photoNo,
            OffsetDateTime preparedAt,
            @Nullable OffsetDateTime pulledAt,
            @Nullable OffsetDateTime acknowledgedAt) {
        static DeliveryHeld of(DeliveryItemRepository.Delivered d) {
            return new DeliveryHeld(
                    d.deliveryNo(),
                    d.photoNo(),
                    ChinaTime.offset(d.preparedAt()),
                    ChinaTime.offsetOrNull(d.pulledAt()),
                    ChinaTime.offsetOrNull(d.acknowledgedAt()));
        }
    }

    /** @param words the school's, null once deleted, as is the answer */
    @Serdeable
    record DisputeHeld(
            String no,
            String photoNo,
            DisputeStatus status,
            @Nullable String words,
            @Nullable String answer,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime resolvedAt) {
        static DisputeHeld of(Dispute d) {
            return new DisputeHeld(
                    d.no(),
                    d.photoNo(),
                    d.status(),
                    d.words(),
                    d.answer(),
                    ChinaTime.offset(d.openedAt()),
                    ChinaTime.offsetOrNull(d.resolvedAt()));
        }
    }

    @Override
    public List<Kind> kinds() {
        return List.of(new Kind(
                true,
                FILE,
                "学校：照片何时交付学校、学校对照片的异议及答复。",
                "The school: when your photo was handed over to it, its objections to the photo and the answers."));
    }

    @Override
    public List<PersonalFile> ofCapture(String captureNo, Language language) {
        return List.of(new PersonalFile.Document(
                FILE,
                () -> new Held(
                        items.ofCapture(captureNo).stream()
                                .map(DeliveryHeld::of)
                                .toList(),
                        disputes.findByCaptureNoOrderById(captureNo).stream()
                                .map(DisputeHeld::of)
                                .toList())));
    }
}
