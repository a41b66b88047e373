package org.tucai.proofreading;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.tucai.campaign.CampaignService;
import org.tucai.notification.MessageTemplate;
import org.tucai.platform.security.Actor;
import org.tucai.workday.DueDate;

/** Reminds, and does at the end of the time what the campaign says silence means. */
@Singleton
public class ProofreadingEndService {
    /** A student who is asked again is asked once more, not for ever. */
    private static final int MOST_ROUNDS = 2;

    private final ProofreadingRepository proofreadings;
    private final ProofreadingGate gate;
    private final CheckingTime time;
    private final CampaignService campaigns;
    private final InstantSource clock;

    ProofreadingEndService(
            ProofreadingRepository proofreadings,
            ProofreadingGate gate,
            CheckingTime time,
            CampaignService campaigns,
            InstantSource clock) {
        this.proofreadings = proofreadings;
        this.gate = gate;
        this.time = time;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** Reminds a student who has not answered, once in each round. */
    @Transactional
    public void remind(String no) {
        proofreadings
                .lock(no)
                .filter(p -> p.status() == ProofreadingStatus.OPEN)
                .filter(p -> p.dueAt().isAfter(clock.instant()))
                .filter(p -> !time.isReminded(p))
                .ifPresent(p -> time.tell(p, MessageTemplate.PROOFREADING_DUE));
    }

    /** Ends the time of a check that is due; one whose due date has moved since is left for its new end. */
    @Transactional
    public void end(String no) {
        Proofreading open = proofreadings.lock(no).orElse(null);
        Instant now = clock.instant();
        if (open == null
                || open.status() != ProofreadingStatus.OPEN
                || open.dueAt().isAfter(now)) {
            return;
        }
        if (open.provisional() && moved(open, now)) {
            return;
        }
        switch (campaigns.require(open.campaignNo()).proofreadingSilence()) {
            case COUNTS_AS_CORRECT -> gate.move(open, open.assumed(now), "silence", Actor.SYSTEM);
            case STAYS_OPEN -> gate.move(open, open.overdue(), "silence", Actor.SYSTEM);
            case ASK_AGAIN -> askAgain(open, now);
        }
    }

    /** The holidays have become known meanwhile and give the student more time. */
    private boolean moved(Proofreading open, Instant now) {
        DueDate due = time.dueFrom(open.openedAt());
        if (!due.at().isAfter(now)) {
            return false;
        }
        time.start(gate.move(open, open.due(due.at(), due.provisional(), false), "due-date-moved", Actor.SYSTEM));
        return true;
    }

    private void askAgain(Proofreading open, Instant now) {
        if (open.rounds() >= MOST_ROUNDS) {
            gate.move(open, open.overdue(), "silence", Actor.SYSTEM);
            return;
        }
        DueDate due = time.dueFrom(now);
        Proofreading again = gate.move(open, open.due(due.at(), due.provisional(), true), "asked-again", Actor.SYSTEM);
        time.start(again);
        time.tell(again, MessageTemplate.PROOFREADING_OPEN);
    }
}
