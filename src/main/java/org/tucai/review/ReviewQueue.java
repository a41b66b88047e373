package org.tucai.review;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tucai.campaign.CampaignService;

/** The queue in numbers. */
@Singleton
class ReviewQueue {
    private final ReviewRepository reviews;
    private final CampaignService campaigns;
    private final InstantSource clock;

    ReviewQueue(ReviewRepository reviews, CampaignService campaigns, InstantSource clock) {
        this.reviews = reviews;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    ReviewViews.QueueView show() {
        List<ReviewViews.QueueLineView> lines = reviews.queue(clock.instant()).stream()
                .map(q -> new ReviewViews.QueueLineView(
                        q.dueDay(),
                        q.provisional(),
                        q.campaignNo(),
                        campaigns.require(q.campaignNo()).name(),
                        q.waiting(),
                        q.claimed(),
                        q.overdue()))
                .toList();
        return new ReviewViews.QueueView(
                lines,
                lines.stream().mapToLong(ReviewViews.QueueLineView::waiting).sum(),
                lines.stream().mapToLong(ReviewViews.QueueLineView::claimed).sum(),
                lines.stream().mapToLong(ReviewViews.QueueLineView::overdue).sum());
    }
}
