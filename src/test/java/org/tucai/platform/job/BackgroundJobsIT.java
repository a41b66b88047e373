package org.tucai.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.tucai.platform.blob.BlobStore;
import org.tucai.platform.blob.DeleteBlobJob;
import org.tucai.testing.Blobs;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Pictures of a large campaign are being deleted while somebody waits for a message. */
@TucaiTest
class BackgroundJobsIT {
    private static final Duration POLLING = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final SchedulerJobs jobs;
    private final Heartbeats heartbeats;
    private final FailedJobs failed;
    private final TransactionOperations<Connection> transactions;
    private final BlobStore store;
    private final Blobs blobs;
    private final Rows rows;
    private final Http http;
    private final People people;

    BackgroundJobsIT(
            SchedulerJobs jobs,
            Heartbeats heartbeats,
            FailedJobs failed,
            TransactionOperations<Connection> transactions,
            BlobStore store,
            Blobs blobs,
            Rows rows,
            Http http,
            People people) {
        this.jobs = jobs;
        this.heartbeats = heartbeats;
        this.failed = failed;
        this.transactions = transactions;
        this.store = store;
        this.blobs = blobs;
        this.rows = rows;
        this.http = http;
        this.people = people;
    }

    @Test
    void aMessageDoesNotWaitForPicturesToBeDeleted() {
        List<String> pictures = picturesToBeDeleted();
        aMessage();

        work(jobs.worker(BackgroundJobsIT::oneThread), () -> waiting("scheduled_tasks") == 0);

        assertThat(waiting("scheduled_tasks")).isZero();
        assertThat(waiting("background_tasks")).isEqualTo(3);
        assertThat(pictures).allMatch(blobs::exists);
    }

    @Test
    void thePicturesAreDeletedByAThreadThatDoesNothingElse() {
        List<String> pictures = picturesToBeDeleted();
        aMessage();

        work(jobs.backgroundWorker(BackgroundJobsIT::oneThread), () -> waiting("background_tasks") == 0);

        assertThat(waiting("background_tasks")).isZero();
        assertThat(pictures).noneMatch(blobs::exists);
        assertThat(waiting("scheduled_tasks")).isEqualTo(1);
    }

    @Test
    void aServerWorksBothQueues() {
        List<String> pictures = picturesToBeDeleted();
        aMessage();
        JobWorker server = new JobWorker(jobs, heartbeats, InstantSource.system(), 1, POLLING);

        server.begin();
        try {
            await(() -> messages() == 0 && waiting("background_tasks") == 0);
        } finally {
            server.stop(null);
        }

        assertThat(messages()).isZero();
        assertThat(pictures).noneMatch(blobs::exists);
    }

    @Test
    void aDeletionThatAnOlderVersionLeftInTheMainQueueIsCarriedOut() {
        String picture = store.put(new byte[] {1});
        rows.change("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version) VALUES ('"
                + DeleteBlobJob.TYPE + "', '" + picture + "#job_1', NOW(6) - INTERVAL 1 DAY, FALSE, 1)");

        work(jobs.worker(BackgroundJobsIT::oneThread), () -> waiting("scheduled_tasks") == 0);

        assertThat(waiting("scheduled_tasks")).isZero();
        assertThat(blobs.exists(picture)).isFalse();
    }

    @Test
    void aRetriedDeletionGoesToTheBackgroundQueueAndNotTheMainOne() {
        failed.gaveUp(DeleteBlobJob.TYPE, "blob", null, 5);
        Http manager = http.as(people.aManager());
        String no = manager.get("/api/v1/admin/failed-jobs").expect(200).at("items.0.no");
        long others = waiting("scheduled_tasks");

        manager.post("/api/v1/admin/failed-jobs/" + no + "/retries", null).expect(202);

        assertThat(waiting("background_tasks")).isEqualTo(1);
        assertThat(waiting("scheduled_tasks")).isEqualTo(others);
    }

    /** Three jobs, due an hour ago. */
    private List<String> picturesToBeDeleted() {
        List<String> keys = store.putAll(List.of(new byte[] {1}, new byte[] {2}, new byte[] {3}));
        keys.forEach(key -> leave(DeleteBlobJob.TYPE, key, Duration.ofHours(1)));
        return keys;
    }

    /** A job due after all the picture jobs. */
    private void aMessage() {
        leave("deliver-message", "msg_1", Duration.ofMinutes(1));
    }

    private void leave(String type, String subject, Duration dueSince) {
        transactions.executeWrite(status -> {
            jobs.enqueue(type, subject, Instant.now().minus(dueSince));
            return null;
        });
    }

    private long messages() {
        return rows.number("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'deliver-message'");
    }

    private long waiting(String table) {
        return rows.number("SELECT COUNT(*) FROM " + table);
    }

    /** Without recurring jobs. */
    private static Scheduler oneThread(SchedulerJobs.Worker all) {
        return new SchedulerJobs.Worker(all.source(), all.table(), all.oneTime()).scheduler(1, POLLING);
    }

    private static void work(Scheduler scheduler, BooleanSupplier done) {
        scheduler.start();
        try {
            await(done);
        } finally {
            scheduler.stop();
        }
    }

    private static void await(BooleanSupplier done) {
        Instant end = Instant.now().plus(LONGEST);
        while (!done.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(POLLING.toNanos());
        }
    }
}
