package org.tucai.review;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tucai.audit.AuditTrail;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.Photo;
import org.tucai.capture.RejectReason;
import org.tucai.capture.web.PictureAnswers;
import org.tucai.picture.PictureType;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemBody;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.problem.ProblemResponses;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.PlainText;
import org.tucai.platform.web.RequestId;

@Tag(name = "Reviews")
@Controller("/api/v1/review")
@Secured({Role.Names.REVIEWER, Role.Names.MANAGER})
class ReviewController {
    private final ReviewService reviews;
    private final ReviewDesk desk;
    private final ReviewQueue queue;
    private final ReviewPresenter presenter;
    private final CaptureAlbum album;
    private final PictureAnswers pictures;
    private final AuditTrail audit;

    ReviewController(
            ReviewService reviews,
            ReviewDesk desk,
            ReviewQueue queue,
            ReviewPresenter presenter,
            CaptureAlbum album,
            PictureAnswers pictures,
            AuditTrail audit) {
        this.reviews = reviews;
        this.desk = desk;
        this.queue = queue;
        this.presenter = presenter;
        this.album = album;
        this.pictures = pictures;
        this.audit = audit;
    }

    /** How many reviews to claim, from one campaign or from all. */
    @Serdeable
    record ClaimBody(
            @Min(1) @Max(ReviewService.MOST_CLAIMED) int count,

            @Nullable @Size(max = 24) @Pattern(regexp = "[!-~]*")
            String campaignNo) {}

    /**
     * A decision.
     *
     * @param reasons codes from the list of reject reasons; required with REJECT only
     * @param note with REJECT shown to the student beside the reasons
     */
    @Serdeable
    record DecisionBody(
            @NotNull Decision decision,
            @Nullable @Size(max = 10) List<String> reasons,

            @Nullable @Size(max = 200) @PlainText(lines = true)
            String note) {}

    /**
     * One decision of a bulk request.
     *
     * @param reasons codes from the list of reject reasons; required with REJECT only
     * @param note with REJECT shown to the student beside the reasons
     */
    @Serdeable
    record BulkDecisionBody(
            @NotNull @Pattern(regexp = "rev_[0-9A-Z]{20}") String no,
            @NotNull Decision decision,
            @Nullable @Size(max = 10) List<String> reasons,

            @Nullable @Size(max = 200) @PlainText(lines = true)
            String note) {}

    /** A bulk request of decisions, each taken or refused on its own. */
    @Serdeable
    record BulkDecisionsBody(@NotEmpty @Size(max = 50) List<@NotNull @Valid BulkDecisionBody> decisions) {}

    @Operation(summary = "Counts the queue by due day and campaign")
    @Get("/queue")
    ReviewViews.QueueView showQueue(Authentication who) {
        return queue.show(Actor.of(who));
    }

    @Operation(summary = "Lists the reasons for which a photo can be rejected")
    @Get("/reject-reasons")
    List<ReviewViews.RejectReasonView> listRejectReasons(HttpRequest<?> request) {
        Language language = Language.of(request);
        return Arrays.stream(RejectReason.values())
                .map(r -> ReviewViews.RejectReasonView.of(r, language))
                .toList();
    }

    @Operation(summary = "Claims the next photos for 15 minutes, earliest due first")
    @NeedsIdempotencyKey
    @Post("/claims")
    List<ReviewViews.ReviewView> claimReviews(@Valid @Body ClaimBody body, Authentication who) {
        return reviews.claim(body.count(), body.campaignNo(), Actor.of(who)).stream()
                .map(ReviewPresenter::view)
                .toList();
    }

    @Operation(summary = "Lists the caller's claimed reviews, including decisions that can still be undone")
    @Get("/reviews")
    List<ReviewViews.ReviewView> listMyReviews(Authentication who) {
        return reviews.heldBy(Actor.of(who)).stream().map(ReviewPresenter::view).toList();
    }

    @Operation(
            summary = "Returns everything needed for a decision: facts, report with regions, earlier photos",
            description =
                    "Managers may look at any review, reviewers at those they hold and those whose decision they can still"
                            + " undo.")
    @Get("/reviews/{no}")
    ReviewViews.ReviewDetailView getReview(String no, Authentication who, HttpRequest<?> request) {
        Review review = reviews.requireVisible(no, Actor.of(who));
        audit.look(Actor.of(who), "review-opened", no, review.captureNo());
        return presenter.detail(review, reviews.looks(review, Actor.of(who)), Language.of(request));
    }

