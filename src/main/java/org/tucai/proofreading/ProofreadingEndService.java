package org.tucai.proofreading;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.tucai.campaign.CampaignService;
import org.tucai.notification.MessageTemplate;
import org.tucai.platform.security.Actor;
import org.tucai.workday.DueDate;

/** Reminds students, and at the end of the time does what silence means in the campaign. */
@Singleton
public class ProofreadingEndService {
    /** A student who did not answer is asked once more, not for ever. */
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
                .filter(p -> isNearlyDue(p, clock.instant()))
                .filter(p -> !time.isReminded(p))
                .ifPresent(p -> time.tell(p, MessageTemplate.PROOFREADING_DUE));
    }

    /** False also for a reminder left before the due date moved: there is another for the new one. */
    private static boolean isNearlyDue(Proofreading p, Instant now) {
        return p.dueAt().isAfter(now) && !now.isBefore(CheckingTime.remindAt(p));
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
        if (open.provisional() && isExtended(open, now)) {
            return;
        }
        switch (campaigns.require(open.campaignNo()).proofreadingSilence()) {
            case COUNTS_AS_CORRECT -> gate.move(open, assumed(open, now), "silence", Actor.SYSTEM);
            case STAYS_OPEN -> gate.move(open, open.overdue(), "silence", Actor.SYSTEM);
            case ASK_AGAIN -> askAgain(open, now);
        }
    }

    /** A student who answered 有误 once was not silent: the check stays open for the second answer, and the school follows up. */
    private static Proofreading assumed(Proofreading open, Instant now) {
        return open.firstAnswer() == Answer.WRONG ? open.overdue() : open.assumed(now);
    }

    /**
     * Counts a check's due date anew when holidays have become known or were changed. It only moves later, and then the student is
     * told; a day once promised to a student is never taken back.
     */
    @Transactional
    public void recount(String no) {
        Proofreading open = proofreadings.lock(no).orElse(null);
        if (open == null || open.status() != ProofreadingStatus.OPEN) {
            return;
        }
        DueDate due = time.dueFrom(open.askedAt());
        if (due.at().isAfter(open.dueAt())) {
            extend(open, due);
        } else if (open.provisional() && !due.provisional()) {
            gate.move(open, open.due(open.dueAt(), false), "due-date-certain", Actor.SYSTEM);
        }
    }

    /** Holidays that became known meanwhile give the student more time. */
    private boolean isExtended(Proofreading open, Instant now) {
        DueDate due = time.dueFrom(open.askedAt());
        if (!due.at().isAfter(now)) {
            return false;
        }
        extend(open, due);
        return true;
    }

    private void extend(Proofreading open, DueDate due) {
        Proofreading later = gate.move(open, open.due(due.at(), due.provisional()), "due-date-moved", Actor.SYSTEM);
        time.start(later);
        time.tell(later, MessageTemplate.PROOFREADING_OPEN);
    }

    private void askAgain(Proofreading open, Instant now) {
        if (open.rounds() >= MOST_ROUNDS) {
            gate.move(open, open.overdue(), "silence", Actor.SYSTEM);
            return;
        }
        DueDate due = time.dueFrom(now);
        Proofreading again = gate.move(open, open.askedAgain(now, due), "asked-again", Actor.SYSTEM);
        time.start(again);
        time.tell(again, MessageTemplate.PROOFREADING_OPEN);
    }
}
