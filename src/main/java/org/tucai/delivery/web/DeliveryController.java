package org.tucai.delivery.web;

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
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.tucai.delivery.Archive;
import org.tucai.delivery.Delivery;
import org.tucai.delivery.DeliveryService;
import org.tucai.delivery.FolderScheme;
import org.tucai.delivery.NameScheme;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Csv;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.HeadersOnly;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;
import org.tucai.staff.SchoolClients;

/** Accepted photos for their school. */
@Controller("/api/v1/school/deliveries")
@Secured(Role.Names.SCHOOL)
@Tag(name = "School")
class DeliveryController {
    private static final MediaType ZIP = MediaType.of("application/zip");

    private static final FieldError OF_NO_DELIVERY =
            new FieldError("须为上次交付返回的 nextCursor，或不填", "must be the nextCursor of a delivery, or omitted", "/since");

    private final SchoolClients clients;
    private final DeliveryService deliveries;
    private final Archive archive;

    DeliveryController(SchoolClients clients, DeliveryService deliveries, Archive archive) {
        this.clients = clients;
        this.deliveries = deliveries;
        this.archive = archive;
    }

    /**
     * Which photos to deliver, and how their files are named.
     *
     * @param since {@code nextCursor} of the previous delivery; omit it to start with the first accepted photo
     * @param folders {@code STUDENT_NO_PREFIX}: by the first characters of the 学号, for schools whose 学号 begins with the class;
     *     capture codes carry no class
     * @param studentNoPrefix how many characters of the 学号 name a folder, 1-16; only with {@code STUDENT_NO_PREFIX}, and required there
     * @param limit maximum number of photos, 1-500; 500 by default
     */
    @Serdeable
    record PrepareDeliveryBody(
            @Nullable String since,
            @NotNull NameScheme names,
            @NotNull FolderScheme folders,
            @Nullable @Min(1) @Max(16) Integer studentNoPrefix,
            @Nullable @Min(1) @Max(500) Integer limit) {
        DeliveryService.Wish toWish() {
            if ((folders == FolderScheme.STUDENT_NO_PREFIX) != (studentNoPrefix != null)) {
                throw PlatformProblem.invalidFields(List.of(new FieldError(
                        "选择 STUDENT_NO_PREFIX 时必填，其他方式不填",
                        "is required with STUDENT_NO_PREFIX, and only allowed there",
                        "/studentNoPrefix")));
            }
            return new DeliveryService.Wish(
                    Cursor.decode(since, Cursor.START, OF_NO_DELIVERY),
                    names,
                    folders,
                    studentNoPrefix,
                    limit == null ? 500 : limit);
        }
    }

    @Post
    @NeedsIdempotencyKey
    @Operation(
            summary = "Prepares an archive of the photos accepted since a cursor",
            description =
                    "A photo can be delivered half a minute after it was accepted. One accepted anew after a retake is delivered"
                            + " again.")
    @ApiResponse(responseCode = "201", description = "Ready to be downloaded", useReturnTypeSchema = true)
    HttpResponse<DeliveryView> prepareDelivery(
            @Valid @Body PrepareDeliveryBody body, Authentication who, HttpRequest<?> request) {
        Actor actor = Actor.of(who);
        DeliveryView view = DeliveryView.of(
                deliveries.prepare(clients.schoolNoOf(actor), body.toWish(), actor), Language.of(request));
        return HttpResponse.created(view, URI.create("/api/v1/school/deliveries/" + view.no()));
    }

    @Get("{?cursor,limit}")
    @Operation(summary = "Lists the school's deliveries, newest first")
    Page<DeliveryView> listDeliveries(
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            Authentication who,
            HttpRequest<?> request) {
        Language language = Language.of(request);
        return deliveries
                .list(clients.schoolNoOf(Actor.of(who)), Cursor.decode(cursor, Cursor.END), limit)
                .map(d -> DeliveryView.of(d, language));
    }

    @Get("/{no}")
    @Operation(summary = "Reads a delivery")
    DeliveryView getDelivery(String no, Authentication who, HttpRequest<?> request) {
        return DeliveryView.of(deliveries.require(no, clients.schoolNoOf(Actor.of(who))), Language.of(request));
    }

    @Get("/{no}/archive")
    @Produces("application/zip")
    @Operation(
            summary = "Downloads the photos as a streamed ZIP with manifest.csv; every download is audited",
            description =
                    "`manifest.csv`, the last file, is CSV in UTF-8 with a byte order mark and one line per photo:"
                            + " `file` (path in the archive), `status` (`ok`, or `gone` if the photo was deleted,"
                            + " damaged or replaced after the delivery was prepared, or `unreadable` if the student's"
                            + " details are damaged: download it again once the unit has restored them; in both cases"
                            + " `bytes` is 0 and all other columns except `capture` are empty), `studentUniqueNo`, `studentNo`, `level`, `major`,"
                            + " `sha256` (of the file, in hexadecimal), `bytes`, `acceptedAt`, `capture` (its number). "
                            + Csv.OF_FORMULAS
                            + " An archive without a manifest is incomplete: download it again.")
    @ApiResponse(responseCode = "200", description = "The archive")
    HttpResponse<StreamedFile> pullArchive(String no, Authentication who) {
        Actor actor = Actor.of(who);
        Delivery delivery = deliveries.require(no, clients.schoolNoOf(actor));
        InputStream photos = HeadersOnly.areAsked()
                ? InputStream.nullInputStream()
                : archive.open(delivery, deliveries.pull(delivery, actor));
        StreamedFile file = new StreamedFile(photos, ZIP).attach(no + ".zip");
        return HttpResponse.ok(file).header("Cache-Control", "private, no-store");
    }

    @Post("/{no}/acknowledgements")
    @NeedsIdempotencyKey
    @Operation(summary = "Acknowledges that all photos were received as listed in the manifest")
    @ApiResponse(responseCode = "201", description = "Acknowledged", useReturnTypeSchema = true)
    HttpResponse<DeliveryView> acknowledgeDelivery(String no, Authentication who, HttpRequest<?> request) {
        Actor actor = Actor.of(who);
        return HttpResponse.created(
                DeliveryView.of(deliveries.acknowledge(no, clients.schoolNoOf(actor), actor), Language.of(request)));
    }
}
