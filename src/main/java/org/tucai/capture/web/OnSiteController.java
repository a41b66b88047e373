package org.tucai.capture.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.capture.Photo;
import org.tucai.capture.StudentCaptureService;
import org.tucai.capture.UploadDesk;
import org.tucai.capturecode.CaptureCode;
import org.tucai.capturecode.CaptureCodeService;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Language;

/** 自行现场采集: the operator scans the student's code, shoots, and submits; the decision follows at once. */
@Tag(name = "On site")
@Controller("/api/v1/review/on-site-captures")
@Secured({Role.Names.REVIEWER, Role.Names.MANAGER})
@ExecuteOn(TaskExecutors.BLOCKING)
class OnSiteController {
    private final CaptureCodeService codes;
    private final StudentCaptureService captures;
    private final CaptureService decisions;
    private final UploadDesk desk;
    private final CaptureAlbum album;

    OnSiteController(
            CaptureCodeService codes,
            StudentCaptureService captures,
            CaptureService decisions,
            UploadDesk desk,
            CaptureAlbum album) {
        this.codes = codes;
        this.captures = captures;
        this.decisions = decisions;
        this.desk = desk;
        this.album = album;
    }

    /** What the operator's scanner read. */
    @Serdeable
    record OnSiteLookupBody(@NotBlank @Size(max = 1000) String code) {}

    /** The photo the operator looked at. */
    @Serdeable
    record OnSiteSubmitBody(@NotBlank @Size(max = 40) String photoNo) {}

    @Operation(summary = "Finds the on-site capture of a scanned code")
    @Post("/lookups")
    CaptureView lookUpOnSite(@Valid @Body OnSiteLookupBody body, Authentication who, HttpRequest<?> request) {
        CaptureCode code = codes.open(body.code(), Actor.of(who).no()).code();
        return view(captures.requireOnSite(code.schoolCode(), code.enrolmentNo()), request);
    }

    @Operation(summary = "Judges and keeps the operator's photo")
    @Put("/{no}/photo")
    @Consumes({MediaType.IMAGE_JPEG, MediaType.IMAGE_PNG, MediaType.IMAGE_WEBP, MediaType.APPLICATION_OCTET_STREAM})
    PhotoView shootOnSite(
            String no,
            @Body @io.micronaut.core.annotation.Nullable byte[] picture,
            Authentication who,
            HttpRequest<?> request) {
        Photo photo = desk.takeOnSite(no, picture == null ? new byte[0] : picture, Actor.of(who));
        return PhotoView.of(photo, album.report(photo), null, Language.of(request));
    }

    @Operation(summary = "Submits the operator's photo; when nothing is to pay it stands in the queue at once")
    @NeedsIdempotencyKey
    @Post("/{no}/submissions")
    CaptureView submitOnSite(
            String no, @Valid @Body OnSiteSubmitBody body, Authentication who, HttpRequest<?> request) {
        return view(captures.submitOnSite(no, body.photoNo(), Actor.of(who)), request);
    }

    private CaptureView view(Capture capture, HttpRequest<?> request) {
        return CaptureView.of(
                capture,
                album.facts(capture),
                decisions.lastRejections(List.of(capture.no())).get(capture.no()),
                Language.of(request));
    }
}
