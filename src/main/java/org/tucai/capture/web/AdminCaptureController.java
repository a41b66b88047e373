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
import io.micronaut.http.annotation.QueryValue;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.ActorNames;
import org.tucai.audit.AuditTrail;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureRoll;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.Photo;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.state.StateTransition;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;
import org.tucai.platform.web.PlainText;

/** Captures as a manager sees them. */
@Tag(name = "Captures")
@Controller(AdminCaptureController.HERE)
@Secured(Role.Names.MANAGER)
class AdminCaptureController {
    static final String HERE = "/api/v1/admin";

    private final CaptureRoll roll;
    private final CaptureService captures;
    private final CaptureAlbum album;
    private final StateHistory history;
    private final AuditTrail audit;
    private final ActorNames names;
    private final PictureAnswers pictures;

    AdminCaptureController(
            CaptureRoll roll,
            CaptureService captures,
            CaptureAlbum album,
            StateHistory history,
            AuditTrail audit,
            ActorNames names,
            PictureAnswers pictures) {
        this.roll = roll;
        this.captures = captures;
        this.album = album;
        this.history = history;
        this.audit = audit;
        this.names = names;
        this.pictures = pictures;
    }

    /**
     * One past change of status.
     *
     * @param cause what changed it, as in the audit trail; not for display
     * @param actor the role and number of whoever did it, {@code STUDENT:acc_…}; {@code SYSTEM:system} is the program itself
     * @param actorName display name of a staff member; null for students and the program
     */
    @Serdeable
    record CaptureStepView(
            CaptureStatus status,
            String statusText,
            String cause,
            String actor,
            @Nullable String actorName,
            OffsetDateTime at) {}

    /**
     * A capture with its history.
     *
     * @param pictureUrl URL of the current photo's standard picture, which prints are made from; null if there is no current photo
     */
    @Serdeable
    record AdminCaptureView(
            CaptureView capture, String accountNo, @Nullable String pictureUrl, List<CaptureStepView> steps) {}

    /**
     * Why an accepted photo has to be taken again.
     *
     * @param note shown to the student
     */
    @Serdeable
    record OrderRetakeBody(
            @NotBlank @Size(max = 190) @PlainText(lines = true)
            String note) {}

    @Operation(summary = "Lists captures, newest first, without personal data")
    @Get("/captures{?campaignNo,accountNo,status,cursor,limit}")
    Page<CaptureLineView> listAllCaptures(
            @QueryValue @Nullable String campaignNo,
            @QueryValue @Nullable String accountNo,
            @QueryValue @Nullable CaptureStatus status,
            @QueryValue @Nullable String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            HttpRequest<?> request) {
        Language language = Language.of(request);
        UnaryOperator<String> words = album.words(language);
        Page<Capture> page = roll.page(campaignNo, accountNo, status, Cursor.decode(cursor, Cursor.END), limit);
        Set<String> ordered = captures.retakesOrdered(page.items());
        return page.map(c -> CaptureLineView.of(c, ordered.contains(c.no()), words, language));
    }

    @Operation(summary = "Returns one capture with its history; every access is audited")
    @Get("/captures/{no}")
    AdminCaptureView getAnyCapture(String no, Authentication who, HttpRequest<?> request) {
        Capture capture = captures.require(no);
        audit.look(Actor.of(who), "capture-opened", no, capture.campaignNo());
        Language language = Language.of(request);
        CaptureView view = CaptureView.of(
                capture,
                album.facts(capture),
                captures.lastRejections(List.of(no)).get(no),
                album.words(language),
                language);
        String pictureUrl = counting(capture)
                .map(photo -> HERE + "/captures/" + no + "/picture")
                .orElse(null);
        return new AdminCaptureView(view, capture.accountNo(), pictureUrl, steps(no, language));
    }

    private List<CaptureStepView> steps(String no, Language language) {
        List<StateTransition> moves = history.of(no);
        Map<String, String> named =
                names.of(moves.stream().map(t -> Actor.parse(t.actor()).no()).toList());
        return moves.stream()
                .map(t -> {
                    CaptureStatus status = CaptureStatus.valueOf(t.toState());
                    String text = StudentStatus.text(status, CaptureService.RETAKE_ORDERED.equals(t.cause()), language);
                    String name = named.get(Actor.parse(t.actor()).no());
                    return new CaptureStepView(status, text, t.cause(), t.actor(), name, ChinaTime.offset(t.at()));
                })
                .toList();
    }

    @Operation(
            summary = "Returns the current photo's standard picture, or a thumbnail of it; every access is audited",
            description = "Prints are made from this picture.")
    @ApiResponse(responseCode = "200", description = "JPEG")
    @ApiResponse(responseCode = "304", description = "Not modified")
    @Get("/captures/{no}/picture{?width}")
    @Produces(MediaType.IMAGE_JPEG)
    HttpResponse<byte[]> getAnyCapturePicture(
            String no,
            @QueryValue @Nullable @Min(1) Integer width,
            @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            Authentication who) {
        Photo photo = counting(captures.require(no)).orElseThrow(PlatformProblem::notFound);
        audit.look(Actor.of(who), "picture-opened", no, photo.no());
        return pictures.answer(photo, width, ifNoneMatch);
    }

    @Operation(
            summary = "Takes back an acceptance: the student takes the photo again, without paying again",
            description =
                    "While the campaign lasts and the authority has not concluded. The school must delete the picture.")
    @ApiResponse(responseCode = "201", description = "Ordered, and the student told", useReturnTypeSchema = true)
    @Post("/captures/{no}/retakes")
    @NeedsIdempotencyKey
    HttpResponse<CaptureLineView> orderRetake(
            String no, @Valid @Body OrderRetakeBody body, Authentication who, HttpRequest<?> request) {
        Capture capture = captures.orderRetake(no, body.note(), Actor.of(who));
        Language language = Language.of(request);
        return HttpResponse.created(CaptureLineView.of(capture, true, album.words(language), language));
    }

    private Optional<Photo> counting(Capture capture) {
        return Optional.ofNullable(capture.photoNo()).map(photoNo -> album.require(capture.no(), photoNo));
    }
}
