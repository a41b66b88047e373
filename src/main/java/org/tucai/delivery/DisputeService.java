package org.tucai.delivery;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.AuditTrail;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureProblem;
import org.tucai.capture.CaptureService;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Page;

/** A school's objections to delivered photos. */
@Singleton
public class DisputeService {
    private static final String KIND = "dispute";

    private final DisputeRepository disputes;
    private final DeliveryItemRepository items;
    private final CaptureService captures;
    private final PublicNumbers numbers;
    private final StateHistory history;
    private final AuditTrail audit;
    private final InstantSource clock;

    DisputeService(
            DisputeRepository disputes,
            DeliveryItemRepository items,
            CaptureService captures,
            PublicNumbers numbers,
            StateHistory history,
            AuditTrail audit,
            InstantSource clock) {
        this.disputes = disputes;
        this.items = items;
        this.captures = captures;
        this.numbers = numbers;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a dispute about the photo of one of the school's own captures.
     *
     * @throws ProblemException {@link DeliveryProblem#NOT_DELIVERED}, {@link DeliveryProblem#DISPUTE_OPEN}
     */
    @Transactional
    public Dispute open(String schoolNo, String captureNo, String words, Actor by) {
        Capture capture = captures.lock(captureNo);
        if (!capture.schoolNo().equals(schoolNo)) {
            throw PlatformProblem.notFound();
        }
        String photoNo = capture.photoNo();
        if (photoNo == null || items.count(photoNo, DeliveryItemRepository.PULLED) == 0) {
            throw new ProblemException(DeliveryProblem.NOT_DELIVERED);
        }
        if (disputes.existsByPhotoNoAndStatus(photoNo, DisputeStatus.OPEN)) {
            throw new ProblemException(DeliveryProblem.DISPUTE_OPEN);
        }
        Dispute open = disputes.save(new Dispute(
                null,
                numbers.next("dsp"),
                schoolNo,
                captureNo,
                photoNo,
                DisputeStatus.OPEN,
                words,
                null,
                clock.instant(),
                null,
                0));
        history.moved(KIND, open.no(), null, open.status(), "opened", by);
        audit.record(by, "dispute-opened", open.no(), captureNo);
        return open;
    }

    /** Disputes, newest first; a null filter matches everything. */
    @Transactional
    public Page<Dispute> list(@Nullable String schoolNo, @Nullable DisputeStatus status, Cursor after, int limit) {
        List<Dispute> found =
                disputes.page(after.at(), after.no(), schoolNo, status == null ? null : status.name(), limit + 1);
        return Page.of(found, limit, d -> new Cursor(d.openedAt(), d.no()));
    }

    /**
     * Resolves a dispute with an answer.
     *
     * @param retake whether the school is right, so that the disputed photo is taken again; the student is then told the answer, too
     * @throws ProblemException {@link DeliveryProblem#DISPUTE_CLOSED}; with {@code retake} also {@link CaptureProblem#NO_PHOTO_TO_RETAKE}
     *     if the disputed photo does not count any more, and as {@link CaptureService#orderRetake} does
     */
    @Transactional
    public Dispute resolve(String no, String answer, boolean retake, Actor by) {
        Dispute known = disputes.findByNo(no).orElseThrow(PlatformProblem::notFound);
        Capture capture = captures.lock(known.captureNo());
        Dispute open = disputes.lock(no).orElseThrow(PlatformProblem::notFound);
        if (open.status() != DisputeStatus.OPEN) {
            throw new ProblemException(DeliveryProblem.DISPUTE_CLOSED);
        }
        if (retake) {
            if (!open.photoNo().equals(capture.photoNo())) {
                throw new ProblemException(CaptureProblem.NO_PHOTO_TO_RETAKE);
            }
            captures.orderRetake(capture.no(), answer, by);
        }
        history.moved(KIND, no, open.status(), DisputeStatus.RESOLVED, "resolved", by);
        audit.record(by, "dispute-resolved", no, open.captureNo());
        return disputes.update(open.resolved(answer, clock.instant()));
    }
}
