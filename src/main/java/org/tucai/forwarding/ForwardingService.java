package org.tucai.forwarding;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.AuditTrail;
import org.tucai.authority.PackageAnswer;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureService;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.web.Cursor;

/**
 * Keeps track of packages, which are prepared on acceptance and settled once by the authority's answer. Lock order: the capture before its
 * package.
 */
@Singleton
public class ForwardingService {
    private static final String KIND = "package";
    /** The authority answers in seconds; a package that waits a day needs a person. */
    private static final int STUCK_HOURS = 24;

    private final PackageRepository packages;
    private final CaptureService captures;
    private final JobQueue jobs;
    private final StateHistory history;
    private final AuditTrail audit;
    private final PublicNumbers numbers;
    private final InstantSource clock;

    ForwardingService(
            PackageRepository packages,
            CaptureService captures,
            JobQueue jobs,
            StateHistory history,
            AuditTrail audit,
            PublicNumbers numbers,
            InstantSource clock) {
        this.packages = packages;
        this.captures = captures;
        this.jobs = jobs;
        this.history = history;
        this.audit = audit;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Prepares and enqueues a package for the accepted photo, once per photo. */
    @Transactional
    public void prepare(Capture capture) {
        String photoNo = capture.photoNo();
        if (photoNo == null || packages.findByPhotoNo(photoNo).isPresent()) {
            return;
        }
        String no = numbers.next("pkg");
        packages.save(ForwardedPackage.waiting(no, capture.no(), photoNo, clock.instant()));
        history.moved(KIND, no, null, PackageStatus.WAITING, "prepared", Actor.SYSTEM);
        jobs.enqueue(ForwardPackageJob.TYPE, no);
    }

    /** Records the authority's answer and moves the capture; a second answer changes nothing. */
    @Transactional
    public void settle(String packageNo, PackageAnswer answer) {
        Capture capture = captures.lock(require(packageNo).captureNo());
        ForwardedPackage row = locked(packageNo);
        if (row.status() != PackageStatus.WAITING) {
            return;
        }
        ForwardedPackage after = move(row, row.answered(answer, clock.instant()), "answered");
        audit.record(
                Actor.SYSTEM,
                "package-" + (answer.accepted() ? "acknowledged" : "returned"),
                packageNo,
                row.captureNo());
        if (!row.photoNo().equals(capture.photoNo())) {
            return; // the answer is about a photo that was replaced meanwhile
        }
        if (answer.accepted()) {
            captures.forwarded(row.captureNo());
        } else {
            captures.returned(row.captureNo(), after.reason() == null ? "不符合采集质量标准" : after.reason());
        }
    }

    /** Cancels a waiting package because its capture has ended or has another photo. */
    @Transactional
    public void cancel(String packageNo) {
        ForwardedPackage row = locked(packageNo);
        if (row.status() == PackageStatus.WAITING) {
            move(row, row.cancelled(clock.instant()), "capture-ended");
        }
    }

    /** Records a failed try for people to see; the job retries. */
    @Transactional
    public void failed(String packageNo, String why) {
        ForwardedPackage row = locked(packageNo);
        if (row.status() == PackageStatus.WAITING) {
            packages.update(row.failed(why, clock.instant()));
        }
    }

    /** Deletes the texts about the pictures of a capture. */
    @Transactional
    public void forget(String captureNo) {
        packages.forgetWords(captureNo);
    }

    @Transactional
    public ForwardedPackage require(String packageNo) {
        return packages.findByNo(packageNo).orElseThrow(PlatformProblem::notFound);
    }

    /** The package with this number, if there is one. */
    @Transactional
    public Optional<ForwardedPackage> find(String packageNo) {
        return packages.findByNo(packageNo);
    }

    /** The package of the photo, if the photo was ever accepted. */
    @Transactional
    public Optional<ForwardedPackage> ofPhoto(String photoNo) {
        return packages.findByPhotoNo(photoNo);
    }

    /** Packages before the cursor, newest first; a null filter matches everything. */
    @Transactional
    public List<ForwardedPackage> list(
            @Nullable PackageStatus status, @Nullable String captureNo, Cursor from, int limit) {
        return packages.before(from.at(), from.no(), status == null ? null : status.name(), captureNo, limit);
    }

    /**
     * The state of the line to the authority.
     *
     * @param stuck whether a package has been waiting for more than {@value #STUCK_HOURS} hours
     */
    record Line(PackageRepository.Queue queue, boolean stuck) {}

    @Transactional
    public Line line() {
        PackageRepository.Queue queue = packages.queue();
        Instant since = queue.since();
        boolean stuck =
                since != null && since.plus(Duration.ofHours(STUCK_HOURS)).isBefore(clock.instant());
        return new Line(queue, stuck);
    }

    private ForwardedPackage locked(String packageNo) {
        return packages.lock(packageNo).orElseThrow(PlatformProblem::notFound);
    }

    private ForwardedPackage move(ForwardedPackage before, ForwardedPackage after, String cause) {
        history.moved(KIND, before.no(), before.status(), after.status(), cause, Actor.SYSTEM);
        return packages.update(after);
    }
}
