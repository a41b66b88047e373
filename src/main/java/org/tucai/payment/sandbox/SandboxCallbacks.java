package org.tucai.payment.sandbox;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.job.JobQueue;

/** Records the callbacks that the channel owes, and enqueues them. */
@Singleton
@Requires(property = "tucai.sandbox", value = "true")
class SandboxCallbacks {
    private final SandboxCallbackRepository callbacks;
    private final PublicNumbers numbers;
    private final JobQueue jobs;

    SandboxCallbacks(SandboxCallbackRepository callbacks, PublicNumbers numbers, JobQueue jobs) {
        this.callbacks = callbacks;
        this.numbers = numbers;
        this.jobs = jobs;
    }

    void owePayment(String transactionNo, Instant dueAt) {
        owe(new SandboxCallback(null, numbers.next("cbk"), transactionNo, null, dueAt, null));
    }

    void oweRefund(String refundNo, Instant dueAt) {
        owe(new SandboxCallback(null, numbers.next("cbk"), null, refundNo, dueAt, null));
    }

    private void owe(SandboxCallback callback) {
        callbacks.save(callback);
        jobs.enqueue(PostSandboxCallbackJob.TYPE, callback.no(), callback.dueAt());
    }
}
