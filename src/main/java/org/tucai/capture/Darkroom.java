package org.tucai.capture;

import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.picture.UnreadablePicture;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.Problem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.PortraitInspector;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.Shot;
import org.tucai.portrait.Verdict;
import org.tucai.portrait.drawn.DrawnPortrait;

/**
 * Where uploads are judged and cut: as many at once as there are cores, the rest wait a little. More at once would only make
 * everybody wait longer.
 */
@Singleton
class Darkroom {
    private static final Logger LOG = LoggerFactory.getLogger(Darkroom.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final PortraitInspector inspector;
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final @Nullable InspectionSwitch inspection;

    /** What uploads become when they are not looked at; made when first needed. */
    private volatile @Nullable Developed standIn;

    Darkroom(@Value("${tucai.models:}") String models, @Nullable InspectionSwitch inspection) {
        PortraitEngine engine = PortraitEngine.open(models.isBlank() ? null : Path.of(models));
        LOG.info("Portraits are judged in {} mode", engine.mode());
        this.inspector = engine;
        this.inspection = inspection;
    }

    /** Judges and cuts one upload; refuses with a named problem what is no usable picture. */
    Developed develop(byte[] upload, String profile) {
        if (inspection != null && !inspection.isOn()) {
            Developed ready = standIn;
            if (ready == null) {
                ready = judge(DrawnPortrait.jpeg(1), profile);
                standIn = ready;
            }
            return ready;
        }
        return judge(upload, profile);
    }

    /**
     * A judged upload.
     *
     * @param likeness of the standard picture; null when there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Developed(Shot shot, byte @Nullable [] likeness) {
        static Developed of(Shot shot) {
            boolean usable = shot.report().verdict() != Verdict.FAIL && shot.jpeg() != null;
            return new Developed(shot, usable ? Likeness.of(shot.jpeg()) : null);
        }
    }

    private Developed judge(byte[] upload, String profile) {
        try {
            if (!places.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new ProblemException(PlatformProblem.TEMPORARILY_UNAVAILABLE, List.of(), LONGEST_WAIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(PlatformProblem.TEMPORARILY_UNAVAILABLE, List.of(), LONGEST_WAIT);
        }
        try {
            return Developed.of(inspector.shoot(upload, Profiles.load(profile)));
        } catch (UnreadablePicture e) {
            throw new ProblemException(problem(e.reason()));
        } finally {
            places.release();
        }
    }

    private static Problem problem(UnreadablePicture.Reason reason) {
        return switch (reason) {
            case EMPTY -> CaptureProblem.PICTURE_EMPTY;
            case NOT_A_PICTURE, VARIANT_UNSUPPORTED -> CaptureProblem.NOT_A_PICTURE;
            case HEIC_UNSUPPORTED -> CaptureProblem.PICTURE_HEIC;
            case TRUNCATED -> CaptureProblem.PICTURE_TRUNCATED;
            case TOO_MANY_BYTES -> PlatformProblem.PAYLOAD_TOO_LARGE;
            case TOO_MANY_PIXELS -> CaptureProblem.PICTURE_TOO_LARGE;
            case CORRUPT -> CaptureProblem.PICTURE_CORRUPT;
        };
    }

    @PreDestroy
    void close() {
        inspector.close();
    }
}
