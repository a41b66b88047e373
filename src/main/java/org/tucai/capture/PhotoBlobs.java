package org.tucai.capture;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tucai.platform.blob.BlobReferences;

/** The pictures that photo rows name: standard pictures and the uploads they were cropped from. */
@Singleton
class PhotoBlobs implements BlobReferences {
    private final PhotoRepository photos;

    PhotoBlobs(PhotoRepository photos) {
        this.photos = photos;
    }

    @Override
    public Set<String> named(Collection<String> keys) {
        Set<String> named = new HashSet<>(photos.blobKeysAmong(keys));
        named.addAll(photos.originalKeysAmong(keys));
        return named;
    }

    @Override
    public Optional<String> firstFrom(String key) {
        return photos.firstBlobKeyFrom(key);
    }

    @Override
    public List<String> after(String key, int most) {
        return Stream.concat(photos.blobKeysAfter(key, most).stream(), photos.originalKeysAfter(key, most).stream())
                .sorted()
                .limit(most)
                .toList();
    }
}
