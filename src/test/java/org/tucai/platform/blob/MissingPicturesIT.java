package org.tucai.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tucai.platform.db.StartRefused;
import org.tucai.testing.Blobs;
import org.tucai.testing.Journeys;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** A start where the database names pictures that are missing from the folder. */
@TucaiTest
class MissingPicturesIT {
    private final FileBlobStore store;
    private final Collection<BlobReferences> references;
    private final Journeys journeys;
    private final Blobs blobs;
    private final Rows rows;
    private final Path lost;

    MissingPicturesIT(FileBlobStore store, Everybody everybody, Journeys journeys, Blobs blobs, Rows rows) {
        this.store = store;
        this.references = everybody.references;
        this.journeys = journeys;
        this.blobs = blobs;
        this.rows = rows;
        this.lost = store.root().resolve("pictures-are-lost");
    }

    /** All beans that name blobs. */
    @Singleton
    static class Everybody {
        private final Collection<BlobReferences> references;

        Everybody(Collection<BlobReferences> references) {
            this.references = references;
        }
    }

    @AfterEach
    void nothingIsLost() throws IOException {
        Files.deleteIfExists(lost);
    }

    private List<String> start() {
        return start(references);
    }

    private List<String> start(Collection<BlobReferences> named) {
        MissingPictures pictures = new MissingPictures(store, named);
        pictures.check();
        return pictures.remarks();
    }

    /** Shoots a photo and returns its blob key. */
    private String shoot() {
        journeys.shoot(journeys.aBoundStudent(), journeys.aPortrait()).expect(200);
        return rows.texts("SELECT blob_key FROM photo WHERE blob_key IS NOT NULL")
                .getFirst();
    }

    @Test
    void isSilentWhenTheDatabaseNamesNoPicturesOrAllArePresent() {
        assertThat(start()).isEmpty();

        shoot();

        assertThat(start()).isEmpty();
    }

    @Test
    void isRefusedWhenEveryPictureIsMissingUntilSomebodyDeclaresThemLost() throws IOException {
        blobs.lose(shoot());

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("refers to pictures, but none of the 1 looked for is in " + store.root())
                .hasMessageContaining("restore that folder from your backup");

        Files.createFile(lost);
        assertThat(start())
                .containsExactly("Pictures are missing in " + store.root()
                        + ": 1 of 1 looked for; restore what you have from your backup");
    }

    @Test
    void warnsWhenSomePicturesAreMissing() {
        String there = shoot();
        String gone = (there.startsWith("0") ? "f" : "0") + there.substring(1);

        assertThat(start(List.of(naming(List.of(there, gone)))))
                .singleElement()
                .asString()
                .contains("1 of 2 looked for");
    }

    @Test
    void looksForOnlyOnePicturePerSixteenthOfTheKeys() {
        List<String> keys = store.putAll(List.of(new byte[1], new byte[1]));
        keys.stream().sorted().skip(1).forEach(store::delete); // same folder: only the first of them is looked for

        assertThat(start(List.of(naming(keys)))).isEmpty();
    }

    private static BlobReferences naming(Collection<String> keys) {
        return new BlobReferences() {
            @Override
            public Set<String> named(Collection<String> asked) {
                throw new AssertionError("only a few are looked for");
            }

            @Override
            public Optional<String> firstFrom(String key) {
                return keys.stream().sorted().filter(k -> k.compareTo(key) >= 0).findFirst();
            }

            @Override
            public List<String> after(String key, int most) {
                throw new AssertionError("only a few are looked for");
            }
        };
    }
}
