package org.tucai.capture.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import net.coobird.thumbnailator.Thumbnails;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.Photo;

/** Pictures in the sizes screens need. A photo's pixels never change, so clients may keep them, but ask before each use. */
@Singleton
public class PictureAnswers {
    /** Widths that are made, in pixels; any other wish gets the next larger one, or the picture itself. */
    private static final List<Integer> WIDTHS = List.of(120, 240);

    private static final double QUALITY = 0.8;

    private final CaptureAlbum album;

    PictureAnswers(CaptureAlbum album) {
        this.album = album;
    }

    /** The picture at about that width, or 304 when the client has it. */
    public HttpResponse<byte[]> answer(Photo photo, @Nullable Integer width, @Nullable String ifNoneMatch) {
        int made = WIDTHS.stream()
                .filter(w -> width != null && width <= w)
                .findFirst()
                .orElse(0);
        String tag = "\"" + photo.no() + "-" + made + "\"";
        if (tag.equals(ifNoneMatch) && photo.blobKey() != null) {
            return HttpResponse.<byte[]>notModified().header(HttpHeaders.ETAG, tag);
        }
        byte[] picture = album.picture(photo);
        return HttpResponse.ok(made == 0 ? picture : shrink(picture, made))
                .contentType(MediaType.IMAGE_JPEG_TYPE)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private static byte[] shrink(byte[] picture, int width) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(16 * 1024);
            Thumbnails.of(new ByteArrayInputStream(picture))
                    .width(width)
                    .outputFormat("jpg")
                    .outputQuality(QUALITY)
                    .toOutputStream(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
