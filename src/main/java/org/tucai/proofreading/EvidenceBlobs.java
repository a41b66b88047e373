package org.tucai.proofreading;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tucai.platform.blob.BlobReferences;

/** The pictures of evidence. */
@Singleton
class EvidenceBlobs implements BlobReferences {
    private final EvidenceRepository evidence;

    EvidenceBlobs(EvidenceRepository evidence) {
        this.evidence = evidence;
    }

    @Override
    public Set<String> named(Collection<String> keys) {
        return Set.copyOf(evidence.blobKeysAmong(keys));
    }

    @Override
    public Optional<String> firstFrom(String key) {
        return evidence.firstBlobKeyFrom(key);
    }

    @Override
    public List<String> after(String key, int most) {
        return evidence.blobKeysAfter(key, most);
    }
}
