package org.tucai.platform.blob;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.job.RecurringJob;

/**
 * Looks once a day for every picture that a row names: a lost file is known while there is a backup to take it from, and not only once
 * somebody wants to see it.
 */
@Singleton
class FindMissingPicturesJob implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(FindMissingPicturesJob.class);
    private static final int AT_ONCE = 500;
    private static final int NAMED = 20;

    private final FileBlobStore store;
    private final Collection<BlobReferences> references;

    FindMissingPicturesJob(FileBlobStore store, Collection<BlobReferences> references) {
        this.store = store;
        this.references = List.copyOf(references);
    }

    @Override
    public String type() {
        return "find-missing-pictures";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        int missing = 0;
        List<String> some = new ArrayList<>();
        for (BlobReferences rows : references) {
            List<String> keys = rows.after("", AT_ONCE);
            while (!keys.isEmpty()) {
                Set<String> gone = gone(rows, keys);
                missing += gone.size();
                gone.stream().sorted().limit(NAMED - some.size()).forEach(some::add);
                keys = rows.after(keys.getLast(), AT_ONCE);
            }
        }
        if (missing > 0) {
            LOG.error("{} pictures are missing in {}; restore them from your backup: {}", missing, store.root(), some);
        }
    }

    /** Asked again afterwards: a row may have been deleted meanwhile, and its picture with it. */
    private Set<String> gone(BlobReferences rows, List<String> keys) {
        List<String> notFound = keys.stream().filter(key -> !store.has(key)).toList();
        return notFound.isEmpty() ? Set.of() : rows.named(notFound);
    }
}
