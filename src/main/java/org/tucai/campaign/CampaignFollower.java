package org.tucai.campaign;

import java.util.List;
import org.tucai.platform.problem.FieldError;

/** Told, in the same transaction, what happens to a campaign. */
public interface CampaignFollower {
    /** It is over: unaccepted photos and personal data have to go. Enqueue the work, do not do it here. */
    void onClosed(Campaign campaign);

    /** Its terms were changed. Enqueue the work, do not do it here. */
    default void onChanged(Campaign before, Campaign after) {}

    /** What is wrong with terms that this feature must carry out; asked before they are stored. */
    default List<FieldError> objections(CampaignTerms terms) {
        return List.of();
    }
}
