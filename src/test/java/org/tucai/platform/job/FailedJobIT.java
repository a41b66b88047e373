package org.tucai.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

@TucaiTest
class FailedJobIT {
    private static final String JOBS = "/api/v1/admin/failed-jobs";

    private final Http http;
    private final People people;
    private final FailedJobs failed;

    FailedJobIT(Http http, People people, FailedJobs failed) {
        this.http = http;
        this.people = people;
        this.failed = failed;
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
