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
    private final Classifier classifier;

    /**
     * Loads the networks.
     *
     * @param models the folder with the model files
     * @param networks the project's own
     */
    public FullPerception(Path models, CloseupNetworks networks, Classifier classifier) {
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
        Turned turned = clock.time("turned", () -> turned(picture, frame));
        if (turned != null) {
            return Sighting.of(turned);
        }
        if (boxes.isEmpty()) {
            return Sighting.ofNothing(frame);
        }
        Trace trace = trace(picture, boxes.getFirst(), clock);
        GeometryFacts head = Measures.geometry(trace.face(), trace.person());
        InsetFacts inset = clock.time("inset", () -> Inset.of(picture, head));
        return new Sighting(frame, head, trace, inset, null);
    }

    private @Nullable Turned turned(Mat picture, FrameFacts found) {
        Turned turned = turning.of(picture, found);
        if (turned == null) {
            return null;
        }
        FaceBox face = turned.frame().faces().getFirst();
        return tracer.turned(picture, face, turned.facts().degrees()) ? turned : null;
    }

    private Trace trace(Mat picture, FaceBox box, StageClock clock) {
        FaceShape face = clock.time("landmarks", () -> tracer.trace(picture, box));
        Mask person = clock.time("person", () -> tracer.person(picture, face));
        Mask hair = clock.time("hair", () -> tracer.hair(picture, face));
        double glasses = clock.time("glasses", () -> tracer.glasses(picture, face));
        Traits traits = clock.time("closeups", () -> tracer.traits(picture, face));
        return new Trace(face, tracer.pose(face), person, hair, glasses, traits);
    }

    @Override
    public Facts measure(Sighting sighting, Mat picture, double blocks, StageClock clock) {
        GeometryFacts head = sighting.head();
        Trace trace = sighting.trace();
        if (trace == null || head == null) {
            return Facts.of(sighting.frame(), sighting.turned());
        }
        return NativeScope.run(() -> {
            FaceView view = view(trace, picture);
            Facts measured = clock.time("measures", () -> Measures.of(view, head, trace.glasses() > 0, blocks))
                    .with(
                            sighting.frame(),
                            trace.face(),
                            trace.pose(),
                            new GlassesFacts(trace.glasses()),
                            trace.traits(),
                            sighting.inset());
            Learned learned = clock.time("classifiers", () -> new Learned(classifier.judge(measured)));
            return measured.with(learned);
        });
    }

    private static FaceView view(Trace trace, Mat picture) {
        Roi roi = trace.face().standardView();
        Mat view = roi.cut(picture, FaceView.WIDTH, FaceView.HEIGHT, BORDER_REPLICATE);
        return new FaceView(picture, view, roi, trace.face(), trace.person(), trace.hair());
    }

    /** Lets a function see the largest face of a picture, or answers null when there is none. */
    public <T> @Nullable T view(Mat picture, Function<FaceView, T> look) {
        Trace trace = sight(picture, new StageClock()).trace();
        return trace == null ? null : NativeScope.run(() -> look.apply(view(trace, picture)));
    }

    @Override
    public void close() {
        tracer.close();
    }
}
