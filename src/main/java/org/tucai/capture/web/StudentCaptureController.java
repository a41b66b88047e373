package org.tucai.capture.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tucai.account.AccountService;
import org.tucai.capture.BindCapture;
import org.tucai.capture.BindingService;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.capture.ConsentNotice;
import org.tucai.capture.Rejection;
import org.tucai.capture.StudentCaptureService;
import org.tucai.capture.SubmitCapture;
import org.tucai.capturecode.CaptureCode;
import org.tucai.capturecode.CaptureCodeService;
import org.tucai.order.web.PrintsBody;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Revalidated;
import org.tucai.platform.web.TypedCharacters;

@Tag(name = "Captures")
@Controller("/api/v1/student")
@Secured(Role.Names.STUDENT)
class StudentCaptureController {
    private final AccountService accounts;
    private final CaptureCodeService codes;
    private final BindingService binding;
    private final StudentCaptureService captures;
    private final CaptureService decisions;
    private final CaptureAlbum album;
    private final ConsentNotice notice;

    StudentCaptureController(
            AccountService accounts,
            CaptureCodeService codes,
            BindingService binding,
            StudentCaptureService captures,
            CaptureService decisions,
            CaptureAlbum album,
            ConsentNotice notice) {
        this.accounts = accounts;
        this.codes = codes;
        this.binding = binding;
        this.captures = captures;
        this.decisions = decisions;
        this.album = album;
        this.notice = notice;
    }

    /**
     * The notice that the student has to accept.
     *
     * @param version to be sent as {@code consentVersion} when a capture is created
     */
    @Serdeable
    record ConsentNoticeView(String version, String text) {}

    /**
     * Creates a capture.
     *
     * @param codeNo the opened code, confirmed with the last four characters
     * @param featureCode 采集特征码
     * @param consentVersion version of the accepted notice
     */
    @Serdeable
    record BindCaptureBody(
            @NotBlank @Size(max = 40) String codeNo,
            @NotBlank @Pattern(regexp = "[0-9A-Za-z]{4,6}") String featureCode,
            @Nullable @Size(max = 20) String consentVersion) {
        BindCaptureBody {
            featureCode = TypedCharacters.plain(featureCode);
        }
    }

    /**
     * Submits a photo for review.
     *
     * @param photoNo the photo that the student has looked at; must be the current one
     * @param prints extra prints and where to send them; null to leave the order's prints as they are, of which a new order has none.
     *     If those of the paid order were sent, of an earlier picture, a new order is placed for the fee and these prints, and the fee
     *     paid before goes back
     */
    @Serdeable
    record SubmitCaptureBody(
            @NotBlank @Size(max = 40) String photoNo,
            @Nullable @Valid PrintsBody prints) {}

    @Operation(summary = "Returns the notice on face and identity data that must be accepted first")
    @Revalidated
    @Get("/consent-notice")
    ConsentNoticeView consentNotice(HttpRequest<?> request) {
        return new ConsentNoticeView(notice.version(), notice.text(Language.of(request)));
    }

    @Operation(
            summary = "Creates a capture: binds a confirmed code to the account and to a campaign",
            description =
                    "A capture of this code that has no account, because it was begun on site or its account was closed,"
                            + " is taken over as it is instead, with its order.")
    @ApiResponse(responseCode = "201", description = "The capture, new or taken over", useReturnTypeSchema = true)
    @NeedsIdempotencyKey
    @Post("/captures")
    HttpResponse<CaptureView> createCapture(
            @Valid @Body BindCaptureBody body, Authentication who, HttpRequest<?> request) {
        String accountNo = Actor.of(who).no();
        accounts.requireVerified(accountNo);
        BindCapture wish = new BindCapture(body.featureCode(), body.consentVersion());
        binding.requireConsent(wish);
        CaptureCode code = codes.requireConfirmed(body.codeNo(), accountNo);
        Capture capture = binding.bind(accountNo, code, wish);
        return HttpResponse.created(view(capture, request), URI.create("/api/v1/student/captures/" + capture.no()));
    }

    @Operation(summary = "Lists the account's captures, newest first")
    @Get("/captures")
    List<CaptureView> listCaptures(Authentication who, HttpRequest<?> request) {
        List<Capture> own = captures.own(Actor.of(who).no());
        Map<String, Rejection> last =
                decisions.lastRejections(own.stream().map(Capture::no).toList());
        Language language = Language.of(request);
        UnaryOperator<String> words = album.words(language);
        return own.stream()
                .map(c -> CaptureView.of(c, album.facts(c), last.get(c.no()), words, language))
                .toList();
    }

    @Operation(summary = "Returns one of the account's captures")
    @Get("/captures/{no}")
    CaptureView getCapture(String no, Authentication who, HttpRequest<?> request) {
        return view(captures.requireOwn(no, Actor.of(who).no()), request);
    }

    @Operation(summary = "Submits the photo for payment, or straight for review if nothing is to be paid")
    @NeedsIdempotencyKey
    @Post("/captures/{no}/submissions")
    CaptureView submitCapture(
            String no, @Valid @Body SubmitCaptureBody body, Authentication who, HttpRequest<?> request) {
        SubmitCapture wish = new SubmitCapture(
                body.photoNo(), body.prints() == null ? null : body.prints().toPrints());
        return view(captures.submit(no, Actor.of(who).no(), wish), request);
    }

    @Operation(summary = "撤回审核: withdraws the photo from payment or review so that it can be replaced")
    @NeedsIdempotencyKey
    @Post("/captures/{no}/withdrawals")
    CaptureView withdrawReview(String no, Authentication who, HttpRequest<?> request) {
        return view(captures.withdrawReview(no, Actor.of(who).no()), request);
    }

    @Operation(summary = "Cancels the capture; payments are refunded, photos and facts are deleted")
    @NeedsIdempotencyKey
    @Post("/captures/{no}/cancellations")
    CaptureView cancelCapture(String no, Authentication who, HttpRequest<?> request) {
        return view(captures.cancel(no, Actor.of(who).no()), request);
    }

    private CaptureView view(Capture capture, HttpRequest<?> request) {
        Rejection last = decisions.lastRejections(List.of(capture.no())).get(capture.no());
        Language language = Language.of(request);
        return CaptureView.of(capture, album.facts(capture), last, album.words(language), language);
    }
}
