package org.tucai.proofreading;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureFollower;
import org.tucai.notification.MessageTemplate;
import org.tucai.platform.blob.DeleteBlobJob;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.security.Actor;
import org.tucai.workday.DueDate;

/** Opens a check with the acceptance of a picture, and ends it with the picture. */
@Singleton
class ProofreadingOpener implements CaptureFollower {
    private final ProofreadingRepository proofreadings;
    private final EvidenceRepository evidence;
    private final ProofreadingGate gate;
    private final CheckingTime time;
    private final PublicNumbers numbers;
    private final JobQueue jobs;
    private final InstantSource clock;

    ProofreadingOpener(
            ProofreadingRepository proofreadings,
            EvidenceRepository evidence,
            ProofreadingGate gate,
            CheckingTime time,
            PublicNumbers numbers,
            JobQueue jobs,
            InstantSource clock) {
        this.proofreadings = proofreadings;
        this.evidence = evidence;
        this.gate = gate;
        this.time = time;
        this.numbers = numbers;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public void onAccepted(Capture capture, Actor by) {
        Instant now = clock.instant();
        DueDate due = time.dueFrom(now);
        Proofreading open = gate.born(new Proofreading(
                null,
                numbers.next("prf"),
                capture.no(),
                Objects.requireNonNull(capture.photoNo()),
                capture.accountNo(),
                capture.campaignNo(),
                ProofreadingStatus.OPEN,
                1,
                now,
                now,
                due.at(),
                due.provisional(),
                null,
                null,
                null,
                null,
                null,
                null,
                0));
        time.start(open);
        time.tell(open, MessageTemplate.PROOFREADING_OPEN);
    }

    @Override
    public void onReturned(Capture capture) {
        cancel(capture);
    }

    @Override
    public void onErratum(Capture capture) {
        cancel(capture);
    }

    @Override
    public void onHandedOver(Capture capture) {
        proofreadings.handOver(capture.no(), capture.accountNo());
    }

    @Override
    public void onForgotten(Capture capture) {
        cancel(capture);
        proofreadings.lockOf(capture.no()).forEach(this::forget);
    }

    private void cancel(Capture capture) {
        proofreadings.lockOf(capture.no()).stream()
                .filter(p -> p.status().next().contains(ProofreadingStatus.CANCELLED))
                .forEach(p -> gate.move(p, p.cancelled(clock.instant()), "cancelled", Actor.SYSTEM));
    }

    private void forget(Proofreading proofreading) {
        evidence.findByProofreadingNoOrderByIdAsc(proofreading.no()).forEach(e -> {
            jobs.enqueue(DeleteBlobJob.TYPE, e.blobKey());
            evidence.delete(e);
        });
        if (proofreading.hasPersonalData()) {
            gate.move(proofreading, proofreading.withoutPersonalData(), "forgotten", Actor.SYSTEM);
        }
    }
}
