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
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.Photo;
import org.tucai.capture.PhotoReport;
import org.tucai.capture.PhotoSource;
import org.tucai.capture.StudentCaptureService;
import org.tucai.capture.UploadDesk;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.PictureBody;

@Tag(name = "Photos")
@Controller("/api/v1/student")
@Secured(Role.Names.STUDENT)
class StudentPhotoController {
    private final UploadDesk desk;
    private final StudentCaptureService captures;
    private final CaptureAlbum album;
    private final PictureAnswers pictures;

    StudentPhotoController(
            UploadDesk desk, StudentCaptureService captures, CaptureAlbum album, PictureAnswers pictures) {
        this.desk = desk;
        this.captures = captures;
        this.album = album;
        this.pictures = pictures;
    }

    /** Requests an upload ticket for a photo from this source. */
    @Serdeable
    record UploadTicketBody(@NotNull PhotoSource source) {}

    /**
     * An upload ticket.
     *
     * @param uploadUrl where to PUT the picture's bytes; takes one picture, whose bytes may be sent again
     * @param maxBytes largest picture accepted, in bytes
     */
    @Serdeable
    record UploadTicketView(String uploadUrl, OffsetDateTime expiresAt, int maxBytes) {}

    @Operation(summary = "Issues a one-time ticket for uploading one photo")
    @ApiResponse(responseCode = "201", description = "The ticket", useReturnTypeSchema = true)
    @Post("/captures/{no}/upload-tickets")
    HttpResponse<UploadTicketView> createUploadTicket(
            String no, @Valid @Body UploadTicketBody body, Authentication who) {
        if (body.source() == PhotoSource.ON_SITE) {
            throw new ProblemException(PlatformProblem.FORBIDDEN);
        }
        UploadDesk.Issued issued = desk.issue(no, Actor.of(who).no(), body.source());
        return HttpResponse.created(new UploadTicketView(
                "/api/v1/student/uploads/" + issued.token(),
                ChinaTime.offset(issued.expiresAt()),
                UploadDesk.MAX_BYTES));
    }

    @Operation(
            summary = "Uploads a picture with a ticket and returns the result of its checks",
            description =
                    "Failing the checks is a result, not an error. The request can be repeated with the same bytes.")
    @PictureBody
    @Put("/uploads/{token}")
    PhotoView uploadPhoto(String token, Authentication who, HttpRequest<byte[]> request) {
        UploadDesk.Taken taken =
                desk.take(token, Actor.of(who).no(), request.getBody().orElseGet(() -> new byte[0]));
        return view(taken.photo(), taken.report(), request);
    }

    @Operation(summary = "Lists a capture's photos with their reports, oldest first")
    @Get("/captures/{no}/photos")
    List<PhotoView> listPhotos(String no, Authentication who, HttpRequest<?> request) {
        Capture capture = captures.requireOwn(no, Actor.of(who).no());
        return album.photos(capture.no()).stream().map(p -> view(p, request)).toList();
    }

    @Operation(summary = "Returns one photo with its report")
    @Get("/captures/{no}/photos/{photoNo}")
    PhotoView getPhoto(String no, String photoNo, Authentication who, HttpRequest<?> request) {
        captures.requireOwn(no, Actor.of(who).no());
        return view(album.require(no, photoNo), request);
    }

    @Operation(summary = "Returns the standard picture, or a thumbnail of it")
    @ApiResponse(responseCode = "200", description = "JPEG")
    @ApiResponse(responseCode = "304", description = "Not modified")
    @Get("/captures/{no}/photos/{photoNo}/picture{?width}")
    @Produces(MediaType.IMAGE_JPEG)
    HttpResponse<byte[]> getPicture(
            String no,
            String photoNo,
            @QueryValue @Nullable @Min(1) Integer width,
            @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            Authentication who) {
        captures.requireOwn(no, Actor.of(who).no());
        return pictures.answer(album.require(no, photoNo), width, ifNoneMatch);
    }

    private PhotoView view(Photo photo, HttpRequest<?> request) {
        return view(photo, album.report(photo), request);
    }

    private static PhotoView view(Photo photo, PhotoReport report, HttpRequest<?> request) {
        String url = "/api/v1/student/captures/" + photo.captureNo() + "/photos/" + photo.no() + "/picture";
        return PhotoView.of(photo, report, url, Language.of(request));
    }
}
