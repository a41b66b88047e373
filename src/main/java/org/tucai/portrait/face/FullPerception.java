package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/** Perception with all networks. Every matrix lives in one scope per picture and is closed with it. */
public final class FullPerception implements Perception {
    private final Tracer tracer;
    private final Turning turning;
    private final ViewClassifier classifier;

    /**
     * Loads the networks.
     *
     * @param models the folder with the model files
     * @param networks the project's own
     * @param classifier closed with this perception
     */
    public FullPerception(Path models, CloseupNetworks networks, ViewClassifier classifier) {
        this.tracer = new Tracer(models, networks);
        this.turning = new Turning(FaceFinder.QUICK_SIDE, tracer::find, FaceBox::score);
        this.classifier = classifier;
    }

    @Override
    public String mode() {
        return "full";
    }

    @Override
    public Sighting sight(Mat picture, StageClock clock) {
        return NativeScope.run(() -> look(picture, clock));
    }

    private Sighting look(Mat picture, StageClock clock) {
        List<FaceBox> boxes = clock.time("faces", () -> tracer.find(picture));
        FrameFacts frame = new FrameFacts(picture.cols(), picture.rows(), boxes);
        Sighting turned = clock.time("turned", () -> turned(picture, frame));
        if (turned != null || boxes.isEmpty()) {
            return turned != null ? turned : Sighting.of(frame, null);
        }
        FaceShape face = clock.time("landmarks", () -> tracer.trace(picture, boxes.getFirst()));
        Mask person = clock.time("person", () -> tracer.person(picture, face));
        Mask hair = clock.time("hair", () -> tracer.hair(picture, face));
        Double glasses = clock.time("glasses", () -> -tracer.glasses(picture, face));
        Traits traits = clock.time("closeups", () -> tracer.traits(picture, face));
        GeometryFacts head = Measures.geometry(face, person);
        InsetFacts inset = clock.time("inset", () -> Inset.of(picture, head));
        return new Sighting(frame, head, face, tracer.pose(face), person, hair, glasses, traits, inset, null);
    }

    private @Nullable Sighting turned(Mat picture, FrameFacts found) {
        Sighting seen = turning.of(picture, found);
        if (seen == null || seen.turned() == null) {
            return null;
        }
        FaceBox face = seen.frame().faces().getFirst();
        return tracer.turned(picture, face, seen.turned().degrees()) ? seen : null;
    }

    @Override
    public Facts measure(Sighting sighting, Mat picture, double blocks, StageClock clock) {
        GeometryFacts head = sighting.head();
        FaceShape face = sighting.face();
        if (face == null || head == null) {
            return Facts.of(sighting.frame(), sighting.turned());
        }
        return NativeScope.run(() -> {
            FaceView view = view(sighting, face, picture);
            Double glasses = sighting.glasses();
            boolean worn = glasses != null && glasses > 0;
            Facts measured = clock.time("measures", () -> Measures.of(view, head, worn, blocks))
                    .with(
                            sighting.frame(),
                            face,
                            sighting.pose(),
                            glasses == null ? null : new GlassesFacts(glasses),
                            sighting.traits(),
                            sighting.inset());
            Learned learned = clock.time("classifiers", () -> new Learned(classifier.judge(view, measured)));
            return measured.with(learned);
        });
    }

    private static FaceView view(Sighting sighting, FaceShape face, Mat picture) {
        Roi roi = face.standardView();
        Mat view = roi.cut(picture, FaceView.WIDTH, FaceView.HEIGHT, BORDER_REPLICATE);
        return new FaceView(picture, view, roi, face, sighting.person(), sighting.hair(), sighting.traits());
    }

    /** Lets a function see the largest face of a picture, or answers null when there is none. */
    public <T> @Nullable T view(Mat picture, Function<FaceView, T> look) {
        Sighting sighting = sight(picture, new StageClock());
        FaceShape face = sighting.face();
        return face == null ? null : NativeScope.run(() -> look.apply(view(sighting, face, picture)));
    }

    @Override
    public void close() {
        tracer.close();
        classifier.close();
    }
}
