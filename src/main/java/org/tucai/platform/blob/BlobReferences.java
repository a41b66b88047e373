package org.tucai.platform.blob;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Knows which blobs the rows of a feature name. Every feature that stores blobs has one, else its blobs are swept away. */
public interface BlobReferences {
    /** Those of the keys that a row names, at most 500 asked at once. */
    Set<String> named(Collection<String> keys);

    /** The first key that a row names, in their order from that one on. */
    Optional<String> firstFrom(String key);

    /** The next keys that rows name, in their order after that one; empty after the last. */
    List<String> after(String key, int most);
}
