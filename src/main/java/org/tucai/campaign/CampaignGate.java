package org.tucai.campaign;

import jakarta.inject.Singleton;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;

/** The only place that stores campaigns, always with their history row and audit row. */
@Singleton
class CampaignGate {
    private static final String KIND = "campaign";

    private final CampaignRepository campaigns;
    private final StateHistory history;
    private final AuditTrail audit;

    CampaignGate(CampaignRepository campaigns, StateHistory history, AuditTrail audit) {
        this.campaigns = campaigns;
        this.history = history;
        this.audit = audit;
    }

    Campaign born(Campaign drafted, Actor by) {
        Campaign saved = campaigns.save(drafted);
        history.moved(KIND, saved.no(), null, saved.status(), "created", by);
        audit.record(by, "campaign-created", saved.no(), saved.schoolNo());
        return saved;
    }

    /** Stores changed terms; the status stays the same. */
    Campaign change(Campaign before, Campaign after, Actor by) {
        Campaign saved = campaigns.update(after);
        audit.record(by, "campaign-changed", saved.no(), ChangedTerms.between(before.terms(), saved.terms()));
        return saved;
    }

    Campaign move(Campaign before, Campaign after, String cause, Actor by) {
        Campaign saved = campaigns.update(after);
        history.moved(KIND, saved.no(), before.status(), saved.status(), cause, by);
        audit.record(by, "campaign-" + cause, saved.no(), "");
        return saved;
    }
}
