package org.tucai.payment;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of questions to the channels. A channel that does not answer one is not asked again in the round, so that a round waits for
 * its time-out only once.
 */
public final class ChannelRound {
    /**
     * How long to wait for a silent channel before going on without its answer. It repeats its callbacks for a day (DOMAIN §4); money
     * reported later goes back.
     */
    public static final Duration PATIENCE = Duration.ofDays(2);

    /** Longer than any outage; a channel that is no longer configured is silent for ever. */
    static final Duration LONGEST_SILENCE = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(ChannelRound.class);

    private final Set<String> silent = new HashSet<>();

    /** Whether the channel of that payment has not answered in this round. */
    boolean isSilent(Payment payment) {
        return silent.contains(payment.gateway());
    }

    /**
     * Asks the channel of a payment, unless it was silent before.
     *
     * @param about number of what is asked about, for the log
     * @return whether it answered
     */
    boolean ask(Payment payment, String about, Runnable question) {
        if (isSilent(payment)) {
            return false;
        }
        try {
            question.run();
            return true;
        } catch (GatewayException e) {
            LOG.warn("{} gave no answer about {}: {}", payment.gateway(), about, e.getMessage());
            silent.add(payment.gateway());
            return false;
        }
    }
}
