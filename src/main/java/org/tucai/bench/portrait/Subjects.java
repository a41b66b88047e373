package org.tucai.bench.portrait;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.bench.figure.Progress;
import org.tucai.bench.labelled.BenchEngines;
import org.tucai.bench.labelled.LabelledPicture;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.Pictures;
import org.tucai.picture.UnreadablePicture;

/**
 * What a run measures.
 *
 * @param data the folder
 * @param pictures those of its pictures that can be decoded
 */
record Subjects(Path data, List<LabelledPicture> pictures, BenchEngines engines, Progress progress) {
    /** A work on one picture. */
    interface Work {
        void on(LabelledPicture picture) throws IOException, UnreadablePicture;
    }

    /** Does the work on each picture and reports how far it is. */
    void each(String what, List<LabelledPicture> wanted, Work work) throws IOException, UnreadablePicture {
        int done = 0;
        for (LabelledPicture picture : wanted) {
            work.on(picture);
            progress.at(what, ++done, wanted.size());
        }
    }

    byte[] bytes(LabelledPicture picture) throws IOException {
        return Files.readAllBytes(data.resolve(picture.file()));
    }

    /** The picture decoded; the caller closes it. */
    Mat decoded(LabelledPicture picture) throws IOException, UnreadablePicture {
        return decoded(bytes(picture));
    }

    static Mat decoded(byte[] file) throws UnreadablePicture {
        return Pictures.decode(file, PictureHeader.of(file), 1, false);
    }

    /**
     * Pictures that break no rule by their labels, and have two thirds of the labels that any picture has: of one with few labels nobody
     * knows whether it breaks a rule.
     */
    List<LabelledPicture> compliant() {
        long labels = pictures.stream()
                .flatMap(picture -> picture.meets().keySet().stream())
                .distinct()
                .count();
        return pictures.stream()
                .filter(picture -> !picture.meets().containsValue(false)
                        && 3L * picture.meets().size() >= 2 * labels)
                .toList();
    }

    /** Pictures good enough to be broken: neutral by name, and their labels say that they break no rule. */
    List<LabelledPicture> good() {
        return pictures.stream()
                .filter(picture ->
                        picture.file().contains("_neutral") && !picture.meets().containsValue(false))
                .toList();
    }
}
