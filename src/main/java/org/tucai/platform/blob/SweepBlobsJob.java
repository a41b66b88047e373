package org.tucai.platform.blob;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.job.RecurringJob;

/**
 * Removes blobs that no row names: a server that died between storing a picture and writing its row leaves one. Only those
 * older than a day are looked at, since the rows of younger ones may still be on their way.
 */
@Singleton
class SweepBlobsJob implements RecurringJob {
    static final Duration SAFE_AGE = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(SweepBlobsJob.class);

    private final FileBlobStore store;
    private final Collection<BlobReferences> references;
    private final InstantSource clock;

    SweepBlobsJob(FileBlobStore store, Collection<BlobReferences> references, InstantSource clock) {
        this.store = store;
        this.references = List.copyOf(references);
        this.clock = clock;
    }

    @Override
    public String type() {
        return "sweep-blobs";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        if (references.isEmpty()) {
            return; // with nobody to ask, every blob would look unused
        }
        Instant before = clock.instant().minus(SAFE_AGE);
        int[] swept = {0};
        try {
            store.older(before, keys -> swept[0] += sweep(keys));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (swept[0] > 0) {
            LOG.info("Removed {} blobs that no row names", swept[0]);
        }
    }

    private int sweep(List<String> keys) {
        Set<String> orphans = new HashSet<>(keys);
        references.forEach(r -> orphans.removeAll(r.named(keys)));
        orphans.forEach(store::delete);
        return orphans.size();
    }
}
