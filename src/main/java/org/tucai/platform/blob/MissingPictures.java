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
 * A database that was put back without its pictures, or a folder of pictures that is not mounted. One picture of each sixteenth is looked
 * for. Where none is there the start is refused: what is photographed from now on would lie in the wrong folder, and vanish when the
 * right one is put in its place. Where some are, it is said, and the server starts: some go missing with every restore.
 */
@Singleton
class MissingPictures implements StartCheck, StartRemark {
    /** The file by which a person says that nothing can be put back. */
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
            throw new StartRefused("The database names pictures but none of " + missing + " looked for is in " + root
                    + "; put that folder back from your backup, or mount it (if they are lost for good, make an empty file "
                    + LOST + " in it).");
        }
        remarks = List.of("Pictures are missing in " + root + ": " + missing + " of " + sample.size()
                + " looked for; put what you have back from your backup");
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }
}
