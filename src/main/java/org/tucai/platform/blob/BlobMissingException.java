package org.tucai.platform.blob;

/** Nothing is stored under the key. */
public final class BlobMissingException extends RuntimeException {
    public BlobMissingException(String key) {
        super("no blob " + key);
    }
}
