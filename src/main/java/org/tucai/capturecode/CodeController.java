package org.tucai.capturecode;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.PictureBody;

@Tag(name = "Capture codes")
@Controller("/api/v1/student/codes")
@Secured(Role.Names.STUDENT)
class CodeController {
    /** Said at both methods: they are one operation of the API's description, by the type of their bodies. */
    private static final String OPENS =
            "Opens a capture code (图像采集码): a picture of it, the file itself as the body; or in"
                    + " JSON its text, as a phone's scanner gives it";

    private final CaptureCodeService codes;

    CodeController(CaptureCodeService codes) {
        this.codes = codes;
    }

    /** A code scanned on the phone itself. */
    @Serdeable
    record OpenCodeBody(@NotBlank @Size(max = 2000) String text) {}

    /** The last four characters of the ID number, any case. */
    @Serdeable
    record ConfirmCodeBody(@NotBlank @Size(max = 8) String lastFour) {}

    /**
     * What a code says, masked as the authority masks it.
     *
     * @param no identifies the opened code when it is confirmed and bound; valid for this account only
     * @param studentUniqueNo 学生唯一编号
     * @param level 层次
     * @param major 专业
     * @param studentNo 学号; null if the code carries none
     * @param enrolmentNo 学籍编号: one person may have several enrolments, each with its own code
     * @param codeExpiresAt when the code itself expires; a new one then has to be fetched from 学信网
     * @param expiresAt until when this opening of it can be confirmed and bound
     * @param confirmed whether the last four characters have been confirmed
     */
    @Serdeable
    record OpenedCodeView(
            String no,
            String studentUniqueNo,
            String maskedName,
            String maskedIdNumber,
            String schoolCode,
            String schoolName,
            String level,
            String major,
            @Nullable String studentNo,
            String enrolmentNo,
            LocalDate expectedGraduation,
            OffsetDateTime codeExpiresAt,
            OffsetDateTime expiresAt,
            boolean confirmed) {
        static OpenedCodeView of(OpenedCode o) {
            CaptureCode c = o.code();
            return new OpenedCodeView(
                    o.no(),
                    c.studentUniqueNo(),
                    c.maskedName(),
                    c.maskedIdNumber(),
                    c.schoolCode(),
                    c.schoolName(),
                    c.level(),
                    c.major(),
                    c.studentNo(),
                    c.enrolmentNo(),
                    c.expectedGraduation(),
                    ChinaTime.offset(c.expiresAt()),
                    ChinaTime.offset(o.expiresAt()),
                    o.confirmed());
        }
    }

    @Operation(summary = OPENS)
    @ApiResponse(
            responseCode = "201",
            description = "Opened; to be confirmed within 30 minutes",
            useReturnTypeSchema = true)
    @PictureBody
    @Post
    HttpResponse<OpenedCodeView> openCodePicture(HttpRequest<byte[]> picture, Authentication caller) {
        return created(codes.open(picture.getBody().orElseGet(() -> new byte[0]), caller.getName()));
    }

    @Operation(summary = OPENS)
    @ApiResponse(
            responseCode = "201",
            description = "Opened; to be confirmed within 30 minutes",
            useReturnTypeSchema = true)
    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    HttpResponse<OpenedCodeView> openCodeText(@Body @Valid OpenCodeBody body, Authentication caller) {
        return created(codes.open(body.text(), caller.getName()));
    }

    @Operation(summary = "Reads an opened code")
    @Get("/{codeNo}")
    OpenedCodeView readCode(String codeNo, Authentication caller) {
        return OpenedCodeView.of(codes.require(codeNo, caller.getName()));
    }

    @Operation(summary = "Confirms an opened code with the last four characters of the ID number")
    @ApiResponse(responseCode = "200", description = "Confirmed")
    @NeedsIdempotencyKey
    @Post("/{codeNo}/confirmations")
    HttpResponse<OpenedCodeView> confirmCode(String codeNo, @Body @Valid ConfirmCodeBody body, Authentication caller) {
        codes.confirm(codeNo, caller.getName(), body.lastFour());
        return HttpResponse.ok(OpenedCodeView.of(codes.require(codeNo, caller.getName())));
    }

    private static HttpResponse<OpenedCodeView> created(OpenedCode code) {
        return HttpResponse.created(OpenedCodeView.of(code), URI.create("/api/v1/student/codes/" + code.no()));
    }
}
