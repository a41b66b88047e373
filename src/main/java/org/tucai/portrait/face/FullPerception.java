package org.tucai.portrait.face;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/** Perception with all networks. Every matrix lives in one scope per picture and is closed with it. */
public final class FullPerception implements Perception {
    private final Tracer tracer;
    private final ViewClassifier classifier;

    /**
     * Loads the networks.
     *
     * @param models the folder with the model files
     * @param classifier closed with this perception
     */
    public FullPerception(Path models, ViewClassifier classifier) {
        this.tracer = new Tracer(models);
        this.classifier = classifier;
    }

    @Override
    public String mode() {
        return "full";
    }

    @Override
    public Facts perceive(Mat picture, StageClock clock) {
        return NativeScope.run(() -> look(picture, clock));
    }

    private Facts look(Mat picture, StageClock clock) {
        List<FaceBox> boxes = clock.time("faces", () -> tracer.find(picture));
        FrameFacts frame = new FrameFacts(picture.cols(), picture.rows(), boxes);
        if (boxes.isEmpty()) {
            return Facts.of(frame);
        }
        FaceShape face = clock.time("landmarks", () -> tracer.trace(picture, boxes.getFirst()));
        FaceView view = clock.time("masks", () -> tracer.view(picture, face));
        double glasses = clock.time("glasses", () -> -tracer.glasses(picture, face));
        Facts measured = clock.time(
                "measures",
                () -> Measures.of(view, glasses > 0, true)
                        .with(frame, face, tracer.pose(face), new GlassesFacts(glasses)));
        Learned learned = clock.time("classifiers", () -> new Learned(classifier.judge(view, measured)));
        return measured.with(learned);
    }

    /** Lets a function see the largest face of a picture, or answers null when there is none. */
    public <T> @Nullable T view(Mat picture, Function<FaceView, T> look) {
        return NativeScope.<@Nullable T>run(() -> {
            List<FaceBox> boxes = tracer.find(picture);
            return boxes.isEmpty() ? null : look.apply(tracer.view(picture, tracer.trace(picture, boxes.getFirst())));
        });
    }

    @Override
    public void close() {
        tracer.close();
        classifier.close();
    }
}
