package org.tucai.capture.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.Photo;
import org.tucai.picture.SmallerJpeg;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.web.Etag;

/** Pictures in the sizes screens need. A photo's pixels never change, so clients may cache them, but revalidate before each use. */
@Singleton
public class PictureAnswers {
    /** Available widths in pixels; any other request gets the next larger one, or the picture itself. */
    private static final List<Integer> WIDTHS = List.of(120, 240);

    private static final double QUALITY = 0.8;

    private final CaptureAlbum album;
    private final ThumbnailShelf shelf;

    PictureAnswers(CaptureAlbum album, ThumbnailShelf shelf) {
        this.album = album;
        this.shelf = shelf;
    }

    /** The picture at about that width, or 304 when the client has it. */
    public HttpResponse<byte[]> answer(Photo photo, @Nullable Integer width, @Nullable String ifNoneMatch) {
        int made = WIDTHS.stream()
                .filter(w -> width != null && width <= w)
                .findFirst()
                .orElse(0);
        String tag = "\"" + photo.no() + "-" + made + "\"";
        if (photo.blobKey() == null) {
            throw PlatformProblem.notFound();
        }
        if (Etag.isKnown(ifNoneMatch, tag)) {
            return tagged(HttpResponse.notModified(), tag);
        }
        byte[] picture = made == 0 ? album.picture(photo) : shelf.get(tag, () -> shrink(album.picture(photo), made));
        return tagged(HttpResponse.ok(picture).contentType(MediaType.IMAGE_JPEG_TYPE), tag);
    }

    /** A 304 carries the same caching headers, because clients adopt them. */
    private static HttpResponse<byte[]> tagged(MutableHttpResponse<byte[]> answer, String tag) {
        return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private static byte[] shrink(byte[] picture, int width) {
        try {
            return SmallerJpeg.of(picture, width, 2 * width, QUALITY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
