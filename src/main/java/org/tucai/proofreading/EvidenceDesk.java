package org.tucai.proofreading;

import jakarta.inject.Singleton;
import java.io.IOException;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.PictureType;
import org.tucai.picture.SmallerJpeg;
import org.tucai.picture.UnreadablePicture;
import org.tucai.platform.blob.BlobStore;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.work.PictureThreads;
import org.tucai.platform.work.Turns;

/** Takes pictures of evidence: only a re-encoded copy without metadata is kept. Files are written outside transactions. */
@Singleton
public class EvidenceDesk {
    private static final int LONGEST_SIDE = 2000;
    private static final double QUALITY = 0.85;

    private final ProofreadingService service;
    private final BlobStore blobs;
    private final PictureThreads threads;
    private final Turns turns;

    EvidenceDesk(ProofreadingService service, BlobStore blobs, PictureThreads threads, Turns turns) {
        this.service = service;
        this.blobs = blobs;
        this.threads = threads;
        this.turns = turns;
    }

    /**
     * Adds a picture to the student's own check.
     *
     * @throws ProblemException {@link ProofreadingProblem#EVIDENCE_UNREADABLE}, {@link
     *     ProofreadingProblem#TOO_MUCH_EVIDENCE}
     */
    public Evidence add(String no, String accountNo, byte[] picture) {
        service.requireOwn(no, accountNo);
        String key = blobs.put(turns.run(accountNo, () -> threads.run(() -> reencode(picture))));
        try {
            return service.addEvidence(no, accountNo, key);
        } catch (ProblemException e) {
            blobs.delete(key); // refused, so no row names it; after any other failure one might
            throw e;
        }
    }

    private static byte[] reencode(byte[] picture) {
        try {
            PictureType type = PictureHeader.of(picture).type();
            if (type != PictureType.JPEG && type != PictureType.PNG) {
                throw new ProblemException(ProofreadingProblem.EVIDENCE_UNREADABLE);
            }
            return SmallerJpeg.of(picture, LONGEST_SIDE, LONGEST_SIDE, QUALITY);
        } catch (UnreadablePicture | IOException e) {
            throw new ProblemException(ProofreadingProblem.EVIDENCE_UNREADABLE);
        }
    }
}
