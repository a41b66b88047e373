package org.tucai.delivery;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureFacts;
import org.tucai.capture.CaptureService;
import org.tucai.capture.Photo;
import org.tucai.platform.blob.BlobDamagedException;
import org.tucai.platform.blob.BlobMissingException;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.ArchiveEntry;
import org.tucai.platform.web.Csv;
import org.tucai.platform.web.PiecewiseStream;
import org.tucai.platform.web.ZipPieces;

/** Writes a delivery as a ZIP, photo by photo: the photos, then {@code manifest.csv} with the SHA-256 of each. */
@Singleton
public class Archive {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final String HEAD =
            "file,status,studentUniqueNo,studentNo,level,major,sha256,bytes,acceptedAt,capture\r\n";

    private final CaptureService captures;
    private final CaptureAlbum album;

    Archive(CaptureService captures, CaptureAlbum album) {
        this.captures = captures;
        this.album = album;
    }

    /** The archive as a stream that produces each photo's part only when it is read: one photo is in memory at a time. */
    public InputStream open(Delivery delivery, List<DeliveryItem> items) {
        Map<String, Capture> known =
                captures.all(items.stream().map(DeliveryItem::captureNo).toList());
        FileNames names = new FileNames(
                delivery.nameScheme(), delivery.folderScheme(), Objects.requireNonNullElse(delivery.folderPrefix(), 0));
        StringBuilder manifest = new StringBuilder(Csv.BYTE_ORDER_MARK).append(HEAD);
        Iterator<DeliveryItem> rest = items.iterator();
        return new PiecewiseStream(new ZipPieces(zip -> {
            if (rest.hasNext()) {
                DeliveryItem item = rest.next();
                manifest.append(add(item, known.get(item.captureNo()), names, zip));
                return true;
            }
            zip.putNextEntry(ArchiveEntry.of("manifest.csv", delivery.preparedAt()));
            zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return false;
        }));
    }

    /**
     * Adds one photo and returns its manifest line. A photo deleted, damaged or replaced meanwhile is listed there, without a file; so is
     * one whose student cannot be read, because nobody could tell whose it is.
     */
    private String add(DeliveryItem item, @Nullable Capture capture, FileNames names, ZipOutputStream zip)
            throws IOException {
        CaptureFacts facts = capture == null ? null : album.facts(capture);
        if (capture == null || !item.photoNo().equals(capture.photoNo())) {
            return gone(item);
        } else if (facts == null) {
            return capture.keepsFacts() ? without(item, "unreadable") : gone(item);
        }
        Photo photo;
        byte[] picture;
        try {
            photo = album.require(item.captureNo(), item.photoNo());
            picture = album.picture(photo);
        } catch (ProblemException | BlobMissingException | BlobDamagedException e) {
            LOG.warn("Photo {} of delivery {} cannot be read", item.photoNo(), item.deliveryNo());
            return gone(item);
        }
        String sha256 = photo.jpegSha256();
        if (sha256 == null) { // deleted since its facts were read
            return gone(item);
        }
        String name = names.next(facts);
        Instant acceptedAt = Objects.requireNonNull(capture.acceptedAt());
        zip.putNextEntry(ArchiveEntry.of(name, acceptedAt));
        zip.write(picture);
        zip.closeEntry();
        return Csv.line(
                name,
                "ok",
                facts.studentUniqueNo(),
                Objects.requireNonNullElse(facts.studentNo(), ""),
                facts.level(),
                facts.major(),
                sha256,
                Integer.toString(picture.length),
                ChinaTime.offset(acceptedAt).toString(),
                capture.no());
    }

    private static String gone(DeliveryItem item) {
        return without(item, "gone");
    }

    private static String without(DeliveryItem item, String why) {
        return Csv.line("", why, "", "", "", "", "", "0", "", item.captureNo());
    }
}
