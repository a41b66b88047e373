package org.tucai.capture;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.tucai.campaign.Campaign;
import org.tucai.platform.blob.BlobStore;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.portrait.Verdict;

/** Captures in review with a photo, for tests of what follows; the journeys go through the earlier steps instead. */
@Singleton
public class SubmittedCaptures {
    private final CaptureRepository captures;
    private final PhotoRepository photos;
    private final FactsVault facts;
    private final Followers followers;
    private final BlobStore blobs;
    private final PublicNumbers numbers;
    private final InstantSource clock;
    private final JsonMapper json;
    private final AtomicInteger count = new AtomicInteger();

    SubmittedCaptures(
            CaptureRepository captures,
            PhotoRepository photos,
            FactsVault facts,
            Followers followers,
            BlobStore blobs,
            PublicNumbers numbers,
            InstantSource clock,
            JsonMapper json) {
        this.captures = captures;
        this.photos = photos;
        this.facts = facts;
        this.followers = followers;
        this.blobs = blobs;
        this.numbers = numbers;
        this.clock = clock;
        this.json = json;
    }

    /** Another capture of this account, submitted now. */
    public String one(Campaign campaign, String accountNo) throws IOException {
        String no = numbers.next("cap");
        String enrolment = "2022" + count.incrementAndGet();
        Photo photo = photos.save(photo(no));
        CaptureFacts said = new CaptureFacts(
                "U" + enrolment,
                "张*",
                "1101********1234",
                "10005",
                "北京工业大学",
                "本科",
                "软件工程",
                enrolment,
                enrolment,
                LocalDate.of(2026, 7, 1));
        Capture capture = captures.save(new Capture(
                null,
                no,
                accountNo,
                campaign.no(),
                campaign.schoolNo(),
                facts.enrolmentKey("10005", enrolment),
                no,
                facts.studentKey("U" + enrolment),
                facts.seal(said),
                CaptureStatus.IN_REVIEW,
                photo.no(),
                1,
                null,
                clock.instant(),
                clock.instant(),
                null,
                null,
                null,
                clock.instant(),
                0));
        followers.submitted(capture);
        return no;
    }

    private Photo photo(String captureNo) throws IOException {
        PhotoReport report = new PhotoReport(Verdict.PASS, "graduation-2017", 1, null, "full", List.of(), 1.0);
        return new Photo(
                null,
                numbers.next("pho"),
                captureNo,
                null,
                numbers.next("tkt"),
                PhotoSource.CAMERA,
                PhotoStatus.CURRENT,
                new byte[32],
                Verdict.PASS,
                "graduation-2017",
                1,
                new String(json.writeValueAsBytes(report), StandardCharsets.UTF_8),
                blobs.put(new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3}),
                null,
                new byte[32],
                5,
                null,
                clock.instant(),
                0);
    }
}
