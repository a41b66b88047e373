package org.tucai.platform.blob;

import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tucai.platform.db.StartRefused;
import org.tucai.platform.start.StartCheck;
import org.tucai.platform.start.StartRemark;

/**
 * Detects a database restored without its pictures, or a picture folder that is not mounted, by looking for one picture in each sixteenth
 * of the keys. When none is found the start is refused: new photos would go to the wrong folder, and vanish once the right one is put in
 * its place. When some are missing, that is reported and the server starts: every restore loses a few.
 */
@Singleton
class MissingPictures implements StartCheck, StartRemark {
    /** The file by which a person confirms that nothing can be restored. */
    static final String LOST = "pictures-are-lost";

    private static final int SIXTEENTHS = 16;

    private final FileBlobStore store;
    private final Collection<BlobReferences> references;
    private volatile List<String> remarks = List.of();

    MissingPictures(FileBlobStore store, Collection<BlobReferences> references) {
        this.store = store;
        this.references = List.copyOf(references);
    }

    @Override
    public void check() {
        Path root = store.root();
        Set<String> sample = IntStream.range(0, SIXTEENTHS)
                .mapToObj(Integer::toHexString)
                .flatMap(from -> references.stream().flatMap(r -> r.firstFrom(from).stream()))
                .collect(Collectors.toSet());
        long missing = sample.stream().filter(key -> !store.has(key)).count();
        if (missing == 0) {
            return;
        }
        if (missing == sample.size() && !Files.exists(root.resolve(LOST))) {
            throw new StartRefused(
                    "The database refers to pictures, but none of the " + missing + " looked for is in " + root
                            + "; restore that folder from your backup, or mount it (if they are lost for good, create"
                            + " an empty file " + LOST + " in it).");
        }
        remarks = List.of("Pictures are missing in " + root + ": " + missing + " of " + sample.size()
                + " looked for; restore what you have from your backup");
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }
}
