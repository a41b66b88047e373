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

/** Asks the sources for keys, though not for every made-up code: once in a while at most. */
@Singleton
class NewCodeKeys {
    private static final Logger LOG = LoggerFactory.getLogger(NewCodeKeys.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Collection<CodeKeySource> sources;
    private final InstantSource clock;
    private Instant askedAt = Instant.EPOCH;

    NewCodeKeys(Collection<CodeKeySource> sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** Hands over the keys there are; whoever asks meanwhile waits until they are held. */
    synchronized void fetch(Consumer<CodeKey> holder) {
        Instant now = clock.instant();
        if (Duration.between(askedAt, now).abs().compareTo(PAUSE) < 0) {
            return;
        }
        askedAt = now;
        sources.stream().flatMap(s -> keys(s).stream()).forEach(holder);
    }

    private static List<CodeKey> keys(CodeKeySource source) {
        try {
            return source.fetch();
        } catch (RuntimeException e) {
            LOG.warn("No code keys from the authority: {}", e.toString());
            return List.of();
        }
    }
}
