package org.tucai.campaign;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Etag;
import org.tucai.platform.web.Page;
import org.tucai.platform.web.PlainText;

@Tag(name = "Schools")
@Controller("/api/v1/admin/schools")
@Secured(Role.Names.MANAGER)
class SchoolController {
    private final SchoolService schools;

    SchoolController(SchoolService schools) {
        this.schools = schools;
    }

    /** The school to register. */
    @Serdeable
    record CreateSchoolBody(
            @NotNull @Pattern(regexp = "\\d{5}|\\d{10}") String code,
            @NotBlank @Size(max = 100) @PlainText String name) {}

    /** A school's new name. */
    @Serdeable
    record RenameSchoolBody(
            @NotBlank @Size(max = 100) @PlainText String name) {}

    /** A school. */
    @Serdeable
    record SchoolView(String no, String code, String name, OffsetDateTime createdAt, int version) {
        static SchoolView of(School s) {
            return new SchoolView(s.no(), s.code(), s.name(), ChinaTime.offset(s.createdAt()), s.version());
        }
    }

    @Operation(summary = "Registers a school under its school code (院校代码)")
    @ApiResponse(responseCode = "201", description = "Registered", useReturnTypeSchema = true)
    @NeedsIdempotencyKey
    @Post
    HttpResponse<SchoolView> createSchool(@Body @Valid CreateSchoolBody body, Authentication caller) {
        School school = schools.create(body.code(), body.name().strip(), Actor.of(caller));
        return HttpResponse.created(SchoolView.of(school), URI.create("/api/v1/admin/schools/" + school.no()))
                .header(HttpHeaders.ETAG, Etag.of(school.version()));
    }

    @Operation(summary = "Lists schools, ordered by code")
    @Get("{?search,cursor,limit}")
    Page<SchoolView> listSchools(
            @Parameter(description = "beginning of the code, or a part of the name")
                    @QueryValue
                    @Nullable
                    @Size(max = 100)
                    String search,
            @QueryValue @Nullable String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return Page.of(
                        schools.after(Cursor.decode(cursor, Cursor.START).no(), search, limit + 1),
                        limit,
                        s -> new Cursor(Instant.EPOCH, s.code()))
                .map(SchoolView::of);
    }

    @Operation(summary = "Reads a school")
    @Get("/{schoolNo}")
    HttpResponse<SchoolView> readSchool(String schoolNo) {
        return answer(schools.require(schoolNo));
    }

    @Operation(summary = "Renames a school (If-Match)")
    @ApiResponse(responseCode = "200", description = "Renamed")
    @Patch("/{schoolNo}")
    HttpResponse<SchoolView> renameSchool(
            String schoolNo,
            @Body @Valid RenameSchoolBody body,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Authentication caller) {
        return answer(schools.rename(schoolNo, body.name().strip(), ifMatch, Actor.of(caller)));
    }

    private static HttpResponse<SchoolView> answer(School school) {
        return HttpResponse.ok(SchoolView.of(school)).header(HttpHeaders.ETAG, Etag.of(school.version()));
    }
}
