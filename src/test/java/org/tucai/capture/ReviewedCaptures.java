package org.tucai.capture;

import jakarta.inject.Singleton;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.tucai.campaign.Campaign;
import org.tucai.picture.PictureFiles;
import org.tucai.platform.blob.BlobStore;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.security.Actor;
import org.tucai.portrait.Verdict;

/** Captures whose photo awaits or has passed the review, made without a face, for the features that follow the review. */
@Singleton
public class ReviewedCaptures {
    private static final String REPORT =
            "{\"verdict\":\"PASS\",\"profile\":\"graduation-2017\",\"profileVersion\":1,\"mode\":\"full\",\"rules\":[],\"ms\":1}";

    private final CaptureRepository captures;
    private final PhotoRepository photos;
    private final FactsVault facts;
    private final BlobStore blobs;
    private final PublicNumbers numbers;
    private final CaptureService service;
    private final Followers followers;
    private final InstantSource clock;
    private final AtomicInteger count = new AtomicInteger();

    ReviewedCaptures(
            CaptureRepository captures,
            PhotoRepository photos,
            FactsVault facts,
            BlobStore blobs,
            PublicNumbers numbers,
            CaptureService service,
            Followers followers,
            InstantSource clock) {
        this.captures = captures;
        this.photos = photos;
        this.facts = facts;
        this.blobs = blobs;
        this.numbers = numbers;
        this.service = service;
        this.followers = followers;
        this.clock = clock;
    }

    /** An accepted capture with this 学号, of another student on each call. */
    public Capture accepted(Campaign campaign, String accountNo, String studentNo) {
        Capture inReview = inReview(campaign, accountNo, studentNo);
        service.accept(inReview.no(), Actor.SYSTEM);
        return service.require(inReview.no());
    }

    /** An accepted capture of a student whose code contains this 学号, level and major. */
    public Capture accepted(Campaign campaign, String studentNo, String level, String major) {
        Capture capture = inReview(campaign, "acc_00000000000000000001", said(studentNo, level, major));
        service.accept(capture.no(), Actor.SYSTEM);
        return service.require(capture.no());
    }

    /** In review like {@link #inReview}, and waiting in the queue. */
    public String submitted(Campaign campaign, String accountNo) {
        Capture capture = inReview(campaign, accountNo, "2022" + count.incrementAndGet());
        followers.submitted(capture);
        return capture.no();
    }

    public Capture inReview(Campaign campaign, String accountNo, String studentNo) {
        return inReview(campaign, accountNo, said(studentNo, "本科", "计算机科学与技术"));
    }

    private CaptureFacts said(String studentNo, String level, String major) {
        String unique = "SU%012d".formatted(count.incrementAndGet());
        return new CaptureFacts(
                unique,
                "张*",
                "3201**********123X",
                "10001",
                "测试大学",
                level,
                major,
                studentNo,
                "E" + unique,
                LocalDate.of(2026, 6, 30));
    }

    private Capture inReview(Campaign campaign, String accountNo, CaptureFacts said) {
        String captureNo = numbers.next("cap");
        Photo photo = aPhoto(captureNo);
        return captures.save(new Capture(
                null,
                captureNo,
                accountNo,
                campaign.no(),
                campaign.schoolNo(),
                facts.enrolmentKey("10001", said.enrolmentNo()),
                captureNo,
                facts.studentKey(said.studentUniqueNo()),
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
    }

    private Photo aPhoto(String captureNo) {
        byte[] jpeg = jpeg(count.incrementAndGet());
        return photos.save(new Photo(
                null,
                numbers.next("pho"),
                captureNo,
                null,
                numbers.next("tkt"),
                PhotoSource.CAMERA,
                PhotoStatus.CURRENT,
                sha256(jpeg),
                Verdict.PASS,
                "graduation-2017",
                1,
                REPORT,
                blobs.put(jpeg),
                null,
                sha256(jpeg),
                jpeg.length,
                Likeness.of(jpeg),
                clock.instant(),
                0));
    }

    /** A plain 480 × 640 JPEG, different for each number. */
    public static byte[] jpeg(int number) {
        BufferedImage image = new BufferedImage(480, 640, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(100, 197, number % 256));
        pen.fillRect(0, 0, 480, 640);
        pen.dispose();
        return PictureFiles.written(image, "jpg");
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
