package org.tucai.review;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.CaptureMode;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureFollower;
import org.tucai.capture.ReviewTime;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.security.Actor;
import org.tucai.workday.DueDate;
import org.tucai.workday.WorkdayCalendar;

/** Puts submitted photos into the queue, and takes withdrawn ones out. */
@Singleton
class ReviewIntake implements CaptureFollower {
    private final ReviewRepository reviews;
    private final ReviewLookRepository looks;
    private final ReviewGate gate;
    private final CampaignService campaigns;
    private final WorkdayCalendar calendar;
    private final ReviewTime time;
    private final PublicNumbers numbers;

    ReviewIntake(
            ReviewRepository reviews,
            ReviewLookRepository looks,
            ReviewGate gate,
            CampaignService campaigns,
            WorkdayCalendar calendar,
            ReviewTime time,
            PublicNumbers numbers) {
        this.reviews = reviews;
        this.looks = looks;
        this.gate = gate;
        this.campaigns = campaigns;
        this.calendar = calendar;
        this.time = time;
        this.numbers = numbers;
    }

    @Override
    public void onSubmitted(Capture capture) {
        Instant at = capture.submittedAt();
        String photoNo = capture.photoNo();
        if (at == null || photoNo == null) {
            throw new IllegalStateException(capture.no() + " was submitted without photo or time");
        }
        DueDate due = calendar.due(at, time.days());
        boolean onSite = campaigns.require(capture.campaignNo()).mode() == CaptureMode.ON_SITE;
        gate.born(new Review(
                null,
                numbers.next("rev"),
                capture.no(),
                capture.no(),
                photoNo,
                capture.campaignNo(),
                onSite,
                ReviewStatus.WAITING,
                1,
                at,
                due.at(),
                due.day(),
                due.provisional(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                0));
    }

    /** Deletes what may identify the person: a note may contain the name, and a reason describes somebody. */
    @Override
    public void onForgotten(Capture capture) {
        reviews.forgetReasons(capture.no());
        looks.forget(capture.no());
    }

    /** The capture is already locked, so no decision is carried out concurrently. */
    @Override
    public void onWithdrawn(Capture capture, Actor by) {
        reviews.findByLiveCapture(capture.no()).ifPresent(seen -> {
            Review review = gate.lock(seen.no());
            gate.move(review, review.withdrawn(), "withdrawn", by);
        });
    }
}
