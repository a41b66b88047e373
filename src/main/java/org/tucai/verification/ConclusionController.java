package org.tucai.verification;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.tucai.authority.ConclusionMessage;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;

@Tag(name = "Verification")
@Controller("/api/v1/admin")
@Secured(Role.Names.MANAGER)
@ExecuteOn(TaskExecutors.BLOCKING)
class ConclusionController {
    private final ConclusionIntake intake;
    private final ConclusionService conclusions;

    ConclusionController(ConclusionIntake intake, ConclusionService conclusions) {
        this.intake = intake;
        this.conclusions = conclusions;
    }

    /** A conclusion; {@code studentUniqueNo} only while no capture is found for it. */
    @Serdeable
    record ConclusionView(
            String no,
            @Nullable String captureNo,
            @Nullable String packageNo,
            @Nullable String studentUniqueNo,
            String label,
            ConclusionStatus status,
            String statusText,
            OffsetDateTime concludedAt,
            OffsetDateTime receivedAt) {}

    @Operation(summary = "Lists identity conclusions, newest first; status=UNMATCHED are those a person has to look at")
    @Get("/conclusions{?status,label,cursor,limit}")
    Page<ConclusionView> listConclusions(
            @QueryValue @Nullable ConclusionStatus status,
            @QueryValue @Nullable String label,
            @QueryValue @Nullable String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            HttpRequest<?> request) {
        return Page.of(
                        conclusions.list(status, label, Cursor.decode(cursor, Cursor.END), limit + 1),
                        limit,
                        c -> new Cursor(c.receivedAt(), c.no()))
                .map(c -> view(c, Language.of(request)));
    }

    @Operation(summary = "Lists the authority's words for conclusions")
    @Get("/conclusion-labels")
    List<ConclusionLabel> listConclusionLabels() {
        return conclusions.labels();
    }

    @Operation(summary = "Takes a file of conclusions in JSON; lines known already are counted and left alone")
    @ApiResponse(responseCode = "200", description = "Taken; the summary counts what became of the lines")
    @Post("/conclusion-files")
    @Consumes(MediaType.APPLICATION_JSON)
    ConclusionIntake.Summary uploadConclusions(@Body ConclusionMessage file) {
        return intake.json(file);
    }

    @Operation(summary = "Takes a file of conclusions in CSV: studentUniqueNo,packageNo,label,concludedAt")
    @ApiResponse(responseCode = "200", description = "Taken; the summary counts what became of the lines")
    @ApiResponse(responseCode = "422", description = "conclusion-file-unreadable; no line was taken")
    @Post("/conclusion-files")
    @Consumes("text/csv")
    ConclusionIntake.Summary uploadConclusionsCsv(@Body byte[] file) {
        return intake.csv(new String(file, StandardCharsets.UTF_8));
    }

    private ConclusionView view(ReceivedConclusion c, Language language) {
        return new ConclusionView(
                c.no(),
                c.captureNo(),
                c.packageNo().isEmpty() ? null : c.packageNo(),
                conclusions.student(c),
                c.label(),
                c.status(),
                c.status().text(language),
                ChinaTime.offset(c.concludedAt()),
                ChinaTime.offset(c.receivedAt()));
    }
}
