package org.tucai.portrait.face;

import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/** The networks of the full mode, loaded once; one instance serves one thread at a time. */
final class Tracer implements AutoCloseable {
    /** Below this eye distance, share of the picture's width, the person mask covers a window around the face instead. */
    private static final double SMALL_FACE = 0.12;

    /** From this certainty of the mesh on there is a face in a picture that seems turned. */
    private static final double FACE = 0.5;

    /** A head that would be tilted further than this in the picture turned back, degrees, speaks against it: from 45 on it could be either. */
    private static final double TILT = 35;

    private final FaceFinder finder;
    private final FaceMesh mesh;
    private final IrisNet iris;
    private final MaskNet person;
    private final MaskNet hair;
    private final GlassesNet glasses;
    private final CloseLook close;
    private final TrainedLook trained;
    private final RigidFit fit;

    Tracer(Path models, CloseupNetworks networks) {
        finder = new FaceFinder(models.resolve("face_detection_yunet.onnx"));
        mesh = new FaceMesh(models.resolve("face_landmark.tflite").toString());
        iris = new IrisNet(models.resolve("iris_landmark.tflite").toString());
        person = MaskNet.person(models.resolve("selfie_segmentation.tflite").toString());
        hair = MaskNet.hair(models.resolve("hair_segmentation.tflite").toString());
        glasses = new GlassesNet(models.resolve("glasses.tflite").toString());
        close = new CloseLook(models.resolve("glasses.tflite").toString());
        trained = new TrainedLook(networks);
        fit = new RigidFit(models.resolve("canonical_face_model.obj"));
    }

    List<FaceBox> find(Mat picture) {
        return finder.find(picture);
    }

    FaceShape trace(Mat picture, FaceBox box) {
        float[] points = mesh.trace(picture, box);
        EyeShape left = iris.trace(picture, points, true);
        EyeShape right = iris.trace(picture, points, false);
        return new FaceShape(points, points[FaceMesh.POINTS * 3], left, right);
    }

    /** Whether the mesh sees a face here too, upright once the picture is turned back by these degrees. */
    boolean turned(Mat picture, FaceBox box, int degrees) {
        float[] points = mesh.trace(picture, box);
        double tilt = Math.IEEEremainder(fit.fit(points).roll() - degrees, 360);
        return points[FaceMesh.POINTS * 3] >= FACE && Math.abs(tilt) <= TILT;
    }

    Mask person(Mat picture, FaceShape face) {
        boolean small = face.eyeDistance() < SMALL_FACE * picture.cols();
        Roi around = small ? face.region(0, 0.6, 8, 8) : Roi.whole(picture.cols(), picture.rows());
        return person.look(picture, around);
    }

    Mask hair(Mat picture, FaceShape face) {
        return hair.look(picture, face.region(0, -0.7, 4.2, 4.2));
    }

    /** Traits of the picture whose face was traced and whose masks were made last. */
    Traits traits(Mat picture, FaceShape face) {
        return new Traits(
                mesh.traits(),
                person.traits(),
                hair.traits(),
                iris.traits(),
                close.look(picture, face),
                trained.look(picture, face));
    }

    /** Above 0: glasses are worn. */
    double glasses(Mat picture, FaceShape face) {
        return glasses.look(picture, face.points(), face.roll());
    }

    Pose pose(FaceShape face) {
        return fit.fit(face.points());
    }

    @Override
    public void close() {
        finder.close();
        mesh.close();
        iris.close();
        person.close();
        hair.close();
        glasses.close();
        close.close();
        trained.close();
    }
}
