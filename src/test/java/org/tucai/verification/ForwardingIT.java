package org.tucai.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tucai.authority.ConclusionMessage.Conclusion;
import org.tucai.authority.PackageAnswer;
import org.tucai.campaign.School;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.forwarding.ForwardedPackage;
import org.tucai.forwarding.ForwardingService;
import org.tucai.forwarding.PackageStatus;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.security.Actor;
import org.tucai.platform.web.Cursor;
import org.tucai.sandbox.SandboxSettings;
import org.tucai.testing.Blobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TestAuthority;
import org.tucai.testing.TucaiTest;

/** From acceptance to conclusion, against the sandbox authority over HTTP. */
@TucaiTest
class ForwardingIT {
    private final Journeys journeys;
    private final CampaignFixtures campaigns;
    private final TestAuthority authority;
    private final ForwardingService forwarding;
    private final CaptureService captures;
    private final CaptureAlbum album;
    private final ConclusionService conclusions;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final People people;
    private final Http http;
    private final Rows rows;
    private final Blobs blobs;

    ForwardingIT(
            Journeys journeys,
            CampaignFixtures campaigns,
            TestAuthority authority,
            ForwardingService forwarding,
            CaptureService captures,
            CaptureAlbum album,
            ConclusionService conclusions,
            DueJobs jobs,
            MutableClock clock,
            People people,
            Http http,
            Rows rows,
            Blobs blobs) {
        this.journeys = journeys;
        this.campaigns = campaigns;
        this.authority = authority;
        this.forwarding = forwarding;
        this.captures = captures;
        this.album = album;
        this.conclusions = conclusions;
        this.jobs = jobs;
        this.clock = clock;
        this.people = people;
        this.http = http;
        this.rows = rows;
        this.blobs = blobs;
    }

