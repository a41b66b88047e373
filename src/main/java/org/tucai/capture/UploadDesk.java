package org.tucai.capture;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tucai.campaign.Campaign;
import org.tucai.platform.blob.BlobStore;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.privacy.Sha256;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.StoredJson;
import org.tucai.platform.work.Turns;
import org.tucai.portrait.Shot;
import org.tucai.portrait.Verdict;

/** Takes uploads: limits, judges and stores them outside any transaction, then records them inside one. */
@Singleton
public class UploadDesk {
    /** Largest upload, in bytes (10 MiB). */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private final PhotoService photoService;
    private final PhotoRepository photos;
    private final TicketSeal seal;
    private final Darkroom darkroom;
    private final Turns turns;
    private final BlobStore blobs;
    private final Stationery stationery;

    UploadDesk(
            PhotoService photoService,
            PhotoRepository photos,
            TicketSeal seal,
            Darkroom darkroom,
            Turns turns,
            BlobStore blobs,
            Stationery stationery) {
        this.photoService = photoService;
        this.photos = photos;
        this.seal = seal;
        this.darkroom = darkroom;
        this.turns = turns;
        this.blobs = blobs;
        this.stationery = stationery;
    }

    /**
     * A ticket as the client gets it.
     *
     * @param token number and signature
     */
    public record Issued(String token, Instant expiresAt) {}

    /** A judged photo and its report. */
    public record Taken(Photo photo, PhotoReport report) {}

    /** A ticket for one photo of the account's own capture. */
    public Issued issue(String captureNo, String accountNo, PhotoSource source) {
        UploadTicket ticket = photoService.issueTicket(captureNo, accountNo, source);
        return new Issued(seal.token(ticket), ticket.expiresAt());
    }

    /**
     * Judges an upload and keeps it. The same bytes with the same ticket give the same photo again, so a client on a bad network may retry.
     * Uploads of one account are processed one at a time, so that no ticket is judged twice.
     */
    public Taken take(String token, String accountNo, byte[] upload) {
        requireBounded(upload);
        return turns.run(accountNo, () -> inTurn(token, accountNo, upload));
    }

    private Taken inTurn(String token, String accountNo, byte[] upload) {
        byte[] hash = Sha256.of(upload);
        PhotoService.Presented shown = photoService.present(seal.number(token), accountNo, hash);
        return shown.photoNo() != null
                ? read(photos.findByTicketNo(shown.ticketNo()).orElseThrow())
                : develop(shown, upload, hash, new Actor(Role.STUDENT, accountNo));
    }

    /** A photo shot by the operator of an on-site campaign. */
    public Taken takeOnSite(String captureNo, byte[] upload, Actor operator) {
        requireBounded(upload);
        return turns.run(
                operator.no(), () -> develop(photoService.issueOnSite(captureNo), upload, Sha256.of(upload), operator));
    }

    private static void requireBounded(byte[] upload) {
        if (upload.length > MAX_BYTES) {
            throw new ProblemException(PlatformProblem.PAYLOAD_TOO_LARGE);
        }
    }

    private Taken read(Photo photo) {
        return new Taken(photo, stationery.read(photo));
    }

    private Taken develop(PhotoService.Presented shown, byte[] upload, byte[] hash, Actor actor) {
        Campaign campaign = shown.campaign();
        Darkroom.Developed developed = darkroom.develop(upload, campaign);
        Shot shot = developed.shot();
        byte[] jpeg = shot.report().verdict() == Verdict.FAIL ? null : shot.jpeg();
        List<String> keys = jpeg == null ? List.of() : blobs.putAll(List.of(jpeg, upload));
        PhotoReport report =
                PhotoReport.of(jpeg == null ? shot.reportOnTheOriginal() : shot.report(), campaign.colours());
        Photo photo = photo(shown, report, hash, developed, jpeg, keys);
        Photo kept = keepOrDrop(photo, actor);
        return kept.no().equals(photo.no()) ? new Taken(kept, report) : read(kept);
    }

    /** Deletes pictures at once that no row will name. After an unexpected failure that is uncertain, and left to the sweep job. */
    private Photo keepOrDrop(Photo photo, Actor actor) {
        try {
            Photo result = photoService.keep(photo, actor);
            if (!result.no().equals(photo.no())) {
                drop(photo);
            }
            return result;
        } catch (ProblemException e) {
            drop(photo);
            throw e;
        }
    }

    private void drop(Photo photo) {
        Stream.of(photo.blobKey(), photo.originalKey()).filter(Objects::nonNull).forEach(blobs::delete);
    }

    private Photo photo(
            PhotoService.Presented shown,
            PhotoReport report,
            byte[] hash,
            Darkroom.Developed developed,
            byte @Nullable [] jpeg,
            List<String> keys) {
        Shot shot = developed.shot();
        return new Photo(
                null,
                stationery.number(),
                shown.captureNo(),
                shown.campaign().schoolNo(),
                shown.ticketNo(),
                shown.source(),
                jpeg == null ? PhotoStatus.UNUSABLE : PhotoStatus.CURRENT,
                hash,
                jpeg == null ? Verdict.FAIL : shot.report().verdict(),
                shot.report().profile(),
                shot.report().profileVersion(),
                stationery.write(report),
                jpeg == null ? null : keys.getFirst(),
                jpeg == null ? null : keys.getLast(),
                jpeg == null ? null : Sha256.of(jpeg),
                jpeg == null ? null : jpeg.length,
                jpeg == null ? null : developed.likeness(),
                stationery.now(),
                0);
    }

    /** What every photo row needs: a number, the time, and its report as JSON. */
    @Singleton
    static class Stationery {
        private final PublicNumbers numbers;
        private final InstantSource clock;
        private final StoredJson json;

        Stationery(PublicNumbers numbers, InstantSource clock, StoredJson json) {
            this.numbers = numbers;
            this.clock = clock;
            this.json = json;
        }

        String number() {
            return numbers.next("pho");
        }

        Instant now() {
            return clock.instant();
        }

        String write(PhotoReport report) {
            return json.write(report);
        }

        PhotoReport read(Photo photo) {
            return photo.report() == null ? PhotoReport.forgotten(photo) : json.read(photo.report(), PhotoReport.class);
        }
    }
}
