package org.tucai.proofreading.web;

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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.PictureBody;
import org.tucai.platform.web.PlainText;
import org.tucai.platform.web.Revalidated;
import org.tucai.proofreading.Answer;
import org.tucai.proofreading.ErratumReason;
import org.tucai.proofreading.EvidenceDesk;
import org.tucai.proofreading.Proofreading;
import org.tucai.proofreading.ProofreadingProblem;
import org.tucai.proofreading.ProofreadingService;

/** The student's information check: 正确 or 有误, answered and then confirmed. */
@Controller("/api/v1/student/proofreadings")
@Secured(Role.Names.STUDENT)
@Tag(name = "Proofreading")
class StudentProofreadingController {
    private final ProofreadingService service;
    private final EvidenceDesk desk;
    private final CaptureService captures;
    private final CaptureAlbum album;

    StudentProofreadingController(
            ProofreadingService service, EvidenceDesk desk, CaptureService captures, CaptureAlbum album) {
        this.service = service;
        this.desk = desk;
        this.captures = captures;
        this.album = album;
    }

    /** The student's answer, still to be confirmed. */
    @Serdeable
    record ProofreadingAnswerBody(@NotNull Answer answer) {}

    /**
     * The confirmation of the answer.
     *
     * @param answer the same answer again; if it differs, neither counts and the first has to be given anew
     * @param reason what is wrong; required with WRONG
     * @param note the student's own description, for managers
     */
    @Serdeable
    record ProofreadingConfirmationBody(
            @NotNull Answer answer,
            @Nullable ErratumReason reason,

            @Nullable @Size(max = 500) @PlainText(lines = true)
            String note) {}

    /** A reason that students can choose with WRONG, with its text. */
    @Serdeable
    record ErratumReasonView(ErratumReason code, String text) {}

    /** A picture of evidence that was stored. */
    @Serdeable
    record EvidenceView(String no) {}

    @Revalidated
    @Get
    @Operation(summary = "Lists the student's information checks, newest first")
    List<ProofreadingView> listMyProofreadings(Authentication who, HttpRequest<?> request) {
        return service.of(Actor.of(who).no()).stream()
                .map(p -> view(p, request))
                .toList();
    }

    @Get("/erratum-reasons")
    @Operation(summary = "Lists the reasons that can be given with WRONG")
    List<ErratumReasonView> listErratumReasons(HttpRequest<?> request) {
        Language language = Language.of(request);
        return Arrays.stream(ErratumReason.values())
                .map(r -> new ErratumReasonView(r, r.text(language)))
                .toList();
    }

    @Get("/{no}")
    @Operation(summary = "Returns one information check with the facts to compare")
    ProofreadingView getMyProofreading(String no, Authentication who, HttpRequest<?> request) {
        return view(service.requireOwn(no, Actor.of(who).no()), request);
    }

    @Post("/{no}/answers")
    @NeedsIdempotencyKey
    @Operation(summary = "Answers whether picture and facts are correct; counts only once confirmed")
    @ApiResponse(responseCode = "201", description = "Recorded; ask for the confirmation", useReturnTypeSchema = true)
    HttpResponse<ProofreadingView> answerProofreading(
            String no, @Valid @Body ProofreadingAnswerBody body, Authentication who, HttpRequest<?> request) {
        return HttpResponse.created(view(service.answer(no, Actor.of(who).no(), body.answer()), request));
    }

    @Post("/{no}/confirmations")
    @NeedsIdempotencyKey
    @Operation(summary = "Confirms the answer, which then counts; WRONG opens an erratum")
    @ApiResponse(responseCode = "201", description = "Confirmed", useReturnTypeSchema = true)
    HttpResponse<ProofreadingView> confirmProofreading(
            String no, @Valid @Body ProofreadingConfirmationBody body, Authentication who, HttpRequest<?> request) {
        Proofreading after = service.confirm(no, Actor.of(who).no(), body.answer(), body.reason(), body.note());
        if (after.status().takesAnswers()) {
            throw new ProblemException(ProofreadingProblem.ANSWERS_DIFFER);
        }
        return HttpResponse.created(view(after, request));
    }

    @Post("/{no}/evidence")
    @NeedsIdempotencyKey
    @PictureBody
    @Operation(summary = "Adds a picture as evidence of what is wrong, before the confirmation; at most five")
    @ApiResponse(responseCode = "201", description = "Stored", useReturnTypeSchema = true)
    HttpResponse<EvidenceView> addEvidence(String no, HttpRequest<byte[]> picture, Authentication who) {
        byte[] bytes = picture.getBody().orElseGet(() -> new byte[0]);
        return HttpResponse.created(
                new EvidenceView(desk.add(no, Actor.of(who).no(), bytes).no()));
    }

    private ProofreadingView view(Proofreading p, HttpRequest<?> request) {
        Capture capture = captures.require(p.captureNo());
        return ProofreadingView.of(
                p,
                "/api/v1/student/captures/" + p.captureNo() + "/photos/" + p.photoNo() + "/picture",
                capture,
                album.facts(capture),
                null,
                service.evidenceOf(p.no()),
                Language.of(request));
    }
}
