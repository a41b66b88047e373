package org.tucai.platform.blob;

/** Keeps pictures and packages under random keys. Slow: never call it inside a transaction. */
public interface BlobStore {
    /**
     * Stores the content durably: when this returns, a crash loses nothing.
     *
     * @return the key, 32 characters of {@code [0-9a-f]}
     * @throws org.tucai.platform.problem.ProblemException {@code store-full} when there is no room
     */
    String put(byte[] content);

    /**
     * The content as it was put.
     *
     * @throws BlobMissingException when there is none under that key
     */
    byte[] get(String key);

    /** Removes it; nothing happens when it is already gone. */
    void delete(String key);
}
