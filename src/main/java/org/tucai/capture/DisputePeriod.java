package org.tucai.capture;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tucai.campaign.CampaignService;

/** Keeps a settled picture for the campaign's dispute period. */
@Singleton
class DisputePeriod implements RetentionHold {
    private final CampaignService campaigns;
    private final InstantSource clock;

    DisputePeriod(CampaignService campaigns, InstantSource clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Override
    public boolean holds(Capture capture, Instant settledAt) {
        int days = campaigns.require(capture.campaignNo()).disputeDays();
        return settledAt.plus(Duration.ofDays(days)).isAfter(clock.instant());
    }
}
