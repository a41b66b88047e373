package org.tucai.review;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/** End of an on-site capture (现场采集): the operator who took the photo decides at once, outside the queue. */
@Tag(name = "On site")
@Controller("/api/v1/review/on-site-captures/{captureNo}/decisions")
@Secured({Role.Names.REVIEWER, Role.Names.MANAGER})
class OnSiteDecisionController {
    private final ReviewDesk desk;

    OnSiteDecisionController(ReviewDesk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Accepts or rejects a submitted on-site photo at once",
            description = "Where the campaign applies the four-eyes rule, this is the first of the two decisions.")
    @ApiResponse(
            responseCode = "200",
            description = "Carried out, or passed on to the second reviewer",
            useReturnTypeSchema = true)
    @NeedsIdempotencyKey
    @Post
    ReviewViews.ReviewView decideOnSite(
            String captureNo, @Valid @Body ReviewController.DecisionBody body, Authentication who) {
        Ruling ruling = new Ruling(body.decision(), ReviewController.reasons(body.reasons()), body.note());
        return ReviewPresenter.view(desk.decideOnSite(captureNo, ruling, Actor.of(who)));
    }
}
