package org.tucai.capture;

import jakarta.inject.Singleton;
import java.util.List;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignFollower;
import org.tucai.campaign.CampaignStatus;
import org.tucai.campaign.CampaignTerms;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.problem.FieldError;
import org.tucai.portrait.Profiles;

/** A campaign must be one that captures can follow; a closed one ends those that have no accepted photo, by a job. */
@Singleton
class CampaignEnd implements CampaignFollower {
    private final JobQueue jobs;

    CampaignEnd(JobQueue jobs) {
        this.jobs = jobs;
    }

    /** Photos are judged by one of the standards that come with the program. */
    @Override
    public List<FieldError> objections(CampaignTerms terms) {
        return Profiles.ids().contains(terms.photoProfile())
                ? List.of()
                : List.of(new FieldError(
                        "只能是 " + String.join("、", Profiles.ids()) + " 之一",
                        "must be one of " + String.join(", ", Profiles.ids()),
                        "/photoProfile"));
    }

    /** Another end, another time to pay, no fee any more: captures may need an order that they have not, or have one that they need not. */
    @Override
    public void onChanged(Campaign before, Campaign after) {
        if (after.status() == CampaignStatus.OPEN && (before.paysFirst() || after.paysFirst())) {
            jobs.enqueue(PlaceOrdersJob.TYPE, after.no());
        }
    }

    @Override
    public void onClosed(Campaign campaign) {
        jobs.enqueue(ExpireCampaignJob.TYPE, campaign.no());
    }
}
