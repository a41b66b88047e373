package org.tucai.review;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.ActorNames;
import org.tucai.capture.AlikePhoto;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureFacts;
import org.tucai.capture.CaptureService;
import org.tucai.capture.Photo;
import org.tucai.capture.PhotoStatus;
import org.tucai.capture.web.CaptureView;
import org.tucai.capture.web.PhotoView;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/** Assembles what reviewers see of a review. */
@Singleton
class ReviewPresenter {
    private final CaptureService captures;
    private final CaptureAlbum album;
    private final ActorNames names;

    ReviewPresenter(CaptureService captures, CaptureAlbum album, ActorNames names) {
        this.captures = captures;
        this.album = album;
        this.names = names;
    }

    static ReviewViews.ReviewView view(Review r) {
        return new ReviewViews.ReviewView(
                r.no(),
                r.status(),
                r.stage(),
                r.captureNo(),
                r.photoNo(),
                r.campaignNo(),
                r.onSite(),
                ChinaTime.offset(r.submittedAt()),
                ChinaTime.offset(r.dueAt()),
                r.dueDay(),
                r.provisional(),
                r.overdue(),
                ChinaTime.offsetOrNull(r.leaseUntil()),
                r.decision(),
                ChinaTime.offsetOrNull(r.effectiveAt()),
                pictureUrl(r, r.photoNo()));
    }

    private static String pictureUrl(Review r, String photoNo) {
        return "/api/v1/review/reviews/" + r.no() + "/pictures/" + photoNo;
    }

    /** @param looks what the two reviewers who disagreed said, if the reader may see it */
    ReviewViews.ReviewDetailView detail(Review r, List<ReviewLook> looks, Language language) {
        Capture capture = captures.require(r.captureNo());
        CaptureFacts facts = album.facts(capture);
        Photo current = album.require(r.captureNo(), r.photoNo());
        Map<String, String> named =
                names.of(looks.stream().map(ReviewLook::reviewerNo).toList());
        return new ReviewViews.ReviewDetailView(
                view(r),
                CaptureView.FactsView.of(facts),
                facts == null && capture.keepsFacts(),
                photo(r, current, language),
                current.originalKey() == null ? null : "/api/v1/review/reviews/" + r.no() + "/original",
                album.photos(r.captureNo()).reversed().stream()
                        .filter(p -> !p.no().equals(r.photoNo()))
                        .map(p -> photo(r, p, language))
                        .toList(),
                captures.rejections(r.captureNo()).stream()
                        .map(x -> CaptureView.RejectionView.of(x, language))
                        .filter(Objects::nonNull)
                        .toList(),
                looks.stream()
                        .map(look -> look(look, named.get(look.reviewerNo()), language))
                        .toList(),
                album.alike(capture, current).stream().map(a -> alike(r, a)).toList());
    }

    private static ReviewViews.LookView look(ReviewLook look, @Nullable String reviewerName, Language language) {
        return new ReviewViews.LookView(
                look.reviewerNo(),
                reviewerName,
                look.decision(),
                look.ruling().reasons().stream()
                        .sorted()
                        .map(r -> ReviewViews.RejectReasonView.of(r, language))
                        .toList(),
                look.note(),
                ChinaTime.offset(look.lookedAt()));
    }

    private static ReviewViews.AlikeView alike(Review r, AlikePhoto a) {
        return new ReviewViews.AlikeView(
                a.photoNo(),
                a.captureNo(),
                a.status(),
                a.sameFile(),
                a.sameAccount(),
                a.status() == PhotoStatus.DELETED || a.status() == PhotoStatus.UNUSABLE
                        ? null
                        : pictureUrl(r, a.photoNo()));
    }

    /** A photo the review shows: of its capture, or one that looks the same; 404 for any other. */
    Photo photo(Review r, String photoNo) {
        Photo photo = album.requireAny(photoNo);
        if (photo.captureNo().equals(r.captureNo())) {
            return photo;
        }
        Photo current = album.require(r.captureNo(), r.photoNo());
        return album.alike(captures.require(r.captureNo()), current).stream()
                .filter(a -> a.photoNo().equals(photoNo))
                .findFirst()
                .map(a -> photo)
                .orElseThrow(PlatformProblem::notFound);
    }

    private PhotoView photo(Review r, Photo photo, Language language) {
        return PhotoView.of(photo, album.report(photo), pictureUrl(r, photo.no()), language);
    }
}
