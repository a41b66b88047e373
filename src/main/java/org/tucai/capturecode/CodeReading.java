package org.tucai.capturecode;

import jakarta.inject.Singleton;
import org.tucai.capturecode.reading.CaptureCodeReader;
import org.tucai.capturecode.reading.Reading;
import org.tucai.picture.UnreadablePicture;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.work.PictureThreads;
import org.tucai.platform.work.Turns;

/** Gets the one capture code out of an uploaded picture, or says in plain words why there is none. */
@Singleton
class CodeReading {
    private final CaptureCodeReader reader;
    private final PictureThreads threads;
    private final Turns turns;

    CodeReading(CodeAuthority authority, PictureThreads threads, Turns turns) {
        this.reader = new CaptureCodeReader(authority::looksLikeCode);
        this.threads = threads;
        this.turns = turns;
    }

    /** The text of the only capture code in the picture; other QR codes beside it do not matter. */
    String read(byte[] picture, String accountNo) {
        try {
            Reading reading = turns.run(accountNo, () -> threads.run(() -> reader.read(picture)));
            if (reading instanceof Reading.Read found) {
                return found.text();
            }
            throw new ProblemException(problem(reading));
        } catch (UnreadablePicture e) {
            throw new ProblemException(problem(e.reason()));
        }
    }

    private static CaptureCodeProblem problem(Reading unsuccessful) {
        if (unsuccessful instanceof Reading.Several) {
            return CaptureCodeProblem.SEVERAL_CODES;
        }
        return unsuccessful instanceof Reading.Foreign
                ? CaptureCodeProblem.NOT_A_CAPTURE_CODE
                : CaptureCodeProblem.NO_CODE_FOUND;
    }

    private static CaptureCodeProblem problem(UnreadablePicture.Reason reason) {
        return switch (reason) {
            case HEIC_UNSUPPORTED -> CaptureCodeProblem.CODE_PICTURE_HEIC;
            case TOO_MANY_BYTES, TOO_MANY_PIXELS -> CaptureCodeProblem.CODE_PICTURE_TOO_LARGE;
            case EMPTY, NOT_A_PICTURE, VARIANT_UNSUPPORTED, TRUNCATED, CORRUPT ->
                CaptureCodeProblem.CODE_PICTURE_UNREADABLE;
        };
    }
}
