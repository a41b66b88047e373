package org.tucai.forwarding;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import org.tucai.authority.AuthorityLine;
import org.tucai.authority.AuthoritySettings;
import org.tucai.authority.AuthorityUnavailable;
import org.tucai.authority.MessagePurpose;
import org.tucai.authority.PackageAnswer;
import org.tucai.authority.PhotoPackage;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureFacts;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.Photo;
import org.tucai.platform.blob.BlobMissingException;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.LineClosed;
import org.tucai.platform.job.Lines;

/**
 * Sends one package. While the authority cannot be reached it is retried as long as the package waits, at pauses that grow to an hour;
 * the last failure is stored with the package, and managers see that the line is stuck. A package does not wait for an authority that did
 * not answer another one a moment ago ({@link Lines}). Other failures are retried for about two days
 * ({@code RetryPolicy.REMOTE}); then the job is listed among the failed jobs.
 */
@Singleton
class ForwardPackageJob implements JobHandler {
    static final String TYPE = "forward-package";

    private final ForwardingService forwarding;
    private final CaptureService captures;
    private final CaptureAlbum album;
    private final AuthorityLine line;
    private final AuthoritySettings settings;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Lines lines;

    ForwardPackageJob(
            ForwardingService forwarding,
            CaptureService captures,
            CaptureAlbum album,
            AuthorityLine line,
            AuthoritySettings settings,
            JsonMapper json,
            InstantSource clock,
            Lines lines) {
        this.forwarding = forwarding;
        this.captures = captures;
        this.album = album;
        this.line = line;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.lines = lines;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean waitsOut(Throwable failure) {
        return failure instanceof AuthorityUnavailable;
    }

    @Override
    public void run(String packageNo) {
        ForwardedPackage waiting = forwarding.require(packageNo);
        if (waiting.status() != PackageStatus.WAITING) {
            return;
        }
        Capture capture = captures.require(waiting.captureNo());
        CaptureFacts facts = album.facts(capture);
        // a photo retaken after an erratum has its own package
        if (!capture.keepsFacts()
                || capture.status() != CaptureStatus.ACCEPTED
                || !waiting.photoNo().equals(capture.photoNo())) {
            forwarding.cancel(packageNo);
            return;
        }
        if (facts == null) {
            throw unreadable(waiting);
        }
        Photo photo = album.require(waiting.captureNo(), waiting.photoNo());
        byte[] picture = picture(waiting, photo);
        PhotoPackage content = new PhotoPackage(
                packageNo,
                settings.unit(),
                clock.instant(),
                facts.studentUniqueNo(),
                facts.enrolmentNo(),
                facts.schoolCode(),
                Objects.requireNonNull(photo.jpegSha256()),
                Base64.getEncoder().encodeToString(picture));
        forwarding.settle(packageNo, send(packageNo, content));
    }

    private IllegalStateException unreadable(ForwardedPackage waiting) {
        String why = "the student's details are damaged or their key is missing; restore them from the backup";
        forwarding.failed(waiting.no(), why);
        return new IllegalStateException(waiting.captureNo() + ": " + why);
    }

    private byte[] picture(ForwardedPackage waiting, Photo photo) {
        try {
            return album.picture(photo);
        } catch (BlobMissingException | IllegalStateException e) {
            forwarding.failed(waiting.no(), "the picture's file is missing or damaged; restore it from the backup");
            throw e;
        }
    }

    private PackageAnswer send(String packageNo, PhotoPackage content) {
        try {
            byte[] message = json.writeValueAsBytes(content);
            byte[] reply = lines.ask(
                    settings.url(),
                    e -> e instanceof AuthorityUnavailable failure && failure.isSilence(),
                    () -> line.exchange("/packages", MessagePurpose.PACKAGE, message, MessagePurpose.PACKAGE_ANSWER));
            PackageAnswer answer = json.readValue(reply, PackageAnswer.class);
            if (!answer.packageNo().equals(packageNo)) {
                throw new AuthorityUnavailable("the authority answered for another package");
            }
            return answer;
        } catch (AuthorityUnavailable | LineClosed e) {
            forwarding.failed(packageNo, String.valueOf(e.getMessage()));
            throw e;
        } catch (IOException e) {
            forwarding.failed(packageNo, "the authority's answer is not readable");
            throw new UncheckedIOException(e);
        }
    }
}
