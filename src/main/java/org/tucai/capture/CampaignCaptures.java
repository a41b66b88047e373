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

/** What a campaign means for its captures: checks its terms, and enqueues the jobs that follow a change of its terms or its closing. */
@Singleton
class CampaignCaptures implements CampaignFollower {
    private final JobQueue jobs;

    CampaignCaptures(JobQueue jobs) {
        this.jobs = jobs;
    }

    /** Photos can be judged only by one of the standards that come with the program. */
    @Override
    public List<FieldError> objections(CampaignTerms terms) {
        return Profiles.ids().contains(terms.photoProfile())
                ? List.of()
                : List.of(new FieldError(
                        "只能是 " + String.join("、", Profiles.ids()) + " 之一",
                        "must be one of " + String.join(", ", Profiles.ids()),
                        "/photoProfile"));
    }

    /**
     * After a change of end, fee or time to pay, captures may lack an order they need, or have one that they no longer need or that costs
     * too much.
     */
    @Override
    public void onChanged(Campaign before, Campaign after) {
        boolean concernsOrders = before.paysFirst() || after.paysFirst() || isBetter(before, after);
        if (after.status() == CampaignStatus.OPEN && concernsOrders) {
            jobs.enqueue(PlaceOrdersJob.TYPE, after.no());
        }
    }

    private static boolean isBetter(Campaign before, Campaign after) {
        boolean prints = after.printsOffered()
                && (!before.printsOffered() || after.printPriceMinor() < before.printPriceMinor());
        return prints || after.feeMinor() < before.feeMinor();
    }

    @Override
    public void onClosed(Campaign campaign) {
        jobs.enqueue(ExpireCampaignJob.TYPE, campaign.no());
    }
}
