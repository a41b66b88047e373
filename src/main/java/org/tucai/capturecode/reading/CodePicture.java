package org.tucai.capturecode.reading;

import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.Pictures;
import org.tucai.picture.UnreadablePicture;

/** A decoded picture in the forms that the attempts look at, each made when first asked for. For one thread. */
public final class CodePicture {
    /** Pictures of more pixels are looked at in half size first. */
    private static final int LARGE = 3_000_000;

    private final byte[] file;
    private final PictureHeader header;
    final Grey grey;
    private @Nullable Grey half;

    /** Decodes a picture file: JPEG, PNG, WebP, GIF or BMP, of animations the first frame. */
    public CodePicture(byte[] file) throws UnreadablePicture {
        this.file = file;
        this.header = PictureHeader.of(file);
        try (Mat mat = Pictures.decode(file, header, 1, true)) {
            this.grey = Grey.of(mat);
        }
    }

    /** How often to halve the picture for an attempt. */
    int halvings(Attempt attempt) {
        int usual = (long) grey.width * grey.height > LARGE ? 1 : 0;
        return switch (attempt.reduction) {
            case -1 -> 0;
            case 0 -> usual;
            case 1 -> 1 - usual;
            default -> attempt.reduction;
        };
    }

    Grey reduced(int halvings) {
        if (halvings == 0) {
            return grey;
        }
        Grey once = half;
        if (once == null) {
            once = grey.half();
            half = once;
        }
        return halvings == 1 ? once : once.half();
    }

    /** The colours mixed for contrast; null when the picture has none. */
    @Nullable
    Grey colour() throws UnreadablePicture {
        if (header.components() == 1) {
            return null;
        }
        try (Mat mat = Pictures.decode(file, header, 1, false)) {
            return ColourContrast.of(mat);
        }
    }
}
