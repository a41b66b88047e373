package org.tucai.capture.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.AuditTrail;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.OnSiteService;
import org.tucai.capture.Photo;
import org.tucai.capture.UploadDesk;
import org.tucai.order.Order;
import org.tucai.order.web.PaymentDesk;
import org.tucai.order.web.PaymentSheetView;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.PictureBody;

/** On-site capture (现场采集) once bound: the operator takes the photo, has the student pay where the campaign requires it, and submits. */
@Tag(name = "On site")
@Controller("/api/v1/review/on-site-captures/{no}")
@Secured({Role.Names.REVIEWER, Role.Names.MANAGER})
class OnSiteController {
    private final OnSiteService onSite;
    private final OnSitePresenter presenter;
    private final UploadDesk desk;
    private final CaptureAlbum album;
    private final PictureAnswers pictures;
    private final PaymentDesk payments;
    private final AuditTrail audit;

    OnSiteController(
            OnSiteService onSite,
            OnSitePresenter presenter,
            UploadDesk desk,
            CaptureAlbum album,
            PictureAnswers pictures,
            PaymentDesk payments,
            AuditTrail audit) {
        this.onSite = onSite;
        this.presenter = presenter;
        this.desk = desk;
        this.album = album;
        this.pictures = pictures;
        this.payments = payments;
        this.audit = audit;
    }

    /** The photo to submit, as seen by the operator. */
    @Serdeable
    record OnSiteSubmitBody(@NotBlank @Size(max = 40) String photoNo) {}

    @Operation(summary = "Returns one on-site capture with its payment state; every access is audited")
    @Get
    OnSiteView showOnSite(String no, Authentication who, HttpRequest<?> request) {
        return shown(no, who, request);
    }

    private OnSiteView shown(String no, Authentication who, HttpRequest<?> request) {
        Capture capture = onSite.require(no);
        audit.look(Actor.of(who), "on-site-opened", no, "facts shown");
        return presenter.view(capture, Language.of(request));
    }

    @Operation(summary = "Uploads the operator's photo and returns the result of its checks")
    @ApiResponse(
            responseCode = "200",
            description = "The checked photo; failing the checks is a result, not an error",
            useReturnTypeSchema = true)
    @PictureBody
    @Put("/photo")
    PhotoView shootOnSite(String no, Authentication who, HttpRequest<byte[]> request) {
        UploadDesk.Taken taken = desk.takeOnSite(no, request.getBody().orElseGet(() -> new byte[0]), Actor.of(who));
        String url = "/api/v1/review/on-site-captures/" + no + "/photos/"
                + taken.photo().no() + "/picture";
        return PhotoView.of(taken.photo(), taken.report(), url, Language.of(request));
    }

    @Operation(summary = "Returns the standard picture cut from a photo, or a thumbnail of it; every access is audited")
    @ApiResponse(responseCode = "200", description = "JPEG")
    @ApiResponse(responseCode = "304", description = "Not modified")
    @Get("/photos/{photoNo}/picture{?width}")
    @Produces(MediaType.IMAGE_JPEG)
    HttpResponse<byte[]> getOnSitePicture(
            String no,
            String photoNo,
            @QueryValue @Nullable @Min(1) Integer width,
            @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            Authentication who) {
        Photo photo = album.require(onSite.require(no).no(), photoNo);
        audit.look(Actor.of(who), "picture-opened", no, photo.no());
        return pictures.answer(photo, width, ifNoneMatch);
    }

    @Operation(summary = "Submits the photo; unless a payment is due, it enters the review queue at once")
    @NeedsIdempotencyKey
    @Post("/submissions")
    OnSiteView submitOnSite(String no, @Valid @Body OnSiteSubmitBody body, Authentication who, HttpRequest<?> request) {
        return presenter.view(onSite.submit(no, body.photoNo(), Actor.of(who)), Language.of(request));
    }

    @Operation(
            summary = "撤回审核: withdraws the photo from payment or review so that it can be retaken; payments are kept")
    @NeedsIdempotencyKey
    @Post("/withdrawals")
    OnSiteView withdrawOnSite(String no, Authentication who, HttpRequest<?> request) {
        return presenter.view(onSite.withdrawReview(no, Actor.of(who)), Language.of(request));
    }

    @Operation(summary = "Starts the payment and returns what the student's own phone needs to make it")
    @ApiResponse(responseCode = "201", description = "Ready to be paid", useReturnTypeSchema = true)
    @NeedsIdempotencyKey
    @Post("/payments")
    HttpResponse<PaymentSheetView> payOnSite(String no) {
        Order order = onSite.requireOrder(no);
        Actor payer = new Actor(Role.STUDENT, order.accountNo());
        return HttpResponse.created(
                payments.begin(order.no(), payer), URI.create("/api/v1/review/on-site-captures/" + no));
    }

    @Operation(summary = "Checks with the payment channel at once whether the order is paid")
    @Post("/payment-checks")
    OnSiteView checkOnSitePayment(String no, Authentication who, HttpRequest<?> request) {
        payments.check(onSite.requireOrder(no).no());
        return shown(no, who, request);
    }
}
