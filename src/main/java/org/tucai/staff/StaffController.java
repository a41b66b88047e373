package org.tucai.staff;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
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
import java.time.OffsetDateTime;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Etag;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;
import org.tucai.platform.web.PlainText;

@Tag(name = "Staff")
@Controller("/api/v1/admin/staff")
@Secured(Role.Names.MANAGER)
class StaffController {
    private final StaffService staff;
    private final StaffSignIn signIn;
    private final Passwords passwords;

    StaffController(StaffService staff, StaffSignIn signIn, Passwords passwords) {
        this.staff = staff;
        this.signIn = signIn;
        this.passwords = passwords;
    }

    /** The roles that staff can have. */
    enum StaffRole {
        /** 审核员. */
        REVIEWER("审核员", "Reviewer"),
        /** 采集单位管理员. */
        MANAGER("管理员", "Manager");

        private final String zh;
        private final String en;

        StaffRole(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        Role role() {
            return Role.valueOf(name());
        }
    }

    /**
     * The staff member to create.
     *
     * @param name the sign-in name: 3-32 lower-case letters, digits, {@code . _ -}
     * @param displayName shown to colleagues
     */
    @Serdeable
    record CreateStaffBody(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9._-]{2,31}")
            String name,

            @NotBlank @Size(max = 40) @PlainText String displayName,
            @NotNull StaffRole role) {}

    /** The fields to change; absent ones stay as they are. */
    @Serdeable
    record ChangeStaffBody(
            @Nullable @Size(max = 40) @PlainText(blank = false)
            String displayName,

            @Nullable StaffRole role) {}

    /** A staff member as managers see it. */
    @Serdeable
    record StaffView(
            String no,
            String name,
            String displayName,
            StaffRole role,
            String roleText,
            boolean active,
            boolean mustChangePassword,
            OffsetDateTime createdAt) {}

    /**
     * A staff member with a one-time password.
     *
     * @param oneTimePassword shown only in this response; must be changed at the first sign-in
     */
    @Serdeable
    record StaffPasswordView(StaffView staff, String oneTimePassword) {
        @Override
        public String toString() {
            return "StaffPasswordView[" + staff.no() + "]";
        }
    }

    @Operation(summary = "Lists staff, newest first")
    @Get("{?role,active,search,cursor,limit}")
    Page<StaffView> listStaff(
            HttpRequest<?> request,
            @QueryValue @Nullable StaffRole role,
            @Parameter(description = "`true` lists those who may sign in, `false` disabled ones; without it both")
                    @QueryValue
                    @Nullable
                    Boolean active,
            @Parameter(description = "a part of the sign-in name or of the display name")
                    @QueryValue
                    @Nullable
                    @Size(max = 40)
                    String search,
            @QueryValue @Nullable String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return Page.of(
                        staff.before(
                                Cursor.decode(cursor, Cursor.END),
                                role == null ? null : role.role(),
                                active,
                                search,
                                limit + 1),
                        limit,
                        m -> new Cursor(m.createdAt(), m.no()))
                .map(m -> view(m, Language.of(request)));
    }

    @Operation(summary = "Creates a staff member; the one-time password is shown only once")
    @ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true)
    @NeedsIdempotencyKey
    @Post
    HttpResponse<StaffPasswordView> createStaff(
            HttpRequest<?> request, Authentication who, @Body @Valid CreateStaffBody body) {
        String oneTime = passwords.oneTime();
        String no = staff.create(
                new StaffService.NewMember(
                        body.name(), body.displayName(), body.role().role()),
                passwords.hash(oneTime),
                Actor.of(who));
        StaffView view = view(staff.require(no), Language.of(request));
        return HttpResponse.created(new StaffPasswordView(view, oneTime), URI.create("/api/v1/admin/staff/" + no));
    }

    @Operation(summary = "Shows a staff member")
    @Get("/{no}")
    HttpResponse<StaffView> showStaff(HttpRequest<?> request, String no) {
        return tagged(no, request);
    }

    @Operation(summary = "Changes a staff member; changing the role ends their sessions")
    @Patch("/{no}")
    HttpResponse<StaffView> changeStaff(
            HttpRequest<?> request,
            Authentication who,
            String no,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body @Valid ChangeStaffBody body) {
        StaffRole role = body.role();
        staff.change(no, body.displayName(), role == null ? null : role.role(), ifMatch, Actor.of(who));
        return tagged(no, request);
    }

    @Operation(summary = "Disables a staff member and ends all their sessions, effective immediately")
    @NeedsIdempotencyKey
    @Post("/{no}/disablings")
    HttpResponse<StaffView> disableStaff(HttpRequest<?> request, Authentication who, String no) {
        staff.disable(no, Actor.of(who));
        return tagged(no, request);
    }

    @Operation(summary = "Re-enables a disabled staff member")
    @NeedsIdempotencyKey
    @Post("/{no}/enablings")
    HttpResponse<StaffView> enableStaff(HttpRequest<?> request, Authentication who, String no) {
        staff.enable(no, Actor.of(who));
        return tagged(no, request);
    }

    @Operation(summary = "Resets a password to a one-time password, shown once; ends the member's sessions and lock")
    @NeedsIdempotencyKey
    @Post("/{no}/password-resets")
    StaffPasswordView resetStaffPassword(HttpRequest<?> request, Authentication who, String no) {
        String oneTime = signIn.resetPassword(no, Actor.of(who));
        return new StaffPasswordView(view(staff.require(no), Language.of(request)), oneTime);
    }

    private HttpResponse<StaffView> tagged(String no, HttpRequest<?> request) {
        StaffMember member = staff.require(no);
        return HttpResponse.ok(view(member, Language.of(request))).header(HttpHeaders.ETAG, Etag.of(member.version()));
    }

    private static StaffView view(StaffMember member, Language language) {
        StaffRole role = StaffRole.valueOf(member.role().name());
        return new StaffView(
                member.no(),
                member.name(),
                member.displayName(),
                role,
                language.pick(role.zh, role.en),
                member.status() == StaffStatus.ACTIVE,
                member.mustChange(),
                ChinaTime.offset(member.createdAt()));
    }
}
