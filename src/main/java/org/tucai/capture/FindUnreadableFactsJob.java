package org.tucai.capture;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.job.RecurringJob;

/**
 * Opens once a day all facts that are kept: a damaged row is known while there is a backup to take it from, and not only once somebody wants
 * to read it.
 */
@Singleton
class FindUnreadableFactsJob implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(FindUnreadableFactsJob.class);
    private static final int SPAN = 1000;
    private static final int NAMED = 20;

    private final CaptureRepository captures;
    private final FactsVault vault;

    FindUnreadableFactsJob(CaptureRepository captures, FactsVault vault) {
        this.captures = captures;
        this.vault = vault;
    }

    @Override
    public String type() {
        return "find-unreadable-facts";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        int unreadable = 0;
        List<String> some = new ArrayList<>();
        long last = captures.lastId();
        for (long after = 0; after < last; after += SPAN) {
            for (CaptureRepository.KeptFacts kept : captures.keptFacts(after, after + SPAN)) {
                if (!vault.opens(kept.factsSealed())) {
                    unreadable++;
                    if (some.size() < NAMED) {
                        some.add(kept.no());
                    }
                }
            }
        }
        if (unreadable > 0) {
            LOG.error("The facts of {} captures cannot be read; restore them from your backup: {}", unreadable, some);
        }
    }
}
