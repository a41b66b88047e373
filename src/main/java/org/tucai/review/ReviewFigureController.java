package org.tucai.review;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tucai.audit.ActorNames;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.DaySpan;

@Tag(name = "Figures")
@Controller("/api/v1/admin/review-figures")
@Secured(Role.Names.MANAGER)
class ReviewFigureController {
    private final ReviewRepository reviews;
    private final ActorNames names;

    ReviewFigureController(ReviewRepository reviews, ActorNames names) {
        this.reviews = reviews;
        this.names = names;
    }

    @Operation(
            summary = "Counts decisions by reviewer in a period (China time, both ends included, at most 366 days)",
            description =
                    "Each photo is accepted or rejected once, by the person whose decision stood: under the four-eyes"
                            + " rule the second reviewer, in a dispute the manager who settled it. The decisions of the"
                            + " others count as `passedOn`.")
    @Get("{?from,to}")
    List<ReviewViews.ReviewerFigureView> reviewFigures(@QueryValue LocalDate from, @QueryValue LocalDate to) {
        DaySpan span = DaySpan.asked(from, to);
        List<ReviewRepository.ReviewerCount> counts = reviews.decidedBetween(span.start(), span.end());
        Map<String, String> named = names.of(
                counts.stream().map(ReviewRepository.ReviewerCount::reviewerNo).toList());
        return counts.stream()
                .map(c -> new ReviewViews.ReviewerFigureView(
                        c.reviewerNo(), named.get(c.reviewerNo()), c.accepted(), c.rejected(), c.late(), c.passedOn()))
                .toList();
    }
}
