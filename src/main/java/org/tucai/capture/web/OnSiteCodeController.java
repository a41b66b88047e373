package org.tucai.capture.web;

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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tucai.capture.BindCapture;
import org.tucai.capture.BindingService;
import org.tucai.capture.Capture;
import org.tucai.capture.ConsentNotice;
import org.tucai.capture.OnSiteService;
import org.tucai.capturecode.CaptureCode;
import org.tucai.capturecode.CaptureCodeService;
import org.tucai.capturecode.OpenedCode;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.PictureBody;
import org.tucai.platform.web.TypedCharacters;

/** Start of an on-site capture (现场采集): the operator scans the code; the student enters the last four characters and accepts the notice. */
@Tag(name = "On site")
@Controller("/api/v1/review/on-site-captures")
@Secured({Role.Names.REVIEWER, Role.Names.MANAGER})
class OnSiteCodeController {
    private final CaptureCodeService codes;
    private final BindingService binding;
    private final OnSiteService onSite;
    private final OnSitePresenter presenter;
    private final ConsentNotice notice;

    OnSiteCodeController(
            CaptureCodeService codes,
            BindingService binding,
            OnSiteService onSite,
            OnSitePresenter presenter,
            ConsentNotice notice) {
        this.codes = codes;
        this.binding = binding;
        this.onSite = onSite;
        this.presenter = presenter;
        this.notice = notice;
    }

    /** The text of a scanned capture code. */
    @Serdeable
    record OnSiteLookupBody(@NotBlank @Size(max = 2000) String code) {}

    /** The last four characters of the ID number, typed by the student in the operator's presence. */
    @Serdeable
    record OnSiteConfirmBody(@NotBlank @Size(max = 8) String lastFour) {}

    /**
     * Starts an on-site capture.
     *
     * @param codeNo the opened code, confirmed with the last four characters
     * @param consentVersion version of the notice that the student accepted in the operator's presence
     */
    @Serdeable
    record OnSiteCaptureBody(
            @NotBlank @Size(max = 40) String codeNo,
            @NotNull @Pattern(regexp = "[0-9A-Za-z]{4,6}") String featureCode,
            @Nullable @Size(max = 20) String consentVersion) {
        OnSiteCaptureBody {
            featureCode = TypedCharacters.plain(featureCode);
        }
    }

    /**
     * A scanned code.
     *
     * @param codeNo identifies the opened code when it is confirmed and bound; valid for this operator only
     * @param capture the on-site capture already bound to the code, which then needs no confirmation; null if there is none
     */
    @Serdeable
    record OnSiteCodeView(
            String codeNo,
            String maskedName,
            String maskedIdNumber,
            String schoolName,
            String level,
            String major,
            @Nullable String studentNo,
            LocalDate expectedGraduation,
            OffsetDateTime expiresAt,
            boolean confirmed,
            @Nullable OnSiteView capture) {}

    /** The notice that the student has to accept. */
    @Serdeable
    record OnSiteNoticeView(String version, String text) {}

    @Operation(
            summary = "Returns the notice on face and identity data that the student accepts in front of the operator")
    @Get("/consent-notice")
    OnSiteNoticeView onSiteNotice(HttpRequest<?> request) {
        return new OnSiteNoticeView(notice.version(), notice.text(Language.of(request)));
    }

    @Operation(summary = "Opens a capture code from its text, as read by a scanner")
    @ApiResponse(
            responseCode = "201",
            description = "Opened; includes the capture if one is already bound",
            useReturnTypeSchema = true)
    @Post("/codes")
    @Consumes(MediaType.APPLICATION_JSON)
    HttpResponse<OnSiteCodeView> scanOnSite(
            @Valid @Body OnSiteLookupBody body, Authentication who, HttpRequest<?> request) {
        return HttpResponse.created(view(codes.open(body.code(), Actor.of(who).no()), request));
    }

    @Operation(summary = "Opens a capture code from a picture of it, sent as the request body")
    @ApiResponse(
            responseCode = "201",
            description = "Opened; includes the capture if one is already bound",
            useReturnTypeSchema = true)
    @PictureBody
    @Post("/codes")
    HttpResponse<OnSiteCodeView> scanPictureOnSite(HttpRequest<byte[]> picture, Authentication who) {
        byte[] bytes = picture.getBody().orElseGet(() -> new byte[0]);
        return HttpResponse.created(view(codes.open(bytes, Actor.of(who).no()), picture));
    }

    @Operation(summary = "Confirms a code with the last four characters of the ID number, typed by the student")
    @ApiResponse(responseCode = "200", description = "Confirmed", useReturnTypeSchema = true)
    @Post("/codes/{codeNo}/confirmations")
    HttpResponse<OnSiteCodeView> confirmOnSite(
            String codeNo, @Valid @Body OnSiteConfirmBody body, Authentication who, HttpRequest<?> request) {
        Actor operator = Actor.of(who);
        codes.confirm(codeNo, operator, body.lastFour());
        return HttpResponse.ok(view(codes.require(codeNo, operator.no()), request));
    }

    @Operation(
            summary = "Starts an on-site capture from a confirmed code, or returns the one already bound",
            description =
                    "The student needs no account. An account created later takes over the capture with the code and"
                            + " the last four characters of the ID number.")
    @ApiResponse(responseCode = "201", description = "The capture", useReturnTypeSchema = true)
    @NeedsIdempotencyKey
    @Post
    HttpResponse<OnSiteView> createOnSite(
            @Valid @Body OnSiteCaptureBody body, Authentication who, HttpRequest<?> request) {
        Actor operator = Actor.of(who);
        BindCapture wish = new BindCapture(body.featureCode(), body.consentVersion());
        binding.requireConsent(wish);
        CaptureCode code = codes.requireConfirmed(body.codeNo(), operator.no());
        Capture capture = binding.bindOnSite(code, wish, operator);
        return HttpResponse.created(
                presenter.view(capture, Language.of(request)),
                URI.create("/api/v1/review/on-site-captures/" + capture.no()));
    }

    @Operation(summary = "Finds the on-site capture bound to a scanned code; 404 if there is none")
    @Post("/lookups")
    OnSiteView lookUpOnSite(@Valid @Body OnSiteLookupBody body, Authentication who, HttpRequest<?> request) {
        CaptureCode code = codes.open(body.code(), Actor.of(who).no()).code();
        return presenter.view(onSite.find(code).orElseThrow(PlatformProblem::notFound), Language.of(request));
    }

    private OnSiteCodeView view(OpenedCode opened, HttpRequest<?> request) {
        CaptureCode c = opened.code();
        return new OnSiteCodeView(
                opened.no(),
                c.maskedName(),
                c.maskedIdNumber(),
                c.schoolName(),
                c.level(),
                c.major(),
                c.studentNo(),
                c.expectedGraduation(),
                ChinaTime.offset(opened.expiresAt()),
                opened.confirmed(),
                onSite.find(c).map(x -> presenter.view(x, Language.of(request))).orElse(null));
    }
}
