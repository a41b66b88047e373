package org.tucai.capturecode;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
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

    synchronized List<CodeKey> fetch() {
        Instant now = clock.instant();
        if (Duration.between(askedAt, now).abs().compareTo(PAUSE) < 0) {
            return List.of();
        }
        askedAt = now;
        return sources.stream().flatMap(s -> keys(s).stream()).toList();
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
