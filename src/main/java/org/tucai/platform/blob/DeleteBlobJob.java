package org.tucai.platform.blob;

import jakarta.inject.Singleton;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;

/** Removes a blob after the row that named it forgot it; enqueue with the blob's key in that row's transaction. */
@Singleton
public class DeleteBlobJob implements JobHandler {
    public static final String TYPE = "delete-blob";

    private final BlobStore blobs;

    DeleteBlobJob(BlobStore blobs) {
        this.blobs = blobs;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public RetryPolicy retry() {
        return RetryPolicy.LOCAL;
    }

    @Override
    public void run(String key) {
        blobs.delete(key);
    }
}
