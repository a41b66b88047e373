package org.tucai.campaign;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tucai.platform.job.EachOne;
import org.tucai.platform.job.RecurringJob;

/** Closes campaigns some time after their last window, so that deleting personal data does not depend on a person's memory. */
@Singleton
class CloseEndedCampaigns implements RecurringJob {
    private final CampaignRepository campaigns;
    private final AdminCampaignService service;
    private final InstantSource clock;
    private final Duration closeAfter;

    CloseEndedCampaigns(
            CampaignRepository campaigns,
            AdminCampaignService service,
            InstantSource clock,
            @Value("${tucai.campaign.close-after}") Duration closeAfter) {
        this.campaigns = campaigns;
        this.service = service;
        this.clock = clock;
        this.closeAfter = closeAfter;
    }

    @Override
    public String type() {
        return "close-ended-campaigns";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        Instant before = clock.instant().minus(closeAfter);
        EachOne.of(type(), campaigns.openButOverBefore(before), no -> no, no -> service.closeEnded(no, before));
    }
}
