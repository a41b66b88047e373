package org.tucai.platform.blob;

import java.util.Collection;
import java.util.Set;

/** Knows which blobs the rows of a feature name. Every feature that stores blobs has one, else its blobs are swept away. */
public interface BlobReferences {
    /** Those of the keys that a row names, at most 500 asked at once. */
    Set<String> named(Collection<String> keys);
}
