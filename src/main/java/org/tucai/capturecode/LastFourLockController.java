package org.tucai.capturecode;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Page;
import org.tucai.platform.web.PlainText;

/** Locks after five wrong entries of the last four characters, for the person who is asked for help. */
@Tag(name = "Capture codes")
@Controller("/api/v1/admin/last-four-locks")
@Secured(Role.Names.MANAGER)
class LastFourLockController {
    /** The digits of a mobile number, of which an ID number has more; however they are written. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}(?:[\\s\\p{Z}\\p{Pd}]?\\p{Nd}){10}");

    private final LastFourService lastFour;

    LastFourLockController(LastFourService lastFour) {
        this.lastFour = lastFour;
    }

    /**
     * A lock.
     *
     * @param codeNo the opened code that last met it, as the student's app knows it
     * @param accountNo whose tries are locked; null when only the enrolment's are
     */
    @Serdeable
    record LastFourLockView(String codeNo, @Nullable String accountNo, OffsetDateTime lockedUntil) {}

    /**
     * Why the manager believes that it is the student: which papers, seen by whom of the staff. No name or number of the student's, for
     * it stands in the audit trail for years; what looks like the number of a phone or an ID card is refused.
     */
    @Serdeable
    record ReleaseLockBody(
            @NotBlank @Size(max = 200) @PlainText(lines = true)
            String reason) {}

    @Operation(summary = "Lists present locks of the last four characters, the longest first")
    @Get("{?cursor,limit}")
    Page<LastFourLockView> listLastFourLocks(
            @QueryValue @Nullable String cursor, @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return Page.of(
                        lastFour.locks(Cursor.decode(cursor, Cursor.END), limit + 1),
                        limit,
                        l -> new Cursor(l.untilAt(), l.codeNo()))
                .map(l -> new LastFourLockView(l.codeNo(), l.accountNo(), ChinaTime.offset(l.untilAt())));
    }

    @Operation(summary = "Lifts a lock before its time, for a reason that is audited; the student has five tries again")
    @ApiResponse(responseCode = "204", description = "Lifted")
    @NeedsIdempotencyKey
    @Post("/{codeNo}/releases")
    @Status(HttpStatus.NO_CONTENT)
    void releaseLastFourLock(String codeNo, @Body @Valid ReleaseLockBody body, Authentication who) {
        requireWithoutNumbers(body.reason());
        lastFour.release(codeNo, body.reason(), Actor.of(who));
    }

    private static void requireWithoutNumbers(String reason) {
        if (LONG_NUMBER.matcher(reason).find()) {
            throw PlatformProblem.invalidFields(List.of(new FieldError(
                    "请不要填写手机号、证件号等个人信息，该内容会长期保存在审计记录中",
                    "must not contain phone or ID numbers or other personal data: it is kept in the audit"
                            + " trail for years",
                    "/reason")));
        }
    }
}
