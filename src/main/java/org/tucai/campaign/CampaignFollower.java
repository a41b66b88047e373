package org.tucai.campaign;

import java.util.List;
import org.tucai.platform.problem.FieldError;

/** Port: is notified, in the same transaction, of what happens to a campaign. */
public interface CampaignFollower {
    /** The campaign was closed: unaccepted photos and personal data have to be deleted. Enqueue the work; do not do it here. */
    void onClosed(Campaign campaign);

    /** The terms were changed. Enqueue the work; do not do it here. */
    default void onChanged(Campaign before, Campaign after) {}

    /** Errors in the terms that concern this feature; called before the terms are stored. */
    default List<FieldError> objections(CampaignTerms terms) {
        return List.of();
    }
}
