package org.tucai.delivery.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tucai.campaign.School;
import org.tucai.campaign.SchoolService;
import org.tucai.delivery.Dispute;
import org.tucai.delivery.DisputeService;
import org.tucai.delivery.DisputeStatus;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;
import org.tucai.platform.web.PlainText;

/** The manager's view of schools' objections. */
@Controller("/api/v1/admin/disputes")
@Secured(Role.Names.MANAGER)
@Tag(name = "School")
class AdminDisputeController {
    private final DisputeService disputes;
    private final SchoolService schools;

    AdminDisputeController(DisputeService disputes, SchoolService schools) {
        this.disputes = disputes;
        this.schools = schools;
    }

    /**
     * The answer to an objection.
     *
     * @param answer shown to the school, and with {@code retake} to the student
     * @param retake true if the objection is justified: the student takes the disputed photo again, as with an ordered retake
     */
    @Serdeable
    record ResolveDisputeBody(
            @NotBlank @Size(max = 300) @PlainText(lines = true)
            String answer,

            @Nullable Boolean retake) {}

    @Get("{?schoolNo,status,cursor,limit}")
    @Operation(summary = "Lists schools' objections, newest first")
    Page<DisputeView> listDisputes(
            @Nullable @QueryValue String schoolNo,
            @Nullable @QueryValue DisputeStatus status,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            HttpRequest<?> request) {
        Language language = Language.of(request);
        Page<Dispute> page = disputes.list(schoolNo, status, Cursor.decode(cursor, Cursor.END), limit);
        Map<String, School> of =
                schools.all(page.items().stream().map(Dispute::schoolNo).collect(Collectors.toSet()));
        return page.map(d ->
                DisputeView.of(d, Objects.requireNonNull(of.get(d.schoolNo())).name(), language));
    }

    @Post("/{no}/resolutions")
    @NeedsIdempotencyKey
    @Operation(summary = "Answers an objection")
    @ApiResponse(responseCode = "201", description = "Resolved", useReturnTypeSchema = true)
    HttpResponse<DisputeView> resolveDispute(
            String no, @Valid @Body ResolveDisputeBody body, Authentication who, HttpRequest<?> request) {
        boolean retake = Boolean.TRUE.equals(body.retake());
        Dispute resolved = disputes.resolve(no, body.answer(), retake, Actor.of(who));
        String schoolName = schools.require(resolved.schoolNo()).name();
        return HttpResponse.created(DisputeView.of(resolved, schoolName, Language.of(request)));
    }
}
