package org.tucai.review;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tucai.capture.RejectReason;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.privacy.PersonalFile;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/** The reviews of a capture without their reviewers. What is decided but may still be undone, or only half of four eyes, is no decision yet. */
@Singleton
class ReviewData implements PersonalData {
    private static final String FILE = "reviews.json";

    private final ReviewRepository reviews;
    private final ReviewLookRepository looks;

    ReviewData(ReviewRepository reviews, ReviewLookRepository looks) {
        this.reviews = reviews;
        this.looks = looks;
    }

    @Serdeable
    record Held(
            String no,
            String photoNo,
            OffsetDateTime submittedAt,
            LocalDate dueDay,
            boolean dueProvisional,
            State state,
            List<LookHeld> looks) {}

    enum State {
        UNDER_WAY,
        DECIDED,
        WITHDRAWN
    }

    /** @param reasons empty once deleted */
    @Serdeable
    record LookHeld(
            Decision decision,
            Set<RejectReason> reasons,
            @Nullable String note,
            OffsetDateTime at) {
        static LookHeld of(Ruling ruling, Instant at) {
            return new LookHeld(ruling.decision(), ruling.reasons(), ruling.note(), ChinaTime.offset(at));
        }
    }

    @Override
    public List<Kind> kinds() {
        return List.of(new Kind(
                true,
                FILE,
                "初审：送审时间、期限、结论与原因（要求双人审核时为每次审核），不含审核员的姓名和编号。",
                "Reviews: when submitted, due day, decision and reasons (each look, where two are required), without names or numbers"
                        + " of reviewers."));
    }

    @Override
    public List<PersonalFile> ofCapture(String captureNo, Language language) {
        return List.of(new PersonalFile.Document(
                FILE,
                () -> reviews.findByCaptureNoOrderById(captureNo).stream()
                        .map(this::held)
                        .toList()));
    }

    private Held held(Review r) {
        return new Held(
                r.no(),
                r.photoNo(),
                ChinaTime.offset(r.submittedAt()),
                r.dueDay(),
                r.provisional(),
                switch (r.status()) {
                    case EFFECTIVE -> State.DECIDED;
                    case WITHDRAWN -> State.WITHDRAWN;
                    case WAITING, CLAIMED, DECIDED -> State.UNDER_WAY;
                },
                r.status() == ReviewStatus.EFFECTIVE ? looks(r) : List.of());
    }

    private List<LookHeld> looks(Review r) {
        Instant decidedAt = r.decidedAt();
        return Stream.concat(
                        looks.findByReviewNoOrderById(r.no()).stream().map(l -> LookHeld.of(l.ruling(), l.lookedAt())),
                        decidedAt == null ? Stream.of() : Stream.of(LookHeld.of(r.ruling(), decidedAt)))
                .toList();
    }
}
