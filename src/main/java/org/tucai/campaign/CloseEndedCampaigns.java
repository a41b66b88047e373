package org.tucai.campaign;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.job.RecurringJob;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/** Closes campaigns some time after their last window, so that deleting personal data waits for nobody's memory. */
@Singleton
class CloseEndedCampaigns implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(CloseEndedCampaigns.class);

    private final CampaignRepository campaigns;
    private final CampaignService service;
    private final InstantSource clock;
    private final Duration closeAfter;

    CloseEndedCampaigns(
            CampaignRepository campaigns,
            CampaignService service,
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
        for (String no : campaigns.openButOverBefore(clock.instant().minus(closeAfter))) {
            try {
                service.close(no, Actor.SYSTEM);
            } catch (ProblemException e) {
                LOG.info("Campaign {} was closed by someone else meanwhile", no);
            }
        }
    }
}
