package org.tucai.review;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tucai.capture.CaptureAlbum;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/**
 * Takes decisions, and takes them back. An accepted picture goes to the authority and to the school, so its file is read first, outside the
 * deciding transaction: if a missing picture were accepted, its package would wait for ever.
 */
@Singleton
class ReviewDesk {
    private final DecisionService decisions;
    private final OnSiteDecisionService onSite;
    private final ReviewRepository rows;
    private final CaptureAlbum album;

    ReviewDesk(DecisionService decisions, OnSiteDecisionService onSite, ReviewRepository rows, CaptureAlbum album) {
        this.decisions = decisions;
        this.onSite = onSite;
        this.rows = rows;
        this.album = album;
    }

    /**
     * {@link DecisionService#decide}.
     *
     * @throws ProblemException also {@link ReviewProblem#PICTURE_MISSING}, {@link ReviewProblem#CAPTURED_ELSEWHERE}
     */
    Review decide(String no, Ruling ruling, Actor reviewer) {
        requirePicture(rows.findByNo(no).orElse(null), ruling);
        return requireReviewed(decisions.decide(no, ruling, reviewer));
    }

    /**
     * {@link OnSiteDecisionService#decide}.
     *
     * @throws ProblemException also {@link ReviewProblem#PICTURE_MISSING}, {@link ReviewProblem#CAPTURED_ELSEWHERE}
     */
    Review decideOnSite(String captureNo, Ruling ruling, Actor operator) {
        requirePicture(rows.findByLiveCapture(captureNo).orElse(null), ruling);
        return requireReviewed(onSite.decide(captureNo, ruling, operator));
    }

    /** {@link DecisionService#undo}. */
    Review undo(String no, Actor reviewer) {
        return decisions.undo(no, reviewer);
    }

    /**
     * On-site decisions are carried out at once, so the operator must learn that the capture was ended instead; that is committed by now.
     */
    private static Review requireReviewed(Review decided) {
        if (decided.status() == ReviewStatus.WITHDRAWN) {
            throw new ProblemException(ReviewProblem.CAPTURED_ELSEWHERE);
        }
        return decided;
    }

    /** Reviews that are not open are refused by the service. */
    private void requirePicture(@Nullable Review review, Ruling ruling) {
        if (ruling.decision() == Decision.ACCEPT
                && review != null
                && review.liveCapture() != null
                && !album.isThere(album.require(review.captureNo(), review.photoNo()))) {
            throw new ProblemException(ReviewProblem.PICTURE_MISSING);
        }
    }
}
