package org.tucai.capturecode;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the sources for new keys, but at most every few seconds, whatever made-up codes arrive. */
@Singleton
class NewCodeKeys {
    private static final Logger LOG = LoggerFactory.getLogger(NewCodeKeys.class);

    /** The least time between two requests. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final Collection<CodeKeySource> sources;
    private final InstantSource clock;
    private Instant askedAt = Instant.EPOCH;
    private boolean complete = true;

    NewCodeKeys(Collection<CodeKeySource> sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * Hands over the keys there are; whoever asks meanwhile waits until they are held.
     *
     * @return false when somebody could not be asked, so that a key may be there and not be held
     */
    synchronized boolean fetch(Consumer<CodeKey> holder) {
        if (Duration.between(askedAt, clock.instant()).abs().compareTo(PAUSE) >= 0) {
            complete = true;
            sources.stream().flatMap(s -> keys(s).stream()).forEach(holder);
            askedAt = clock.instant(); // after the answer: callers that waited for a silent authority do not wait a
            // second time
        }
        return complete;
    }

    private List<CodeKey> keys(CodeKeySource source) {
        try {
            return source.fetch();
        } catch (RuntimeException e) {
            LOG.warn("No code keys from the authority: {}", e.toString());
            complete = false;
            return List.of();
        }
    }
}
