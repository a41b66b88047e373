package org.tucai.delivery.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tucai.campaign.School;
import org.tucai.campaign.SchoolService;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.delivery.Dispute;
import org.tucai.delivery.DisputeService;
import org.tucai.delivery.DisputeStatus;
import org.tucai.delivery.SchoolList;
import org.tucai.delivery.SchoolRoll;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Feed;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;
import org.tucai.platform.web.PlainText;
import org.tucai.staff.SchoolClients;

/** A school's own students. */
@Controller("/api/v1/school")
@Secured(Role.Names.SCHOOL)
@Tag(name = "School")
class SchoolStudentController {
    private final SchoolClients clients;
    private final SchoolRoll roll;
    private final DisputeService disputes;
    private final CaptureService captures;
    private final CaptureAlbum album;
    private final SchoolService schools;

    SchoolStudentController(
            SchoolClients clients,
            SchoolRoll roll,
            DisputeService disputes,
            CaptureService captures,
            CaptureAlbum album,
            SchoolService schools) {
        this.clients = clients;
        this.roll = roll;
        this.disputes = disputes;
        this.captures = captures;
        this.album = album;
        this.schools = schools;
    }

    /** How many students the school expects in a campaign. */
    @Serdeable
    record ExpectedStudentsBody(
            @NotNull @Min(0) @Max(200_000) Integer students) {}

    /** An objection to a delivered photo. */
    @Serdeable
    record OpenDisputeBody(
            @NotBlank String captureNo,

            @NotBlank @Size(max = 300) @PlainText(lines = true)
            String words) {}

    @Get("/students{?list,campaignNo,cursor,limit}")
    @Operation(
            summary = "Lists the school's students by progress, in the order of their last change",
            description =
                    "To follow changes, keep `next` and send it as `cursor` in a later request. A change is listed half"
                            + " a minute after it was made; a capture is listed again after each later change. ENDED"
                            + " lists captures whose photos and facts the unit has deleted. Where `removePicture` is"
                            + " true, the picture is no longer valid and the school must delete its copy. With `campaignNo`, only"
                            + " the students of that campaign; a cursor belongs to one list of one campaign or of all.")
    Feed<SchoolStudentView> listSchoolStudents(
            @QueryValue SchoolList list,
            @Nullable @QueryValue String campaignNo,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            Authentication who,
            HttpRequest<?> request) {
        Language language = Language.of(request);
        Set<String> doubtful = roll.doubtfulConclusions();
        UnaryOperator<String> words = album.words(language);
        Feed<Capture> piece = roll.list(school(who), list, campaignNo, Cursor.decode(cursor, Cursor.START), limit);
        Set<String> toRemove = roll.toRemove(piece.items());
        Set<String> ordered = captures.retakesOrdered(piece.items());
        return piece.map(c -> SchoolStudentView.of(
                c,
                album.facts(c),
                words,
                c.conclusion() != null && doubtful.contains(c.conclusion()),
                toRemove.contains(c.no()),
                ordered.contains(c.no()),
                language));
    }

    @Get("/progress")
    @Operation(
            summary =
                    "Counts students per open or begun campaign: done, under way, rejected, and missing from the number"
                            + " that the school expects")
    List<ProgressView> listSchoolProgress(Authentication who) {
        return roll.progress(school(who)).stream().map(ProgressView::of).toList();
    }

    @Put("/campaigns/{campaignNo}/expected-students")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sets how many students the school expects in a campaign: a number, no names")
    @ApiResponse(responseCode = "204", description = "Saved")
    void putExpectedStudents(String campaignNo, @Valid @Body ExpectedStudentsBody body, Authentication who) {
        roll.expect(school(who), campaignNo, body.students(), Actor.of(who));
    }

    @Get("/disputes{?status,cursor,limit}")
    @Operation(summary = "Lists the school's objections, newest first")
    Page<DisputeView> listSchoolDisputes(
            @Nullable @QueryValue DisputeStatus status,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            Authentication who,
            HttpRequest<?> request) {
        Language language = Language.of(request);
        School school = schools.require(school(who));
        return disputes.list(school.no(), status, Cursor.decode(cursor, Cursor.END), limit)
                .map(d -> DisputeView.of(d, school.name(), language));
    }

    @Post("/disputes")
    @NeedsIdempotencyKey
    @Operation(summary = "Objects to a delivered photo")
    @ApiResponse(responseCode = "201", description = "Opened; a manager will answer it", useReturnTypeSchema = true)
    HttpResponse<DisputeView> openDispute(
            @Valid @Body OpenDisputeBody body, Authentication who, HttpRequest<?> request) {
        School school = schools.require(school(who));
        Dispute opened = disputes.open(school.no(), body.captureNo(), body.words(), Actor.of(who));
        return HttpResponse.created(DisputeView.of(opened, school.name(), Language.of(request)));
    }

    private String school(Authentication who) {
        return clients.schoolNoOf(Actor.of(who));
    }
}
