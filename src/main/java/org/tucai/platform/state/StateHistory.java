package org.tucai.platform.state;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.security.Actor;

/** Writes and reads the history of statuses. */
@Singleton
public class StateHistory {
    private final StateTransitionRepository transitions;
    private final InstantSource clock;

    StateHistory(StateTransitionRepository transitions, InstantSource clock) {
        this.transitions = transitions;
        this.clock = clock;
    }

    /**
     * Notes one step; call in the transaction that changes the status.
     *
     * @param kind of the subject: {@code capture}, {@code refund} …
     * @param no the subject's public number
     * @param from null at birth
     * @param cause why, in kebab case: {@code paid}, {@code decided} …
     */
    public void moved(String kind, String no, @Nullable Enum<?> from, Enum<?> to, String cause, Actor actor) {
        transitions.save(new StateTransition(
                null,
                kind,
                no,
                from == null ? null : from.name(),
                to.name(),
                cause,
                actor.toString(),
                clock.instant()));
    }

    /** The steps of one subject, oldest first. */
    public List<StateTransition> of(String no) {
        return transitions.findBySubjectOrderById(no);
    }

    /** The same for whoever the subject belongs to. */
    public List<Step> steps(String no) {
        return of(no).stream().map(Step::of).toList();
    }
}
