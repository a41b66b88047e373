package org.tucai.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

@TucaiTest
class FailedJobIT {
    private static final String JOBS = "/api/v1/admin/failed-jobs";

    private final Http http;
    private final People people;
    private final FailedJobs failed;
    private final HeldTransaction held;
    private final Rows rows;

    FailedJobIT(Http http, People people, FailedJobs failed, HeldTransaction held, Rows rows) {
        this.http = http;
        this.people = people;
        this.failed = failed;
        this.held = held;
        this.rows = rows;
    }

    /** As when the server once ran with its sandbox and now runs without it. */
    @Test
    void aJobOfAnUnknownTypeCannotBeRetriedAndStaysListed() {
        failed.gaveUp("of-a-part-switched-off", "sbx_1", null, 5);
        Http manager = http.as(people.aManager());
        String no = manager.get(JOBS).at("items.0.no");

        Http.Reply refused =
                manager.post(JOBS + "/" + no + "/retries", null).expectPlainProblem(409, "job-type-unknown");

        assertThat(refused.<String>at("detail")).contains("of-a-part-switched-off");
        assertThat(manager.get(JOBS).<List<?>>at("items")).hasSize(1);
    }

    @RepeatedTest(3)
    void aJobRetriedByTwoAtOnceIsQueuedOnce() {
        failed.gaveUp("delete-blob", "blob/one", null, 5);
        String manager = people.aManager();
        String no = http.as(manager).get(JOBS).at("items.0.no");
        Callable<Integer> retry =
                () -> http.as(manager).post(JOBS + "/" + no + "/retries", null).status();

        List<Integer> answers = Race.answers(retry, retry);

        assertThat(answers).contains(202).isSubsetOf(202, 404);
        assertThat(rows.number("SELECT COUNT(*) FROM background_tasks WHERE task_instance LIKE 'blob/one#%'")
                        + rows.number("SELECT COUNT(*) FROM scheduled_tasks WHERE task_instance LIKE 'blob/one#%'"))
                .isEqualTo(1);
        assertThat(rows.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'job-retried'"))
                .isEqualTo(1);
    }

    /** The second has found the job before the first has deleted it. */
    @Test
    void aJobFoundBeforeAnotherRetriedItIsNotQueuedAgain() {
        failed.gaveUp("delete-blob", "blob/one", null, 5);
        Actor manager = new Actor(Role.MANAGER, "stf_test00000000000000");
        String no = http.as(people.aManager()).get(JOBS).at("items.0.no");

        held.of(() -> failed.retry(no, manager), () -> failed.retry(no, manager));

        assertThat(rows.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'job-retried'"))
                .isEqualTo(1);
    }

    @Test
    void anAbandonedJobIsListedAndCanBeRetriedOnce() {
        failed.gaveUp("delete-blob", "blob/one", new IllegalStateException("disk away"), 5);
        failed.gaveUp("delete-blob", "blob/two", null, 5);
        Http manager = http.as(people.aManager());

        Http.Reply page = manager.get(JOBS + "?limit=1").expect(200);
        Http.Reply rest = manager.get(JOBS + "?cursor=" + page.at("next")).expect(200);
        String retry = JOBS + "/" + page.at("items.0.no") + "/retries";

        assertThat(rest.<List<?>>at("items")).hasSize(1);
        assertThat(List.of(page.<String>at("items.0.reason"), rest.<String>at("items.0.reason")))
                .containsExactlyInAnyOrder("unknown", "IllegalStateException: disk away");
        manager.post(retry, null).expect(202);
        manager.post(retry, null).expectProblem(404, "not-found");
        assertThat(manager.get(JOBS).<List<?>>at("items")).hasSize(1);
        Http.Reply trail =
                manager.get("/api/v1/admin/audit-entries?action=job-retried").expect(200);
        assertThat(trail.<List<?>>at("items")).hasSize(1);
        assertThat(trail.<String>at("items.0.actor")).startsWith("MANAGER:");
        assertThat(trail.<String>at("items.0.subject")).isEqualTo(page.at("items.0.no"));
        assertThat(trail.<String>at("items.0.detail")).isEqualTo("delete-blob " + page.at("items.0.subject"));
    }
}
