package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignFollower;
import org.tucai.platform.job.JobQueue;

/** A closed campaign ends the captures that have no accepted photo, by a job. */
@Singleton
class CampaignEnd implements CampaignFollower {
    private final JobQueue jobs;

    CampaignEnd(JobQueue jobs) {
        this.jobs = jobs;
    }

    @Override
    public void onClosed(Campaign campaign) {
        jobs.enqueue(ExpireCampaignJob.TYPE, campaign.no());
    }
}
