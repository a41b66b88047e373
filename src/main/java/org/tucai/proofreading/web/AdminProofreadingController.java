package org.tucai.proofreading.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.platform.blob.BlobStore;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;
import org.tucai.platform.web.PlainText;
import org.tucai.proofreading.ErratumReason;
import org.tucai.proofreading.ErratumService;
import org.tucai.proofreading.Proofreading;
import org.tucai.proofreading.ProofreadingService;
import org.tucai.proofreading.ProofreadingStatus;
import org.tucai.proofreading.Resolution;

/** The manager's view of information checks and errata. */
@Controller("/api/v1/admin/proofreadings")
@Secured(Role.Names.MANAGER)
@Tag(name = "Proofreading")
class AdminProofreadingController {
    private final ErratumService errata;
    private final ProofreadingService service;
    private final CaptureService captures;
    private final CaptureAlbum album;
    private final BlobStore blobs;

    AdminProofreadingController(
            ErratumService errata,
            ProofreadingService service,
            CaptureService captures,
            CaptureAlbum album,
            BlobStore blobs) {
        this.errata = errata;
        this.service = service;
        this.captures = captures;
        this.album = album;
        this.blobs = blobs;
    }

    /**
     * An information check in a list, without facts or the student's note.
     *
     * @param reason what is wrong, as chosen by the student
     * @param dueDay the last day for an answer, for display
     * @param closedAt when it was confirmed, assumed, disputed, resolved or cancelled; null while open or overdue
     */
    @Serdeable
    record ProofreadingRowView(
            String no,
            String captureNo,
            String campaignNo,
            ProofreadingStatus status,
            String statusText,
            @Nullable ErratumReason reason,
            @Nullable String reasonText,
            OffsetDateTime openedAt,
            LocalDate dueDay,
            boolean dueProvisional,
            @Nullable OffsetDateTime closedAt) {
        static ProofreadingRowView of(Proofreading p, Language language) {
            ErratumReason reason = p.reason();
            return new ProofreadingRowView(
                    p.no(),
                    p.captureNo(),
                    p.campaignNo(),
                    p.status(),
                    p.status().text(language),
                    reason,
                    reason == null ? null : reason.text(language),
                    ChinaTime.offset(p.openedAt()),
                    p.dueDay(),
                    p.provisional(),
                    ChinaTime.offsetOrNull(p.closedAt()));
        }
    }

    /**
     * How an erratum is resolved.
     *
     * @param note shown to the student
     */
    @Serdeable
    record ResolutionBody(
            @NotNull Resolution resolution,

            @NotBlank @Size(max = 190) @PlainText(lines = true)
            String note) {}

    @Get("{?status,campaignNo,cursor,limit}")
    @Operation(summary = "Lists information checks, newest first")
    Page<ProofreadingRowView> listProofreadings(
            @Nullable @QueryValue ProofreadingStatus status,
            @Nullable @QueryValue String campaignNo,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            HttpRequest<?> request) {
        Language language = Language.of(request);
        return errata.list(status, campaignNo, Cursor.decode(cursor, Cursor.END), limit)
                .map(p -> ProofreadingRowView.of(p, language));
    }

    @Get("/{no}")
    @Operation(summary = "Returns one information check with the student's reason and note; every access is audited")
    ProofreadingView getProofreading(String no, Authentication who, HttpRequest<?> request) {
        Proofreading p = errata.require(no);
        return view(p, errata.note(p, Actor.of(who)), request);
    }

    @Get("/{no}/picture")
    @Produces(MediaType.IMAGE_JPEG)
    @Operation(summary = "Returns the picture to be checked; every access is audited")
    @ApiResponse(responseCode = "200", description = "A JPEG")
    HttpResponse<byte[]> getProofreadingPicture(String no, Authentication who) {
        Proofreading p = errata.forPicture(no, Actor.of(who));
        return HttpResponse.ok(album.picture(album.require(p.captureNo(), p.photoNo())))
                .header("Cache-Control", "private, no-store");
    }

    @Get("/{no}/evidence/{evidenceNo}")
    @Produces(MediaType.IMAGE_JPEG)
    @Operation(summary = "Returns one picture of evidence; every access is audited")
    @ApiResponse(responseCode = "200", description = "A JPEG")
    HttpResponse<byte[]> getEvidence(String no, String evidenceNo, Authentication who) {
        return HttpResponse.ok(
                        blobs.get(errata.evidence(no, evidenceNo, Actor.of(who)).blobKey()))
                .header("Cache-Control", "private, no-store");
    }

    @Post("/{no}/resolutions")
    @NeedsIdempotencyKey
    @Operation(summary = "Resolves an erratum")
    @ApiResponse(responseCode = "201", description = "Resolved", useReturnTypeSchema = true)
    HttpResponse<ProofreadingView> resolveProofreading(
            String no, @Valid @Body ResolutionBody body, Authentication who, HttpRequest<?> request) {
        return HttpResponse.created(
                view(errata.resolve(no, body.resolution(), body.note(), Actor.of(who)), null, request));
    }

    private ProofreadingView view(Proofreading p, @Nullable String note, HttpRequest<?> request) {
        Capture capture = captures.require(p.captureNo());
        return ProofreadingView.of(
                p,
                "/api/v1/admin/proofreadings/" + p.no() + "/picture",
                capture,
                album.facts(capture),
                note,
                service.evidenceOf(p.no()),
                Language.of(request));
    }
}
