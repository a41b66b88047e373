package org.tucai.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** What another server had begun when it died, and what a live one is doing. */
@TucaiTest
class DeadServerIT {
    private static final String TYPE = "test-of-a-dead-server";

    private final SchedulerJobs jobs;
    private final Rows rows;
    private final Queue<String> ran = new ConcurrentLinkedQueue<>();
    private final CountDownLatch one = new CountDownLatch(1);

    DeadServerIT(SchedulerJobs jobs, Rows rows) {
        this.jobs = jobs;
        this.rows = rows;
    }

    @Test
    void onlyAJobWhoseServerWasSilentForHalfAMinuteIsStartedAgain() throws Exception {
        Task<Void> task = Tasks.oneTime(TaskDescriptor.of(TYPE)).execute((instance, context) -> {
            ran.add(instance.getId());
            one.countDown();
        });
        begun("silent", 31);
        begun("alive", 4);
        Scheduler scheduler = jobs.worker(w ->
                new SchedulerJobs.Worker(w.source(), w.table(), List.of(task)).scheduler(1, Duration.ofMillis(100)));
        scheduler.start();
        try {
            assertThat(one.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            scheduler.stop();
            rows.change("DELETE FROM scheduled_tasks WHERE task_name = '" + TYPE + "'");
        }
        assertThat(ran).containsExactly("silent");
    }

    /** A job that another server picked a minute ago, with the last heartbeat this many seconds ago. */
    private void begun(String id, int silentFor) {
        rows.change("INSERT INTO scheduled_tasks"
                + " (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version) VALUES ('"
                + TYPE + "', '" + id + "', NOW(6) - INTERVAL 60 SECOND, TRUE, 'another server', NOW(6) - INTERVAL "
                + silentFor + " SECOND, 1)");
    }
}
