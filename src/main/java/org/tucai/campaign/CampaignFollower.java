package org.tucai.campaign;

/** Told, in the same transaction, what happens to a campaign. */
public interface CampaignFollower {
    /** It is over: unaccepted photos and personal data have to go. Enqueue the work, do not do it here. */
    void onClosed(Campaign campaign);
}