    /** In a campaign that the school pays for. */
    private Journeys.Walk anAcceptedStudent() {
        School school = campaigns.aSchool();
        Journeys.Walk walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> t.feeMinor = 0));
        journeys.submit(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        return walk;
    }

    private Capture capture(Journeys.Walk walk) {
        return captures.require(walk.captureNo());
    }

    private ForwardedPackage onlyPackage(Journeys.Walk walk) {
        return forwarding.list(null, walk.captureNo(), Cursor.END, 10).getFirst();
    }

    @Test
    void anAcceptedPhotoIsAcknowledgedAndConcludedOnce() {
        authority.start(new SandboxSettings(0, null, true, true, 0));
        Journeys.Walk walk = anAcceptedStudent();
        jobs.runDue();
        jobs.run("forward-package", onlyPackage(walk).no());

        assertThat(onlyPackage(walk).status()).isEqualTo(PackageStatus.ACKNOWLEDGED);
        assertThat(capture(walk).status()).isEqualTo(CaptureStatus.FORWARDED);
        authority.conclude("同一人");

        assertThat(capture(walk).status()).isEqualTo(CaptureStatus.VERIFIED);
        assertThat(capture(walk).conclusion()).isEqualTo("同一人");
        assertThat(conclusions.list(null, null, Cursor.END, 10))
                .extracting(ReceivedConclusion::status)
                .containsExactlyInAnyOrder(ConclusionStatus.APPLIED, ConclusionStatus.OUTDATED);
    }

    @Test
    void aReturnedPhotoGoesBackToTheStudentWithTheAuthoritysWords() {
        authority.start();
        authority.post("/returns", Map.of("reason", "背景不均匀"));
        Journeys.Walk walk = anAcceptedStudent();
        jobs.runDue();

        assertThat(onlyPackage(walk).status()).isEqualTo(PackageStatus.RETURNED);
        assertThat(onlyPackage(walk).reason()).isEqualTo("背景不均匀");
        assertThat(capture(walk).status()).isEqualTo(CaptureStatus.RETURNED);
    }

    @Test
    void aConclusionOnAReplacedPictureDoesNotCountForTheNewOne() {
        authority.start();
        Journeys.Walk walk = anAcceptedStudent();
        jobs.runDue();
        ForwardedPackage old = onlyPackage(walk);
        captures.erratum(walk.captureNo(), "照片非本人", Actor.SYSTEM);
        journeys.submit(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        clock.advance(Duration.ofHours(1));
        jobs.runDue();
        assertThat(capture(walk).status()).isEqualTo(CaptureStatus.FORWARDED);

        Conclusion late =
                new Conclusion(album.facts(capture(walk)).studentUniqueNo(), old.no(), "非同一人", clock.instant());
        assertThat(conclusions.receive("late", late, ConclusionSource.FILE)).contains(ConclusionStatus.OUTDATED);

        assertThat(capture(walk).status()).isEqualTo(CaptureStatus.FORWARDED);
    }

    @Test
    void aPackageOfAReplacedPictureIsNotSent() {
        Journeys.Walk walk = anAcceptedStudent();
        jobs.runDue();
        String old = onlyPackage(walk).no();
        captures.erratum(walk.captureNo(), "照片非本人", Actor.SYSTEM);
        journeys.submit(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        rows.change("UPDATE photo_package SET status = 'WAITING' WHERE no = '" + old + "'"); // its job comes only now
        authority.start();

        jobs.run("forward-package", old);

        assertThat(forwarding.require(old).status()).isEqualTo(PackageStatus.CANCELLED);
        assertThat(capture(walk).status()).isEqualTo(CaptureStatus.ACCEPTED);
        clock.advance(Duration.ofHours(1));
        jobs.runDue();
        assertThat(capture(walk).status()).isEqualTo(CaptureStatus.FORWARDED);
    }

    @Test
    void anAnswerOnAReplacedPictureMovesNothingAndASecondAnswerIsIgnored() {
        Journeys.Walk walk = anAcceptedStudent();
        String old = onlyPackage(walk).no();
        captures.erratum(walk.captureNo(), "照片非本人", Actor.SYSTEM);
        journeys.submit(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        rows.change("UPDATE photo_package SET status = 'WAITING' WHERE no = '" + old + "'"); // sent just before that

        forwarding.settle(old, new PackageAnswer(old, true, null, "R1", clock.instant()));
        forwarding.settle(old, new PackageAnswer(old, false, "反光", "R2", clock.instant()));

        assertThat(forwarding.require(old).status()).isEqualTo(PackageStatus.ACKNOWLEDGED);
        assertThat(forwarding.require(old).receiptNo()).isEqualTo("R1");
        assertThat(capture(walk).status()).isEqualTo(CaptureStatus.ACCEPTED);
    }

    @Test
    void theForwardingIsStuckWhenAPackageWaitsLongerThanADay() {
        anAcceptedStudent();

        clock.advance(Duration.ofDays(1));
        boolean after = isStuck();
        clock.advance(Duration.ofSeconds(1));

        assertThat(after).isFalse();
        assertThat(isStuck()).isTrue();
    }

    private boolean isStuck() {
        return http.as(people.aManager()).get("/api/v1/admin/package-line").at("stuck");
    }

    @Test
    void waitsForWeeksForAnAuthorityThatIsAway() {
        Journeys.Walk walk = anAcceptedStudent();
        for (int hour = 0; hour < 21 * 24; hour += 6) {
            jobs.runDue();
            clock.advance(Duration.ofHours(6));
        }
        Http manager = http.as(people.aManager());
        assertThat(manager.get("/api/v1/admin/failed-jobs").<List<?>>at("items"))
                .isEmpty();
        Http.Reply line = manager.get("/api/v1/admin/package-line").expect(200);
        assertThat(line.<Boolean>at("connected")).isFalse();
        assertThat(line.<Boolean>at("stuck")).isTrue();
        assertThat(line.<Integer>at("waiting")).isEqualTo(1);
        assertThat(line.<String>at("lastFailure")).contains("no authority is connected");

        authority.start();
        jobs.runDue();

        assertThat(capture(walk).status()).isEqualTo(CaptureStatus.FORWARDED);
        assertThat(manager.get("/api/v1/admin/package-line").<Boolean>at("stuck"))
                .isFalse();
    }

    @Test
    void aPackageThatFailsByOurOwnFaultIsAbandonedAndListedForAManager() {
        Journeys.Walk walk = anAcceptedStudent();
        authority.start();
        rows.change("UPDATE photo SET blob_key = 'gone0000000000000000000000000000'");
        for (int hour = 0; hour < 100; hour++) {
            jobs.runDue();
            clock.advance(Duration.ofHours(1));
        }

        Http.Reply failed = http.as(people.aManager()).get("/api/v1/admin/failed-jobs");
        assertThat(failed.<String>at("items.0.type")).isEqualTo("forward-package");
        assertThat(failed.<String>at("items.0.subject"))
                .isEqualTo(onlyPackage(walk).no());
    }

    @Test
    void aPackageWithADamagedPictureIsReportedAndDoesNotDelayTheOthers() {
        Journeys.Walk walk = anAcceptedStudent();
        blobs.spoil(rows.texts("SELECT blob_key FROM photo").getFirst());
        Journeys.Walk other = anAcceptedStudent();
        authority.start();
        clock.advance(Duration.ofHours(1));
        jobs.runDue();

        assertThat(capture(other).status()).isEqualTo(CaptureStatus.FORWARDED);
        assertThat(onlyPackage(walk).lastFailure()).contains("missing or damaged");
        Http.Reply line = http.as(people.aManager()).get("/api/v1/admin/package-line");
        assertThat(line.<Integer>at("failing")).isEqualTo(1);
    }

    @Test
    void aPackageThatFailsOnceAfterALongWaitIsRetried() {
        Journeys.Walk walk = anAcceptedStudent();
        for (int hour = 0; hour < 70; hour++) {
            jobs.runDue();
            clock.advance(Duration.ofHours(1));
        }
        String picture = rows.texts("SELECT blob_key FROM photo").getFirst();
        byte[] whole = blobs.onDisk(picture);
        blobs.spoil(picture);
        jobs.runDue();
        blobs.mend(picture, whole);

        authority.start();
        clock.advance(Duration.ofHours(1));
        jobs.runDue();

        assertThat(capture(walk).status()).isEqualTo(CaptureStatus.FORWARDED);
        assertThat(rows.number("SELECT COUNT(*) FROM failed_job")).isZero();
    }

    /** Each would wait for its own time-out, and refunds and messages behind all of them. */
    @Test
    void aSilentAuthorityIsAskedOnceHoweverManyPackagesAreDue() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            AtomicInteger asked = new AtomicInteger();
            Thread.ofVirtual().start(() -> hangUp(silent, asked));
            authority.isAwayAt("http://127.0.0.1:" + silent.getLocalPort());
            List<Journeys.Walk> walks = List.of(anAcceptedStudent(), anAcceptedStudent(), anAcceptedStudent());

            jobs.runDue();

            assertThat(asked).hasValue(1);
            assertThat(walks)
                    .allSatisfy(walk ->
                            assertThat(onlyPackage(walk).lastFailure()).contains("the authority cannot be reached at"));
            authority.start();
            clock.advance(Duration.ofHours(1));
            jobs.runDue();
            assertThat(walks)
                    .allSatisfy(walk -> assertThat(capture(walk).status()).isEqualTo(CaptureStatus.FORWARDED));
        }
    }

    private static void hangUp(ServerSocket server, AtomicInteger asked) {
        try {
            while (true) {
                Socket caller = server.accept();
                asked.incrementAndGet();
                caller.close();
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    /** Sealed and signed by the authority, but an old one that somebody on the way repeats. */
    @Test
    void anAnswerToAnotherPackageIsNotTaken() throws IOException {
        authority.start();
        try (RepeatingProxy proxy = RepeatingProxy.before(authority.url())) {
            authority.isAwayAt(proxy.url());
            Journeys.Walk first = anAcceptedStudent();
            jobs.runDue();
            Journeys.Walk second = anAcceptedStudent();
            jobs.runDue();

            assertThat(onlyPackage(first).status()).isEqualTo(PackageStatus.ACKNOWLEDGED);
            assertThat(onlyPackage(second).status()).isEqualTo(PackageStatus.WAITING);
            assertThat(onlyPackage(second).lastFailure()).contains("the authority answered for another package");
        }
    }

    @Test
    void waitsForAnAuthorityThatIsAwayAndSaysWhy() {
        Journeys.Walk walk = anAcceptedStudent();
        jobs.runDue();

        assertThat(onlyPackage(walk).status()).isEqualTo(PackageStatus.WAITING);
        assertThat(onlyPackage(walk).lastFailure()).contains("no authority is connected");
        authority.start();
        clock.advance(Duration.ofHours(1));
        jobs.runDue();

        assertThat(capture(walk).status()).isEqualTo(CaptureStatus.FORWARDED);
    }
}
