package org.tucai.platform.job;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.OffsetDateTime;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Page;

@Tag(name = "Operations")
@Controller("/api/v1/admin/failed-jobs")
@Secured(Role.Names.MANAGER)
class FailedJobController {
    private final FailedJobs jobs;

    FailedJobController(FailedJobs jobs) {
        this.jobs = jobs;
    }

    /**
     * A job abandoned after its last try.
     *
     * @param type what kind of work it is; not for display
     * @param subject number of what it is about
     * @param reason why the last try failed, for whoever runs the server
     */
    @Serdeable
    record FailedJobView(String no, String type, String subject, String reason, int tries, OffsetDateTime failedAt) {}

    @Operation(summary = "Lists jobs abandoned after their last try, newest first")
    @Get("{?cursor,limit}")
    Page<FailedJobView> listFailedJobs(
            @QueryValue @Nullable String cursor, @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return Page.of(
                        jobs.before(Cursor.decode(cursor, Cursor.END), limit + 1),
                        limit,
                        j -> new Cursor(j.failedAt(), j.no()))
                .map(j -> new FailedJobView(
                        j.no(), j.type(), j.subject(), j.reason(), j.tries(), ChinaTime.offset(j.failedAt())));
    }

    @Operation(summary = "Retries a failed job")
    @ApiResponse(responseCode = "202", description = "Queued again")
    @NeedsIdempotencyKey
    @Post("/{no}/retries")
    @Status(HttpStatus.ACCEPTED)
    void retryFailedJob(String no, Authentication who) {
        jobs.retry(no, Actor.of(who));
    }
}
