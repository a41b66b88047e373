package org.tucai.capture;

import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.campaign.Campaign;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.UnreadablePicture;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.Problem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.work.PictureThreads;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.PortraitInspector;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.Shot;
import org.tucai.portrait.drawn.DrawnPortrait;

/** Judges uploads and crops them to the photo standard. */
@Singleton
class Darkroom {
    private static final Logger LOG = LoggerFactory.getLogger(Darkroom.class);

    private final PortraitInspector inspector;
    private final PictureThreads threads;
    private final @Nullable InspectionSwitch inspection;

    /** The result of every upload while inspection is off; made at first use. */
    private volatile @Nullable Developed standIn;

    private final Object drawing = new Object();

    Darkroom(@Value("${tucai.models}") String models, PictureThreads threads, @Nullable InspectionSwitch inspection) {
        PortraitEngine engine = PortraitEngine.open(models.isBlank() ? null : Path.of(models));
        LOG.info("Portraits are judged in {} mode", engine.mode());
        this.inspector = engine;
        this.threads = threads;
        this.inspection = inspection;
    }

    /**
     * The outcome of an upload.
     *
     * @param likeness {@link Likeness} of the standard picture; null when none could be cropped
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Developed(Shot shot, byte @Nullable [] likeness) {}

    /** Judges and crops one upload by the campaign's standard; refuses an unreadable picture with a named problem. */
    Developed develop(byte[] upload, Campaign campaign) {
        if (inspection != null && !inspection.isOn()) {
            return standIn(campaign);
        }
        return judge(upload, campaign);
    }

    /** Drawn once: if every early upload drew its own, the cores would be busy for seconds. */
    private Developed standIn(Campaign campaign) {
        Developed ready = standIn;
        if (ready == null) {
            synchronized (drawing) {
                ready = standIn;
                if (ready == null) {
                    ready = judge(DrawnPortrait.jpeg(1), campaign);
                    standIn = ready;
                }
            }
        }
        return ready;
    }

    private Developed judge(byte[] upload, Campaign campaign) {
        try {
            if (PictureHeader.of(upload).animated()) { // the engine would take the first frame, which nobody has chosen
                throw new ProblemException(CaptureProblem.PICTURE_ANIMATED);
            }
            Profile standard = standard(campaign);
            return threads.run(() -> {
                Shot shot = inspector.shoot(upload, standard);
                return new Developed(shot, shot.jpeg() == null ? null : Likeness.of(shot.jpeg()));
            });
        } catch (UnreadablePicture e) {
            throw new ProblemException(problem(e.reason()));
        }
    }

    /** The campaign's photo standard, with the campaign's own background colours. */
    static Profile standard(Campaign campaign) {
        List<int[]> colours = campaign.colours().stream().map(Darkroom::rgb).toList();
        return Profiles.load(campaign.photoProfile()).withBackgroundColours(colours);
    }

    private static int[] rgb(String hex) {
        int value = Integer.parseInt(hex, 1, hex.length(), 16);
        return new int[] {value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF};
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
