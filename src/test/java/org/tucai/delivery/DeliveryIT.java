package org.tucai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureService;
import org.tucai.capture.RejectReason;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.platform.security.Actor;
import org.tucai.platform.time.ChinaTime;
import org.tucai.testing.Blobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** A school and its own students' photos. */
@TucaiTest
class DeliveryIT {
    private static final String HERE = "/api/v1/school/deliveries";

    private final ReviewedCaptures reviewed;
    private final CaptureService captures;
    private final CampaignFixtures campaigns;
    private final People people;
    private final MutableClock clock;
    private final Http http;
    private final Blobs blobs;
    private final Rows rows;
    private Campaign campaign;
    private School school;
    private Http client;
    private String accountNo;

    DeliveryIT(
            ReviewedCaptures reviewed,
            CaptureService captures,
            CampaignFixtures campaigns,
            People people,
            MutableClock clock,
            Http http,
            Rows rows,
            Blobs blobs) {
        this.reviewed = reviewed;
        this.captures = captures;
        this.campaigns = campaigns;
        this.people = people;
        this.clock = clock;
        this.http = http;
        this.blobs = blobs;
        this.rows = rows;
    }

    @BeforeEach
    void aSchool() {
        school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> {});
        client = http.as(people.aSchoolClient(school.no()));
        accountNo = http.as(people.aStudent())
                .get("/api/v1/student/account")
                .expect(200)
                .at("no");
    }

    @Test
    void deliversAcceptedPhotosWithAManifestThatMatches() throws NoSuchAlgorithmException {
        Capture capture = accepted("B1");
        clock.advance(Duration.ofSeconds(1));
        accepted("B2");

        Http.Reply made = prepare(null, "STUDENT_NO", "LEVEL_AND_MAJOR").expect(201);
        assertThat((Integer) made.at("photos")).isEqualTo(2);
        Map<String, byte[]> files =
                client.get((String) made.at("archiveUrl")).expect(200).unzipped();

        assertThat(files).containsOnlyKeys("photos/本科/计算机科学与技术/B1.jpg", "photos/本科/计算机科学与技术/B2.jpg", "manifest.csv");
        List<String> manifest = new String(files.get("manifest.csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(manifest).hasSize(3);
        assertThat(manifest.get(1))
                .startsWith("photos/本科/计算机科学与技术/B1.jpg,ok,SU")
                .contains(sha256(files.get("photos/本科/计算机科学与技术/B1.jpg")))
                .endsWith(capture.no());
    }

    @Test
    void archiveEntriesCarryUtf8NamesAndTheTimeOfTheDelivery() throws IOException {
        accepted("B1");
        String archive =
                prepare(null, "STUDENT_NO", "LEVEL_AND_MAJOR").expect(201).at("archiveUrl");

        Instant preparedAt = clock.instant();
        List<ZipEntry> entries = entries(client.get(archive).expect(200).body());

        assertThat(entries.getLast().getTimeLocal().atZone(ChinaTime.ZONE).toInstant())
                .isBetween(preparedAt.minusSeconds(2), preparedAt);
        assertThat(entries)
                .allSatisfy(entry -> assertThat(new String(entry.getExtra(), StandardCharsets.UTF_8))
                        .endsWith(entry.getName()));
    }

    /** The cursor of a delivery has another name than those of lists. */
    @Test
    void anInvalidDeliveryCursorIsNamedByItsOwnField() {
        Http.Reply refused = prepare("abc", "STUDENT_NO", "NONE").expectPlainProblem(422, "invalid-fields");

        assertThat(refused.errors()).containsExactly(Map.of("pointer", "/since", "detail", "须为上次交付返回的 nextCursor，或不填"));
    }

    @Test
    void groupsByTheFirstCharactersOfTheStudentNumber() {
        accepted("2022010101");
        accepted("2022010203");
        accepted("7");

        client.post(HERE, Map.of("names", "STUDENT_NO", "folders", "STUDENT_NO_PREFIX"))
                .expectPlainProblem(422, "invalid-fields");
        clock.advance(Duration.ofMinutes(1));
        Http.Reply made = client.post(
                        HERE, Map.of("names", "STUDENT_NO", "folders", "STUDENT_NO_PREFIX", "studentNoPrefix", 8))
                .expect(201);

        assertThat(client.get((String) made.at("archiveUrl")).expect(200).unzipped())
                .containsOnlyKeys(
                        "photos/20220101/2022010101.jpg",
                        "photos/20220102/2022010203.jpg",
                        "photos/7/7.jpg",
                        "manifest.csv");
    }

    @Test
    void goesOnWhereTheLastDeliveryEnded() {
        accepted("B1");
        clock.advance(Duration.ofSeconds(1));
        accepted("B2");
        clock.advance(Duration.ofMinutes(1));

        Http.Reply first = client.post(HERE, Map.of("names", "STUDENT_NO", "folders", "NONE", "limit", 1))
                .expect(201);
        Http.Reply second =
                prepare(first.at("nextCursor"), "STUDENT_NO", "NONE").expect(201);
        prepare(second.at("nextCursor"), "STUDENT_NO", "NONE").expectProblem(409, "nothing-to-deliver");

        assertThat(client.get((String) second.at("archiveUrl")).expect(200).unzipped())
                .containsOnlyKeys("photos/B2.jpg", "manifest.csv");
    }

    @Test
    void givesPhotosOfTheSameStudentNumberDifferentNames() {
        accepted("../B1");
        accepted("../B1");
        clock.advance(Duration.ofSeconds(1));
        accepted("../b1"); // some file systems would keep only one of the two

        Http.Reply made = prepare(null, "STUDENT_NO", "NONE").expect(201);

        assertThat(client.get((String) made.at("archiveUrl")).expect(200).unzipped())
                .containsOnlyKeys("photos/___B1.jpg", "photos/___B1_2.jpg", "photos/___b1_3.jpg", "manifest.csv");
    }

    @Test
    void marksAPhotoReturnedInTheMeantimeAsGone() {
        Capture capture = accepted("B1");
        Http.Reply made = prepare(null, "STUDENT_NO", "NONE").expect(201);

        captures.returned(capture.no(), "反光");

        Map<String, byte[]> files =
                client.get((String) made.at("archiveUrl")).expect(200).unzipped();
        assertThat(files).containsOnlyKeys("manifest.csv");
        assertThat(new String(files.get("manifest.csv"), StandardCharsets.UTF_8))
                .contains(",gone,")
                .contains(capture.no());
    }

    /** One damaged file would keep all the others from the school. */
    @Test
    void marksAPhotoWithADamagedFileAsGoneAndDeliversTheOthers() {
        accepted("B1");
        accepted("B2");
        Http.Reply made = prepare(null, "STUDENT_NO", "NONE").expect(201);
        blobs.spoil(rows.texts("SELECT blob_key FROM photo ORDER BY id").getFirst());

        Map<String, byte[]> files =
                client.get((String) made.at("archiveUrl")).expect(200).unzipped();

        assertThat(files).containsOnlyKeys("photos/B2.jpg", "manifest.csv");
        assertThat(new String(files.get("manifest.csv"), StandardCharsets.UTF_8))
                .containsOnlyOnce(",gone,")
                .containsOnlyOnce(",ok,");
    }

    @Test
    void keepsSchoolsApart() {
        Capture capture = accepted("B1");
        Http.Reply made = prepare(null, "STUDENT_NO", "NONE").expect(201);
        Http other = http.as(people.aSchoolClient(campaigns.aSchool().no()));

        other.get((String) made.at("archiveUrl")).expectProblem(404, "not-found");
        other.get(HERE + "/" + made.at("no")).expectProblem(404, "not-found");
        other.post(HERE, Map.of("names", "STUDENT_NO", "folders", "NONE")).expectProblem(409, "nothing-to-deliver");
        other.post("/api/v1/school/disputes", Map.of("captureNo", capture.no(), "words", "不是本校"))
                .expectProblem(404, "not-found");
        other.put("/api/v1/school/campaigns/" + campaign.no() + "/expected-students", Map.of("students", 3))
                .expectProblem(404, "not-found");
        clock.advance(Duration.ofMinutes(1));
        assertThat(other.get("/api/v1/school/students?list=DONE").expect(200).text())
                .doesNotContain(capture.no());
    }

    @Test
    void isAcknowledgedOnlyAfterItWasPulled() {
        accepted("B1");
        prepare(null, "STUDENT_NO", "NONE").expect(201); // and never pulled
        Http.Reply made = prepare(null, "STUDENT_NO", "NONE").expect(201);
        String acknowledgements = HERE + "/" + made.at("no") + "/acknowledgements";

        client.post(acknowledgements, null).expectProblem(409, "delivery-not-pulled");
        client.get((String) made.at("archiveUrl")).expect(200).unzipped();
        client.post(acknowledgements, null).expect(201);
        Http.Reply again = client.post(acknowledgements, null).expect(201);

        assertThat((String) again.at("status")).isEqualTo("ACKNOWLEDGED");
        assertThat(rows.texts(
                        "SELECT cause FROM state_transition WHERE subject = ? ORDER BY id", (String) made.at("no")))
                .containsExactly("prepared", "pulled", "acknowledged");
        assertThat(rows.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'delivery-acknowledged'"))
                .isEqualTo(1);
    }

    @Test
    void everyPullIsAudited() {
        accepted("B1");
        String archive = prepare(null, "STUDENT_NO", "NONE").expect(201).at("archiveUrl");

        client.get(archive).expect(200);
        client.get(archive).expect(200);

        assertThat(rows.texts("SELECT detail FROM audit_entry WHERE action = 'delivery-pulled'"))
                .containsExactly("1 photos", "1 photos");
    }

    /** Gateways and download tools ask for the headers before they pull; nothing has been delivered yet. */
    @Test
    void aHeadRequestDoesNotCountAsPulled() {
        accepted("B1");
        Http.Reply made = prepare(null, "STUDENT_NO", "NONE").expect(201);

        Http.Reply head = client.send("HEAD", made.at("archiveUrl"), "application/json", new byte[0])
                .expect(200);

        assertThat(head.header("Content-Type")).isEqualTo("application/zip");
        assertThat((String) client.get(HERE + "/" + made.at("no")).at("status")).isEqualTo("PREPARED");
        assertThat(rows.texts("SELECT detail FROM audit_entry WHERE action = 'delivery-pulled'"))
                .isEmpty();
    }

    @Test
    void listsDoneRejectedDoubtfulAndMissing() {
        Capture done = accepted("B1");
        Capture rejected = reviewed.inReview(campaign, accountNo, "B2");
        captures.reject(rejected.no(), Set.of(RejectReason.values()[0]), null, Actor.SYSTEM);
        Capture doubtful = accepted("B3");
        captures.forwarded(doubtful.no());
        captures.verified(doubtful.no(), "可能非同一人");
        client.put("/api/v1/school/campaigns/" + campaign.no() + "/expected-students", Map.of("students", 10))
                .expect(204);

        clock.advance(Duration.ofMinutes(1));
        assertThat((String) students("DOUBTFUL").at("items.0.captureNo")).isEqualTo(doubtful.no());
        assertThat((String) students("REJECTED").at("items.0.captureNo")).isEqualTo(rejected.no());
        assertThat((List<?>) students("DONE").at("items")).hasSize(2);
        assertThat((String) students("DONE").at("items.0.captureNo")).isIn(done.no(), doubtful.no());
        Http.Reply progress = client.get("/api/v1/school/progress").expect(200);
        assertThat(progress.text())
                .contains("\"expected\":10")
                .contains("\"done\":2")
                .contains("\"rejected\":1")
                .contains("\"missing\":8");
        client.put("/api/v1/school/campaigns/" + campaign.no() + "/expected-students", Map.of("students", 1))
                .expect(204);
        assertThat(client.get("/api/v1/school/progress").text()).contains("\"missing\":0");
        assertThat(rows.texts("SELECT detail FROM audit_entry WHERE action = 'expected-students-set' ORDER BY id"))
                .containsExactly("students: 10", "students: 1");
    }

    /** Otherwise a school would not hear of its campaigns until the first student begins. */
    @Test
    void aCampaignIsListedForItsSchoolFromItsOpeningOn() {
        List<Map<String, Object>> progress =
                client.get("/api/v1/school/progress").expect(200).list();

        assertThat(progress).hasSize(1);
        assertThat(progress.getFirst()).containsEntry("campaignNo", campaign.no());
        assertThat(progress.getFirst()).containsEntry("done", 0).containsEntry("missing", null);
    }

    @Test
    void aCampaignThatStudentsBeganStaysListedAfterItsClosing() {
        accepted("B1");
        http.as(people.aManager())
                .post("/api/v1/admin/campaigns/" + campaign.no() + "/closings", null, "If-Match", "*")
                .expect(200);

        List<Map<String, Object>> progress =
                client.get("/api/v1/school/progress").expect(200).list();

        assertThat(progress).hasSize(1);
        assertThat(progress.getFirst()).containsEntry("campaignNo", campaign.no());
        assertThat(progress.getFirst()).containsEntry("done", 1);
    }

    private Http.Reply students(String list) {
        return client.get("/api/v1/school/students?list=" + list).expect(200);
    }

    private Capture accepted(String studentNo) {
        return reviewed.accepted(campaign, accountNo, studentNo);
    }

    private Http.Reply prepare(String since, String names, String folders) {
        clock.advance(Duration.ofMinutes(1));
        Map<String, Object> body = new LinkedHashMap<>(Map.of("names", names, "folders", folders));
        if (since != null) {
            body.put("since", since);
        }
        return client.post(HERE, body);
    }

    private static List<ZipEntry> entries(byte[] zipped) throws IOException {
        List<ZipEntry> entries = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static String sha256(byte[] file) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }
}
