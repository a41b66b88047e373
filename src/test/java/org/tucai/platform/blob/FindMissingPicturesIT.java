package org.tucai.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.Blobs;
import org.tucai.testing.Journeys;
import org.tucai.testing.LogOf;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Pictures that rows name, and that are not on disk. */
@TucaiTest
class FindMissingPicturesIT {
    private final FileBlobStore store;
    private final Journeys journeys;
    private final Blobs blobs;
    private final Rows rows;
    private final DueJobs jobs;

    @RegisterExtension
    final LogOf log = LogOf.a(FindMissingPicturesJob.class);

    FindMissingPicturesIT(FileBlobStore store, Journeys journeys, Blobs blobs, Rows rows, DueJobs jobs) {
        this.store = store;
        this.journeys = journeys;
        this.blobs = blobs;
        this.rows = rows;
        this.jobs = jobs;
    }

    private String key(String column) {
        return rows.texts("SELECT " + column + " FROM photo WHERE " + column + " IS NOT NULL ORDER BY id DESC LIMIT 1")
                .getFirst();
    }

    @Test
    void everyMissingPictureIsCountedAndNamed() {
        journeys.shoot(journeys.aBoundStudent(), journeys.aPortrait()).expect(200);
        journeys.shoot(journeys.aBoundStudent(), journeys.aPortrait()).expect(200);
        jobs.runRecurring("find-missing-pictures");
        assertThat(log.lines()).isEmpty();

        blobs.lose(key("blob_key"));
        blobs.lose(key("original_key"));
        jobs.runRecurring("find-missing-pictures");

        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("2 pictures are missing in " + store.root())
                .contains(key("blob_key"), key("original_key"));
    }

    @Test
    void allOfManyAreLookedForAndAFewOfTheMissingNamed() {
        TreeSet<String> keys = new TreeSet<>();
        for (int i = 0; i < 1200; i++) {
            keys.add("%032x".formatted(i));
        }

        new FindMissingPicturesJob(store, List.of(new Listed(keys))).run();

        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("1200 pictures")
                .hasSizeLessThan(1000);
    }

    /** As when a photo is given up while the job runs. */
    @Test
    void aPictureWhoseRowIsDeletedMeanwhileIsNotMissing() {
        Listed deleted = new Listed(new TreeSet<>(Set.of("0".repeat(32)))) {
            @Override
            public Set<String> named(Collection<String> keys) {
                return Set.of();
            }
        };

        new FindMissingPicturesJob(store, List.of(deleted)).run();

        assertThat(log.lines()).isEmpty();
    }

    /** Rows that name these keys. */
    private static class Listed implements BlobReferences {
        private final TreeSet<String> keys;

        Listed(TreeSet<String> keys) {
            this.keys = keys;
        }

        @Override
        public Set<String> named(Collection<String> asked) {
            Set<String> named = new TreeSet<>(asked);
            named.retainAll(keys);
            return named;
        }

        @Override
        public Optional<String> firstFrom(String key) {
            return Optional.ofNullable(keys.ceiling(key));
        }

        @Override
        public List<String> after(String key, int most) {
            return new ArrayList<>(keys.tailSet(key, false))
                    .stream().limit(most).toList();
        }
    }
}