    @Operation(
            summary = "Returns a standard picture of the review, of its own capture or a similar photo, or a thumbnail;"
                    + " every access is audited")
    @ApiResponse(responseCode = "200", description = "JPEG")
    @ApiResponse(responseCode = "304", description = "Not modified")
    @Get("/reviews/{no}/pictures/{photoNo}{?width}")
    @Produces(MediaType.IMAGE_JPEG)
    HttpResponse<byte[]> getReviewPicture(
            String no,
            String photoNo,
            @QueryValue @Nullable @Min(1) Integer width,
            @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            Authentication who) {
        Review review = reviews.requireVisible(no, Actor.of(who));
        Photo photo = presenter.photo(review, photoNo);
        audit.look(Actor.of(who), "picture-opened", no, photo.no());
        return pictures.answer(photo, width, ifNoneMatch);
    }

    @Operation(summary = "Returns the original upload that the photo was cut from")
    @Get("/reviews/{no}/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    HttpResponse<byte[]> getReviewOriginal(String no, Authentication who) {
        Review review = reviews.requireVisible(no, Actor.of(who));
        audit.look(Actor.of(who), "original-opened", no, review.captureNo());
        byte[] original = album.original(album.require(review.captureNo(), review.photoNo()));
        String name = review.photoNo() + "-upload" + PictureType.extension(original);
        return HttpResponse.ok(original)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Operation(summary = "Returns a claimed photo to the queue")
    @ApiResponse(responseCode = "204", description = "Back in the queue, or no longer the caller's anyway")
    @Post("/reviews/{no}/releases")
    @Status(HttpStatus.NO_CONTENT)
    void releaseReview(String no, Authentication who) {
        reviews.release(no, Actor.of(who));
    }

    @Operation(summary = "Accepts or rejects a claimed photo; for online captures this can be undone for ten seconds")
    @NeedsIdempotencyKey
    @Post("/reviews/{no}/decisions")
    ReviewViews.ReviewView decideReview(String no, @Valid @Body DecisionBody body, Authentication who) {
        Ruling ruling = new Ruling(body.decision(), reasons(body.reasons()), body.note());
        return ReviewPresenter.view(desk.decide(no, ruling, Actor.of(who)));
    }

    @Operation(summary = "Decides several claimed photos; each decision is taken or refused on its own")
    @NeedsIdempotencyKey
    @Post("/decisions")
    List<ReviewViews.BulkOutcomeView> decideReviews(
            @Valid @Body BulkDecisionsBody body, Authentication who, HttpRequest<?> request) {
        List<ReviewViews.BulkOutcomeView> outcomes = new ArrayList<>();
        for (BulkDecisionBody one : body.decisions()) {
            String place = "/decisions/" + outcomes.size();
            try {
                Ruling ruling = new Ruling(one.decision(), reasons(one.reasons()), one.note());
                desk.decide(one.no(), ruling, Actor.of(who));
                outcomes.add(ReviewViews.BulkOutcomeView.taken(one.no()));
            } catch (ProblemException e) {
                ProblemBody why = ProblemResponses.body(Language.of(request), RequestId.of(request), e.below(place));
                outcomes.add(ReviewViews.BulkOutcomeView.refused(one.no(), why));
            }
        }
        return outcomes;
    }

    @Operation(summary = "Undoes the caller's own decision within ten seconds")
    @NeedsIdempotencyKey
    @Post("/reviews/{no}/undos")
    ReviewViews.ReviewView undoReview(String no, Authentication who) {
        return ReviewPresenter.view(desk.undo(no, Actor.of(who)));
    }

    static Set<RejectReason> reasons(@Nullable List<String> codes) {
        return codes == null
                ? Set.of()
                : IntStream.range(0, codes.size())
                        .mapToObj(i -> reason(codes.get(i), "/reasons/" + i))
                        .collect(Collectors.toSet());
    }

    private static RejectReason reason(@Nullable String code, String pointer) {
        return Arrays.stream(RejectReason.values())
                .filter(r -> r.code().equals(code))
                .findFirst()
                .orElseThrow(() -> PlatformProblem.invalidFields(
                        List.of(new FieldError("没有这个原因", "there is no such reason", pointer))));
    }
}
