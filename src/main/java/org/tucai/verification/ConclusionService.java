package org.tucai.verification;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.authority.ConclusionMessage.Conclusion;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.forwarding.ForwardedPackage;
import org.tucai.forwarding.ForwardingService;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;

/**
 * Takes each conclusion once; the latest counts, in whatever order they arrive. Of two of the same instant, the one received later
 * counts: otherwise an authority that writes days, not times, could not correct a conclusion on the same day.
 */
@Singleton
public class ConclusionService {
    private static final Logger LOG = LoggerFactory.getLogger(ConclusionService.class);
    private static final String SEAL_CONTEXT = "conclusion/";

    private final ConclusionRepository conclusions;
    private final ConclusionLabelRepository labels;
    private final CaptureService captures;
    private final CaptureAlbum album;
    private final ForwardingService forwarding;
    private final Vault vault;
    private final PublicNumbers numbers;
    private final InstantSource clock;

    ConclusionService(
            ConclusionRepository conclusions,
            ConclusionLabelRepository labels,
            CaptureService captures,
            CaptureAlbum album,
            ForwardingService forwarding,
            Vault vault,
            PublicNumbers numbers,
            InstantSource clock) {
        this.conclusions = conclusions;
        this.labels = labels;
        this.captures = captures;
        this.album = album;
        this.forwarding = forwarding;
        this.vault = vault;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Takes some conclusions of one message in one transaction, all or none. Their captures stay locked meanwhile, so pass only a few. They
     * are taken ordered by student, so that two messages about the same students do not deadlock; those of one student in the given order.
     *
     * @return the result of {@link #receive} for each, in no particular order
     */
    @Transactional
    public List<Optional<ConclusionStatus>> receiveAll(
            String messageNo, List<Conclusion> some, ConclusionSource source) {
        Map<String, Boolean> known = new HashMap<>();
        return some.stream()
                .sorted(Comparator.comparing(Conclusion::studentUniqueNo))
                .map(one -> receive(messageNo, one, source, known.computeIfAbsent(one.label(), this::isKnown)))
                .toList();
    }

    /** Stores one conclusion and applies it; empty if it was known already. */
    @Transactional
    public Optional<ConclusionStatus> receive(String messageNo, Conclusion conclusion, ConclusionSource source) {
        return receive(messageNo, conclusion, source, isKnown(conclusion.label()));
    }

    private boolean isKnown(String label) {
        return labels.findByZh(label).isPresent();
    }

    private Optional<ConclusionStatus> receive(
            String messageNo, Conclusion conclusion, ConclusionSource source, boolean known) {
        String no = numbers.next("ccl");
        int added = conclusions.note(
                no,
                messageNo,
                album.studentKey(conclusion.studentUniqueNo()),
                vault.sealText(conclusion.studentUniqueNo(), SEAL_CONTEXT + no),
                Objects.requireNonNullElse(conclusion.packageNo(), ""),
                conclusion.label(),
                conclusion.concludedAt().truncatedTo(ChronoUnit.MICROS),
                source.name(),
                (known ? ConclusionStatus.UNMATCHED : ConclusionStatus.UNKNOWN_LABEL).name(),
                clock.instant());
        if (added == 0) {
            return Optional.empty();
        }
        return Optional.of(known ? match(conclusions.findByNo(no).orElseThrow()) : ConclusionStatus.UNKNOWN_LABEL);
    }

    /** Applies the conclusions that arrived before their capture was known to be forwarded. */
    @Transactional
    public void matchLate(String captureNo) {
        String studentKey = captures.require(captureNo).studentKey();
        if (studentKey != null) {
            conclusions.unmatched(studentKey).forEach(this::match);
        }
    }

    /** Applies a conclusion whose label has become known. */
    @Transactional
    public void understood(String no) {
        conclusions
                .findByNo(no)
                .filter(row -> row.status() == ConclusionStatus.UNKNOWN_LABEL)
                .ifPresent(row -> match(conclusions.update(row.understood())));
    }

    private ConclusionStatus match(ReceivedConclusion row) {
        ForwardedPackage sent = row.packageNo().isEmpty()
                ? null
                : forwarding.find(row.packageNo()).orElse(null);
        Capture capture =
                captureFor(row, sent).filter(ConclusionService::isForwarded).orElse(null);
        if (capture == null) {
            return ConclusionStatus.UNMATCHED;
        }
        boolean outdated = isOfFormerPhoto(row, sent, capture)
                || conclusions.countAppliedSince(
                                capture.no(), row.concludedAt(), row.label(), Objects.requireNonNull(row.id()))
                        > 0;
        ConclusionStatus status = outdated ? ConclusionStatus.OUTDATED : ConclusionStatus.APPLIED;
        conclusions.update(row.matched(capture.no(), status));
        if (!outdated) {
            captures.verified(capture, row.label());
        }
        return status;
    }

    /** Whether the package named is another photo's; if none is named, whether the conclusion is of a day before the photo was sent. */
    private boolean isOfFormerPhoto(ReceivedConclusion row, @Nullable ForwardedPackage named, Capture capture) {
        if (named != null || capture.photoNo() == null) {
            return named != null && !named.photoNo().equals(capture.photoNo());
        }
        LocalDate concluded = ChinaTime.day(row.concludedAt());
        return forwarding
                .ofPhoto(capture.photoNo())
                .filter(p -> concluded.isBefore(ChinaTime.day(p.createdAt())))
                .isPresent();
    }

    /**
     * If a package is named, its capture, provided that the student is the same. Otherwise, of the student's forwarded captures, the one
     * whose picture was sent last and not after the day of the conclusion, or the one sent last if there is none. Locks captures before
     * looking at their status: one just being forwarded is soon matched with waiting conclusions, but would miss this one.
     */
    private Optional<Capture> captureFor(ReceivedConclusion row, @Nullable ForwardedPackage sent) {
        String studentKey = row.studentKey();
        if (studentKey == null) {
            return Optional.empty();
        }
        if (!row.packageNo().isEmpty()) {
            return Optional.ofNullable(sent)
                    .map(ForwardedPackage::captureNo)
                    .map(captures::lock)
                    .filter(c -> studentKey.equals(c.studentKey()));
        }
        List<Capture> forwarded = captures.byStudentKey(studentKey).stream()
                .map(c -> captures.lock(c.no()))
                .filter(ConclusionService::isForwarded)
                .toList()
                .reversed();
        if (forwarded.size() <= 1) {
            return forwarded.stream().findFirst();
        }
        // not by creation: an older capture may have been photographed again
        Map<Capture, Instant> went = forwarded.stream().collect(Collectors.toMap(c -> c, this::sentAt));
        List<Capture> lastSentFirst = forwarded.stream()
                .sorted(Comparator.comparing((Capture c) -> went.get(c)).reversed())
                .toList();
        return lastSentFirst.stream()
                .filter(c -> c.photoNo() != null && !isOfFormerPhoto(row, null, c))
                .findFirst()
                .or(() -> lastSentFirst.stream().findFirst());
    }

    /** When the capture's current picture was packed for the authority; the epoch if the picture is deleted. */
    private Instant sentAt(Capture capture) {
        return Optional.ofNullable(capture.photoNo())
                .flatMap(forwarding::ofPhoto)
                .map(ForwardedPackage::createdAt)
                .orElse(Instant.EPOCH);
    }

    private static boolean isForwarded(Capture capture) {
        return capture.status() == CaptureStatus.FORWARDED || capture.status() == CaptureStatus.VERIFIED;
    }

    /** The authority's labels, by position. */
    @Transactional
    public List<ConclusionLabel> labels() {
        return labels.findAllOrderByPosition();
    }

    /** Conclusions before the cursor, newest first; a null filter matches everything. */
    @Transactional
    public List<ReceivedConclusion> list(
            @Nullable ConclusionStatus status, @Nullable String label, Cursor from, int limit) {
        return conclusions.before(from.at(), from.no(), status == null ? null : status.name(), label, limit);
    }

    /** The 学生唯一编号 of a conclusion without a capture; null once a capture was found, and if the row is damaged. */
    @Nullable
    String student(ReceivedConclusion row) {
        try {
            return row.sealedStudent() == null ? null : vault.openText(row.sealedStudent(), SEAL_CONTEXT + row.no());
        } catch (IllegalStateException | IllegalArgumentException e) {
            // one damaged row must not keep a manager from all the others
            LOG.warn("The student of conclusion {} cannot be read: {}", row.no(), e.getMessage());
            return null;
        }
    }
}
