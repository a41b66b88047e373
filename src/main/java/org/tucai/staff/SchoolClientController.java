package org.tucai.staff;

import io.micronaut.core.annotation.Nullable;
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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Page;
import org.tucai.platform.web.PlainText;

@Tag(name = "School clients")
@Controller("/api/v1/admin/school-clients")
@Secured(Role.Names.MANAGER)
class SchoolClientController {
    private final SchoolClientService clients;
    private final InstantSource clock;

    SchoolClientController(SchoolClientService clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * The client to create.
     *
     * @param schoolNo public number of the school
     * @param name the school's name for it
     */
    @Serdeable
    record CreateSchoolClientBody(
            @NotNull @Pattern(regexp = "sch_[0-9A-Z]{20}") String schoolNo,
            @NotBlank @Size(max = 40) @PlainText String name) {}

    /**
     * How long both secrets are valid.
     *
     * @param overlapHours for how long the former secret remains valid; 0 if it has leaked
     */
    @Serdeable
    record RotateSecretBody(@NotNull @Min(0) @Max(168) Integer overlapHours) {}

    /**
     * A school's client as managers see it.
     *
     * @param formerSecretUntil until when the secret before the last rotation remains valid; null if it no longer is
     */
    @Serdeable
    record SchoolClientView(
            String no,
            String schoolNo,
            String schoolName,
            String name,
            boolean active,
            @Nullable OffsetDateTime formerSecretUntil,
            OffsetDateTime createdAt) {}

    /**
     * A school's client with its secret.
     *
     * @param secret shown only in this response
     */
    @Serdeable
    record SchoolClientSecretView(SchoolClientView client, String secret) {
        @Override
        public String toString() {
            return "SchoolClientSecretView[" + client.no() + "]";
        }
    }

    @Operation(summary = "Lists schools' clients, newest first")
    @Get("{?schoolNo,active,search,cursor,limit}")
    Page<SchoolClientView> listSchoolClients(
            @QueryValue @Nullable String schoolNo,
            @Parameter(description = "`true` lists those that may sign in, `false` disabled ones; without it both")
                    @QueryValue
                    @Nullable
                    Boolean active,
            @Parameter(description = "a part of the client's name") @QueryValue @Nullable @Size(max = 40) String search,
            @QueryValue @Nullable String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Page<SchoolClient> page = Page.of(
                clients.before(Cursor.decode(cursor, Cursor.END), schoolNo, active, search, limit + 1),
                limit,
                c -> new Cursor(c.createdAt(), c.no()));
        Map<String, String> names = clients.schoolNames(page.items());
        return page.map(c -> view(c, names));
    }

    @Operation(summary = "Creates a client for a school; the secret is shown only once")
    @ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true)
    @NeedsIdempotencyKey
    @Post
    HttpResponse<SchoolClientSecretView> createSchoolClient(
            Authentication who, @Body @Valid CreateSchoolClientBody body) {
        ClientSecret secret = ClientSecret.make();
        String no = clients.create(body.schoolNo(), body.name(), secret, Actor.of(who));
        return HttpResponse.created(
                new SchoolClientSecretView(view(clients.require(no)), secret.value()),
                URI.create("/api/v1/admin/school-clients/" + no));
    }

    @Operation(summary = "Shows a school's client")
    @Get("/{no}")
    SchoolClientView showSchoolClient(String no) {
        return view(clients.require(no));
    }

    @Operation(summary = "Replaces a client's secret; the new one is shown only once")
    @NeedsIdempotencyKey
    @Post("/{no}/secret-rotations")
    SchoolClientSecretView rotateSchoolClientSecret(Authentication who, String no, @Body @Valid RotateSecretBody body) {
        ClientSecret secret = ClientSecret.make();
        clients.rotate(no, secret, Duration.ofHours(body.overlapHours()), Actor.of(who));
        return new SchoolClientSecretView(view(clients.require(no)), secret.value());
    }

    @Operation(summary = "Disables a client, effective immediately")
    @NeedsIdempotencyKey
    @Post("/{no}/disablings")
    SchoolClientView disableSchoolClient(Authentication who, String no) {
        clients.disable(no, Actor.of(who));
        return view(clients.require(no));
    }

    @Operation(summary = "Re-enables a disabled client")
    @NeedsIdempotencyKey
    @Post("/{no}/enablings")
    SchoolClientView enableSchoolClient(Authentication who, String no) {
        clients.enable(no, Actor.of(who));
        return view(clients.require(no));
    }

    private SchoolClientView view(SchoolClient client) {
        return view(client, clients.schoolNames(List.of(client)));
    }

    private SchoolClientView view(SchoolClient client, Map<String, String> schoolNames) {
        return new SchoolClientView(
                client.no(),
                client.schoolNo(),
                Objects.requireNonNull(schoolNames.get(client.schoolNo())),
                client.name(),
                client.status() == StaffStatus.ACTIVE,
                ChinaTime.offsetOrNull(client.formerUntil(clock.instant())),
                ChinaTime.offset(client.createdAt()));
    }
}
