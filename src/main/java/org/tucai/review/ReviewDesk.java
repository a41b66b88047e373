package org.tucai.review;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tucai.capture.CaptureAlbum;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/**
 * Takes decisions. An accepted picture goes to the authority and to the school, so it must be there: its file is read here, outside
 * the transaction that decides. One that is missing would be accepted, and its package wait for ever.
 */
@Singleton
class ReviewDesk {
    private final ReviewService reviews;
    private final ReviewRepository rows;
    private final CaptureAlbum album;

    ReviewDesk(ReviewService reviews, ReviewRepository rows, CaptureAlbum album) {
        this.reviews = reviews;
        this.rows = rows;
        this.album = album;
    }

    /**
     * {@link ReviewService#decide}.
     *
     * @throws ProblemException {@link ReviewProblem#PICTURE_MISSING}, {@link ReviewProblem#CAPTURED_ELSEWHERE} too
     */
    Review decide(String no, Ruling ruling, Actor reviewer) {
        requirePicture(rows.findByNo(no).orElse(null), ruling);
        return requireReviewed(reviews.decide(no, ruling, reviewer));
    }

    /**
     * {@link ReviewService#decideOnSite}.
     *
     * @throws ProblemException {@link ReviewProblem#PICTURE_MISSING}, {@link ReviewProblem#CAPTURED_ELSEWHERE} too
     */
    Review decideOnSite(String captureNo, Ruling ruling, Actor operator) {
        requirePicture(rows.findByLiveCapture(captureNo).orElse(null), ruling);
        return requireReviewed(reviews.decideOnSite(captureNo, ruling, operator));
    }

    /** What is decided on site is carried out at once, and the student told so at the desk; that nothing was accepted stands by then. */
    private static Review requireReviewed(Review decided) {
        if (decided.status() == ReviewStatus.WITHDRAWN) {
            throw new ProblemException(ReviewProblem.CAPTURED_ELSEWHERE);
        }
        return decided;
    }

    /** Of a review that is not open the refusal is the service's. */
    private void requirePicture(@Nullable Review review, Ruling ruling) {
        if (ruling.decision() == Decision.ACCEPT
                && review != null
                && review.liveCapture() != null
                && !album.isThere(album.require(review.captureNo(), review.photoNo()))) {
            throw new ProblemException(ReviewProblem.PICTURE_MISSING);
        }
    }
}
