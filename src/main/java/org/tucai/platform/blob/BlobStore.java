package org.tucai.platform.blob;

import java.util.List;

/** Keeps pictures under random keys. Slow: never call it inside a transaction. */
public interface BlobStore {
    /**
     * Stores the content durably: when this returns, a crash loses nothing.
     *
     * @return the key, 32 characters of {@code [0-9a-f]}
     * @throws org.tucai.platform.problem.ProblemException {@code store-full} when there is no room
     * @throws BlobDiskException when the disk refuses for another reason
     */
    default String put(byte[] content) {
        return putAll(List.of(content)).getFirst();
    }

    /** The same for contents that belong together, cheaper: all of them are stored or, when it fails, none. */
    List<String> putAll(List<byte[]> contents);

    /**
     * The content as it was put.
     *
     * @throws BlobMissingException when there is none under that key
     * @throws BlobDamagedException when it is not what was put there
     * @throws BlobDiskException when the disk refuses
     */
    byte[] get(String key);

    /** Removes it; nothing happens when it is already gone. */
    void delete(String key);
}
