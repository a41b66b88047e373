package org.tucai.platform.security;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions that were ended while one of their access tokens may still be alive. Kept in memory, because every request
 * asks; told at once by this server, and read from the database every two seconds for what other servers ended.
 */
@Singleton
class EndedSessions {
    private static final Logger LOG = LoggerFactory.getLogger(EndedSessions.class);
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final LoginSessionRepository sessions;
    private final InstantSource clock;
    private final Duration remembered;
    private final Map<String, Instant> ended = new ConcurrentHashMap<>();

    EndedSessions(LoginSessionRepository sessions, InstantSource clock, SecuritySettings settings) {
        this.sessions = sessions;
        this.clock = clock;
        this.remembered = settings.getAccessToken().plus(MARGIN);
        reload();
    }

    boolean contains(String sessionNo) {
        return ended.containsKey(sessionNo);
    }

    void add(List<String> sessionNos) {
        Instant now = clock.instant();
        sessionNos.forEach(no -> ended.put(no, now));
    }

    @Scheduled(fixedDelay = "2s", initialDelay = "2s")
    void refresh() {
        try {
            reload();
        } catch (RuntimeException e) {
            // the database is away: what is known stays known
            LOG.debug("Ended sessions not read", e);
        }
    }

    private void reload() {
        Instant now = clock.instant();
        add(sessions.endedSince(now.minus(remembered)));
        ended.values().removeIf(at -> at.isBefore(now.minus(remembered)));
    }
}
