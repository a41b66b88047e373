package org.tucai.review;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.School;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

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

    /** As that reviewer sees it. */
    ReviewViews.QueueView show(Actor reviewer) {
        boolean manager = reviewer.role() == Role.MANAGER;
        List<ReviewRepository.QueueCount> counts = reviews.queue(reviewer.no(), manager, clock.instant());
        Map<String, Campaign> of = campaigns.all(
                counts.stream().map(ReviewRepository.QueueCount::campaignNo).collect(Collectors.toSet()));
        Map<String, School> schools = campaigns.schoolsOf(List.copyOf(of.values()));
        return ReviewViews.QueueView.of(counts.stream()
                .map(q -> line(q, Objects.requireNonNull(of.get(q.campaignNo())), schools))
                .toList());
    }

    private static ReviewViews.QueueLineView line(
            ReviewRepository.QueueCount q, Campaign campaign, Map<String, School> schools) {
        return new ReviewViews.QueueLineView(
                q.dueDay(),
                q.provisional(),
                q.campaignNo(),
                campaign.name(),
                Objects.requireNonNull(schools.get(campaign.schoolNo())).name(),
                q.waiting(),
                q.waitingForSecond() + q.waitingForManager(),
                q.waitingForSecond(),
                q.waitingForManager(),
                q.claimed(),
                q.overdue());
    }
}
