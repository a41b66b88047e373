package org.tucai.verification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tucai.authority.ConclusionMessage;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;
import org.tucai.platform.web.PlainText;

@Tag(name = "Verification")
@Controller("/api/v1/admin")
@Secured(Role.Names.MANAGER)
class ConclusionController {
    /** The summary of both upload methods: they differ by content type and are one operation of the API's description. */
    private static final String TAKES = "Uploads a file of conclusions, in JSON or in CSV with the header"
            + " studentUniqueNo,packageNo,label,concludedAt; those already known are counted and otherwise ignored";

    private static final String CSV_EXAMPLE = """
            studentUniqueNo,packageNo,label,concludedAt
            SU000000000001,pkg_3F8ZQ1V7KX2M9T4B6C0D,同一人,2026-04-20T10:00:00+08:00
            SU000000000002,,非同一人,2026-04-20T10:00:00+08:00
            """;

    private final ConclusionIntake intake;
    private final ConclusionService conclusions;
    private final LabelService labels;
    private final LabelMeaning meaning;

    ConclusionController(
            ConclusionIntake intake, ConclusionService conclusions, LabelService labels, LabelMeaning meaning) {
        this.intake = intake;
        this.conclusions = conclusions;
        this.labels = labels;
        this.meaning = meaning;
    }

    /**
     * An identity conclusion.
     *
     * @param studentUniqueNo present only while no matching capture is found
     * @param label the authority's wording
     * @param labelText the label in the client's language
     * @param unreadable whether the stored {@code studentUniqueNo} is damaged and cannot be shown
     */
    @Serdeable
    record ConclusionView(
            String no,
            @Nullable String captureNo,
            @Nullable String packageNo,
            @Nullable String studentUniqueNo,
            boolean unreadable,
            String label,
            String labelText,
            ConclusionStatus status,
            String statusText,
            OffsetDateTime concludedAt,
            OffsetDateTime receivedAt) {}

    @Operation(summary = "Lists identity conclusions, newest first; status=UNMATCHED lists those that need attention")
    @Get("/conclusions{?status,label,cursor,limit}")
    Page<ConclusionView> listConclusions(
            @QueryValue @Nullable ConclusionStatus status,
            @QueryValue @Nullable String label,
            @QueryValue @Nullable String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            HttpRequest<?> request) {
        Language language = Language.of(request);
        UnaryOperator<String> words = meaning.in(language);
        return Page.of(
                        conclusions.list(status, label, Cursor.decode(cursor, Cursor.END), limit + 1),
                        limit,
                        c -> new Cursor(c.receivedAt(), c.no()))
                .map(c -> view(c, words, language));
    }

    @Operation(summary = "Lists the authority's labels for conclusions")
    @Get("/conclusion-labels")
    List<ConclusionLabel> listConclusionLabels() {
        return conclusions.labels();
    }

    /**
     * The meaning of one of the authority's labels.
     *
     * @param zh the label as the authority writes it
     * @param doubtful whether schools have to follow up such conclusions
     * @param current whether the authority uses the label now
     * @param position sort key in lists, ascending
     */
    @Serdeable
    @JsonIgnoreProperties(ignoreUnknown = true) // as for calendar years: an entry of the list may be sent back
    record ConclusionLabelBody(
            @NotBlank @Size(max = 20) @PlainText String zh,
            @NotBlank @Size(max = 60) @PlainText String en,
            @NotNull Boolean doubtful,
            @NotNull Boolean current,
            @NotNull @Min(0) @Max(1000) Integer position) {}

    @Operation(
            summary = "Adds a label of the authority or changes its meaning; a job applies conclusions waiting for it")
    @ApiResponse(responseCode = "200", description = "Effective immediately", useReturnTypeSchema = true)
    @Put("/conclusion-labels/{code}")
    ConclusionLabel putConclusionLabel(
            @Pattern(regexp = "[A-Z][A-Z_]{1,30}") String code,
            @Valid @Body ConclusionLabelBody body,
            Authentication who) {
        return labels.put(
                new ConclusionLabel(
                        code,
                        body.zh().strip(), // as in conclusions, because labels are compared exactly
                        body.en().strip(),
                        body.doubtful(),
                        body.current(),
                        body.position()),
                Actor.of(who));
    }

    @Operation(summary = TAKES)
    @ApiResponse(
            responseCode = "200",
            description = "Accepted; the summary counts the conclusions by result",
            useReturnTypeSchema = true)
    @NeedsIdempotencyKey
    @Post("/conclusion-files")
    @Consumes(MediaType.APPLICATION_JSON)
    ConclusionIntake.Summary uploadConclusions(@Body ConclusionMessage file, Authentication who) {
        return intake.json(file, Actor.of(who));
    }

    @Operation(summary = TAKES)
    @ApiResponse(
            responseCode = "200",
            description = "Accepted; the summary counts the conclusions by result",
            useReturnTypeSchema = true)
    @NeedsIdempotencyKey
    @Post("/conclusion-files")
    @Consumes("text/csv")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = "string", format = "binary"),
                            examples = @ExampleObject(name = "conclusions", value = CSV_EXAMPLE)))
    ConclusionIntake.Summary uploadConclusionsCsv(HttpRequest<byte[]> file, Authentication who) {
        byte[] bytes = file.getBody().orElseGet(() -> new byte[0]); // an empty file comes without a body
        return intake.csv(bytes, Actor.of(who));
    }

    private ConclusionView view(ReceivedConclusion c, UnaryOperator<String> words, Language language) {
        String student = conclusions.student(c);
        return new ConclusionView(
                c.no(),
                c.captureNo(),
                c.packageNo().isEmpty() ? null : c.packageNo(),
                student,
                student == null && c.sealedStudent() != null,
                c.label(),
                words.apply(c.label()),
                c.status(),
                c.status().text(language),
                ChinaTime.offset(c.concludedAt()),
                ChinaTime.offset(c.receivedAt()));
    }
}
