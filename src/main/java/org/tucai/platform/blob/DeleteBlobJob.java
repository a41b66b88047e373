package org.tucai.platform.blob;

import jakarta.inject.Singleton;
import java.util.List;
import org.tucai.platform.job.LocalJob;

/** Removes the blobs that a row named after the row forgot them; enqueue for their keys in that row's transaction. */
@Singleton
public class DeleteBlobJob implements LocalJob {
    public static final String TYPE = "delete-blob";

    private static final String SEPARATOR = ",";

    private final BlobStore blobs;

    DeleteBlobJob(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** The subject of a job for these keys; at most two, because a subject has at most 80 characters. */
    public static String subject(List<String> keys) {
        return String.join(SEPARATOR, keys);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean isBackground() {
        return true;
    }

    @Override
    public void run(String subject) {
        List.of(subject.split(SEPARATOR)).forEach(blobs::delete);
    }
}
