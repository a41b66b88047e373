package org.tucai.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.authority.ConclusionMessage;
import org.tucai.authority.ConclusionMessage.Conclusion;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.web.Cursor;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TestAuthority;
import org.tucai.testing.TucaiTest;

@TucaiTest
class ConclusionIT {
    private static final Instant AT = MutableClock.START;
    private final ConclusionIntake intake;
    private final ConclusionService conclusions;
    private final ReviewedCaptures reviewed;
    private final CaptureService captures;
    private final CaptureAlbum album;
    private final CampaignFixtures campaigns;
    private final DueJobs jobs;
    private final TestAuthority authority;
    private final People people;
    private final Http http;
    private final Rows rows;

    ConclusionIT(
            ConclusionIntake intake,
            ConclusionService conclusions,
            ReviewedCaptures reviewed,
            CaptureService captures,
            CaptureAlbum album,
            CampaignFixtures campaigns,
            DueJobs jobs,
            TestAuthority authority,
            People people,
            Http http,
            Rows rows) {
        this.intake = intake;
        this.conclusions = conclusions;
        this.reviewed = reviewed;
        this.captures = captures;
        this.album = album;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.authority = authority;
        this.people = people;
        this.http = http;
        this.rows = rows;
    }

    private static ConclusionMessage about(String student, String label) {
        return new ConclusionMessage("M1", AT, List.of(new Conclusion(student, null, label, AT)));
    }

    @Test
    void keepsConclusionsOnUnknownStudentsAsUnmatched() {
        ConclusionIntake.Summary summary = intake.json(about("SU404", "同一人"), CampaignFixtures.MANAGER);

        assertThat(summary.unmatched()).isEqualTo(1);
        List<ReceivedConclusion> rows = conclusions.list(ConclusionStatus.UNMATCHED, null, Cursor.END, 10);
        assertThat(rows).hasSize(1);
        assertThat(conclusions.student(rows.getFirst())).isEqualTo("SU404");
        assertThat(rows.getFirst().studentKey()).doesNotContain("SU404");
    }

    @Test
    void aStudentWhoseSealedNumberIsDamagedIsListedAsUnreadable() {
        intake.json(about("SU405", "同一人"), CampaignFixtures.MANAGER);
        intake.json(about("SU406", "非同一人"), CampaignFixtures.MANAGER);
        rows.change("UPDATE conclusion SET sealed_student = LEFT(sealed_student, 20) WHERE label = '同一人'");

        Http.Reply page = http.as(people.aManager())
                .get("/api/v1/admin/conclusions?status=UNMATCHED")
                .expect(200);

        assertThat(http.as(people.aManager())
                        .get("/api/v1/admin/conclusions?label=同一人", "Accept-Language", "en")
                        .<String>at("items.0.labelText"))
                .isEqualTo("same person");
        assertThat(page.<List<Map<String, Object>>>at("items"))
                .extracting(c -> c.get("labelText") + " " + c.get("studentUniqueNo") + " " + c.get("unreadable"))
                .containsExactlyInAnyOrder("同一人 null true", "非同一人 SU406 false");
    }

    @Test
    void storesTheSameConclusionOnce() {
        intake.json(about("SU1", "同一人"), CampaignFixtures.MANAGER);

        assertThat(intake.json(about("SU1", "同一人"), CampaignFixtures.MANAGER).known())
                .isEqualTo(1);
        assertThat(intake.json(about("SU1", "非同一人"), CampaignFixtures.MANAGER).known())
                .isZero();
    }

    @Test
    void storesTheSameConclusionOnceEvenWhenItComesTwiceAtOnce() {
        List<Object> results = Race.twice(() -> intake.json(about("SU2", "同一人"), CampaignFixtures.MANAGER));

        assertThat(results)
                .extracting(r -> ((ConclusionIntake.Summary) r).known())
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void anOlderConclusionThatArrivesLaterReplacesNothing() {
        Capture capture = reviewed.accepted(campaigns.anOpenCampaign(), "B1", "本科", "数学");
        captures.forwarded(capture.no());
        String student = album.facts(capture).studentUniqueNo();

        intake.json(
                new ConclusionMessage("M2", AT, List.of(new Conclusion(student, null, "同一人", AT))),
                CampaignFixtures.MANAGER);
        intake.json(
                new ConclusionMessage("M1", AT, List.of(new Conclusion(student, null, "非同一人", AT.minusSeconds(60)))),
                CampaignFixtures.MANAGER);

        assertThat(captures.require(capture.no()).conclusion()).isEqualTo("同一人");
        intake.json(
                new ConclusionMessage("M3", AT, List.of(new Conclusion(student, null, "可能同一人", AT.plusSeconds(60)))),
                CampaignFixtures.MANAGER);
        assertThat(captures.require(capture.no()).conclusion()).isEqualTo("可能同一人");
    }

    /** From an authority that writes dates without times. */
    @Test
    void ofTwoConclusionsOfOneInstantTheOneReceivedLaterCountsForGood() {
        Capture capture = reviewed.accepted(campaigns.anOpenCampaign(), "B1", "本科", "数学");
        captures.forwarded(capture.no());
        String student = album.facts(capture).studentUniqueNo();
        String packageNo = rows.texts("SELECT no FROM photo_package").getFirst();

        intake.json(
                new ConclusionMessage("M1", AT, List.of(new Conclusion(student, packageNo, "可能非同一人", AT))),
                CampaignFixtures.MANAGER);
        intake.json(
                new ConclusionMessage("M2", AT, List.of(new Conclusion(student, packageNo, "同一人", AT))),
                CampaignFixtures.MANAGER);

        assertThat(captures.require(capture.no()).conclusion()).isEqualTo("同一人");
        intake.json(
                new ConclusionMessage("M3", AT, List.of(new Conclusion(student, null, "可能非同一人", AT))),
                CampaignFixtures.MANAGER);
        assertThat(captures.require(capture.no()).conclusion()).isEqualTo("同一人");
    }

    @Test
    void aConclusionThatComesBeforeItsPackageIsAcknowledgedWaitsForIt() {
        Capture capture = reviewed.accepted(campaigns.anOpenCampaign(), "B1", "本科", "数学");
        String student = album.facts(capture).studentUniqueNo();

        assertThat(intake.json(about(student, "同一人"), CampaignFixtures.MANAGER).unmatched())
                .isEqualTo(1);
        captures.forwarded(capture.no());
        jobs.runDue();

        assertThat(captures.require(capture.no()).status()).isEqualTo(CaptureStatus.VERIFIED);
        assertThat(captures.require(capture.no()).conclusion()).isEqualTo("同一人");
    }

    @Test
    void knowsFormerLabelsAndSetsUnknownOnesAside() {
        assertThat(intake.json(about("SU3", "不确定"), CampaignFixtures.MANAGER).unmatched())
                .isEqualTo(1);
        assertThat(intake.json(about("SU3", "像又不像"), CampaignFixtures.MANAGER).unknownLabels())
                .isEqualTo(1);
        assertThat(conclusions.labels())
                .filteredOn(ConclusionLabel::current)
                .extracting(ConclusionLabel::zh)
                .containsExactly("同一人", "可能同一人", "可能非同一人", "非同一人");
    }

    @Test
    void readsCsvFilesWholeOrNotAtAll() {
        String head = "\uFEFFstudentUniqueNo,packageNo,label,concludedAt\r\n";
        String good = head + "SU5,,同一人,2026-04-19T10:00:00+08:00\r\nSU6,pkg_x,非同一人,2026-04-19T10:00:00Z\r\n";

        assertThatThrownBy(() -> taken(good + "SU7,,同一人,yesterday\r\n")).isInstanceOf(ProblemException.class);
        assertThat(taken(good).received()).isEqualTo(2);
        assertThat(taken(good).known()).isEqualTo(2);
    }

    @Test
    void refusesACsvFileWithoutItsHeaderRatherThanLoseTheFirstLine() {
        String row = "SU8,,同一人,2026-04-19T10:00:00+08:00\r\n";

        for (String file : List.of(row, "", "\r\n", "label,packageNo\r\n" + row)) {
            csv(file).expectProblem(422, "conclusion-header-missing");
            assertThat(csv(file).<String>at("detail")).contains("studentUniqueNo,packageNo,label,concludedAt");
        }
        Http.Reply taken =
                csv(" studentuniqueno, packageNo ,label,concludedAt\r\n" + row).expect(200);

        assertThat(taken.<Integer>at("received")).isEqualTo(1);
    }

    @Test
    void aCsvFileWithAnInvalidRowIsRefusedAsAWholeNamingTheLine() {
        String head = "studentUniqueNo,packageNo,label,concludedAt\r\nSU9,,同一人,2026-04-19T10:00:00+08:00\r\n";
        for (String row : List.of(
                "S".repeat(400) + ",,同一人,2026-04-19T10:00:00+08:00",
                "SU10," + "p".repeat(25) + ",同一人,2026-04-19T10:00:00+08:00",
                "SU10,," + "长".repeat(21) + ",2026-04-19T10:00:00+08:00",
                "SU10,,\"同一人,2026-04-19T10:00:00+08:00",
                "SU10,,同一人\",2026-04-19T10:00:00+08:00",
                "SU10,,同一人,2062-04-19T10:00:00+08:00",
                "SU10,,同一人,+99999-04-19T10:00:00+08:00")) {
            Http.Reply refused = csv(head + row + "\r\n").expectPlainProblem(422, "conclusion-file-unreadable");
            assertThat(refused.<String>at("detail")).contains("第 3 行");
        }

        Http.Reply kept =
                http.as(people.aManager()).get("/api/v1/admin/conclusions").expect(200);
        assertThat(kept.<List<Object>>at("items")).isEmpty();
    }

    /** If the file were taken, the later line would count: the order of lines would decide whether the student is registered. */
    @Test
    void aCsvFileThatContradictsItselfIsRefusedAsAWholeNamingBothLines() {
        String head = "studentUniqueNo,packageNo,label,concludedAt\r\n";
        String same = "SU20,,同一人,2026-04-19T10:00:00+08:00\r\n";
        String other = "SU20,,非同一人,2026-04-19T02:00:00Z\r\n";

        Http.Reply refused = csv(head + same + "\r\n" + other).expectPlainProblem(422, "conclusions-contradict");

        assertThat(refused.<String>at("detail")).contains("第 2 行与第 4 行");
        assertThat(conclusions.list(null, null, Cursor.END, 10)).isEmpty();
        String later = "SU20,,非同一人,2026-04-19T11:00:00+08:00\r\n";
        assertThat(csv(head + same + same + later).expect(200).<Integer>at("received"))
                .isEqualTo(3);
    }

    @Test
    void aJsonFileThatContradictsItselfIsRefusedToo() {
        Map<String, Object> same =
                Map.of("studentUniqueNo", "SU21", "label", "同一人", "concludedAt", "2026-04-19T02:00:00Z");
        Map<String, Object> other =
                Map.of("studentUniqueNo", "SU21", "label", "非同一人", "concludedAt", "2026-04-19T02:00:00Z");
        Map<String, Object> file =
                Map.of("messageNo", "M2", "sentAt", "2026-04-19T02:00:00Z", "conclusions", List.of(same, other));

        http.as(people.aManager())
                .post("/api/v1/admin/conclusion-files", file)
                .expectPlainProblem(422, "conclusions-contradict");

        assertThat(conclusions.list(null, null, Cursor.END, 10)).isEmpty();
    }

    @Test
    void anEmptyPackageIsNoneWhenAFileContradictsItself() {
        Conclusion none = new Conclusion("SU25", null, "同一人", AT);
        Conclusion empty = new Conclusion("SU25", "", "非同一人", AT.plusNanos(1));

        assertThatThrownBy(() ->
                        intake.json(new ConclusionMessage("M5", AT, List.of(none, empty)), CampaignFixtures.MANAGER))
                .hasMessage("conclusions-contradict");
    }

    @Test
    void unknownFieldsInTheAuthoritysFileAreIgnored() {
        Map<String, Object> conclusion = Map.of(
                "studentUniqueNo", "SU23", "label", "同一人", "concludedAt", "2026-04-19T02:00:00Z", "likeness", 0.93);
        Map<String, Object> file = Map.of(
                "messageNo", "M3", "sentAt", "2026-04-19T02:00:00Z", "conclusions", List.of(conclusion), "sentBy", "A");

        Http.Reply taken = http.as(people.aManager()).post("/api/v1/admin/conclusion-files", file);

        assertThat(taken.expect(200).<Integer>at("unmatched")).isEqualTo(1);
    }

    @Test
    void theAuditTrailSaysWhoUploadedAFile() {
        Map<String, Object> conclusion =
                Map.of("studentUniqueNo", "SU24", "label", "同一人", "concludedAt", "2026-04-19T02:00:00Z");
        http.as(people.aManager())
                .post(
                        "/api/v1/admin/conclusion-files",
                        Map.of("messageNo", "M4", "sentAt", "2026-04-19T02:00:00Z", "conclusions", List.of(conclusion)))
                .expect(200);

        assertThat(csv("studentUniqueNo,packageNo,label,concludedAt\r\n")
                        .expect(200)
                        .<Integer>at("received"))
                .isZero();

        assertThat(rows.texts("SELECT CONCAT(SUBSTRING_INDEX(actor, ':', 1), ' ', detail) FROM audit_entry"
                        + " WHERE action = 'conclusions-uploaded' ORDER BY id"))
                .containsExactly("MANAGER 1 received, 0 applied, 0 known", "MANAGER 0 received, 0 applied, 0 known");
    }

    @Test
    void csvCellsMayBeQuoted() {
        String file = "\"studentUniqueNo\",\"packageNo\",\"label\",\"concludedAt\"\r\n"
                + "\"SU22\",\"\",\"同一人\",\"2026-04-19T10:00:00+08:00\"\r\n";

        assertThat(csv(file).expect(200).<Integer>at("unmatched")).isEqualTo(1);
        assertThat(csv(file.replace("\"", "")).expect(200).<Integer>at("known")).isEqualTo(1);
    }

    @Test
    void aFileThatIsNotInUtf8IsRefusedRatherThanReadWrongly() {
        String file = "studentUniqueNo,packageNo,label,concludedAt\r\nSU11,,非同一人,2026-04-19T10:00:00+08:00\r\n";

        csv(file.getBytes(Charset.forName("GBK"))).expectPlainProblem(422, "conclusion-file-unreadable");

        assertThat(conclusions.list(null, null, Cursor.END, 10)).isEmpty();
    }

    @Test
    void aBlankLineIsSkipped() {
        String file = "studentUniqueNo,packageNo,label,concludedAt\r\nSU12,,同一人,2026-04-19T10:00:00+08:00\r\n\r\n";

        assertThat(csv(file).expect(200).<Integer>at("received")).isEqualTo(1);
    }

    @Test
    void aJsonFileWithAnEntryWithoutALabelIsRefusedAsAWhole() {
        Map<String, Object> good =
                Map.of("studentUniqueNo", "SU13", "label", "同一人", "concludedAt", "2026-04-19T02:00:00Z");
        Map<String, Object> silent = Map.of("studentUniqueNo", "SU14", "concludedAt", "2026-04-19T02:00:00Z");

        http.as(people.aManager())
                .post(
                        "/api/v1/admin/conclusion-files",
                        Map.of(
                                "messageNo",
                                "M1",
                                "sentAt",
                                "2026-04-19T02:00:00Z",
                                "conclusions",
                                List.of(good, silent)))
                .expectPlainProblem(422, "conclusion-file-unreadable");

        assertThat(conclusions.list(null, null, Cursor.END, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M2345678901234567890123456789012345678901"})
    void aMessageWithAnEmptyOrOverlongNumberIsRefused(String messageNo) {
        http.as(people.aManager())
                .post(
                        "/api/v1/admin/conclusion-files",
                        Map.of(
                                "messageNo",
                                messageNo,
                                "sentAt",
                                "2026-04-19T02:00:00Z",
                                "conclusions",
                                List.of(Map.of(
                                        "studentUniqueNo",
                                        "SU15",
                                        "label",
                                        "同一人",
                                        "concludedAt",
                                        "2026-04-19T02:00:00Z"))))
                .expectPlainProblem(422, "invalid-fields");

        assertThat(conclusions.list(null, null, Cursor.END, 10)).isEmpty();
    }

    @Test
    void aConclusionOlderThanThePictureIsOutdated() {
        Capture capture = reviewed.accepted(campaigns.anOpenCampaign(), "B1", "本科", "数学");
        captures.forwarded(capture.no());
        String student = album.facts(capture).studentUniqueNo();
        Instant lastYear = AT.minus(Duration.ofDays(300));

        ConclusionIntake.Summary summary = intake.json(
                new ConclusionMessage("M1", AT, List.of(new Conclusion(student, null, "非同一人", lastYear))),
                CampaignFixtures.MANAGER);

        assertThat(summary.outdated()).isEqualTo(1);
        assertThat(captures.require(capture.no()).status()).isEqualTo(CaptureStatus.FORWARDED);
    }

    private Http.Reply csv(String file) {
        return csv(file.getBytes(StandardCharsets.UTF_8));
    }

    private Http.Reply csv(byte[] file) {
        return http.as(people.aManager())
                .send(
                        "POST",
                        "/api/v1/admin/conclusion-files",
                        "text/csv",
                        file,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "bnVsbA.bnVsbA.AAAA"}) // the second header is the JSON null
    void refusesForgedCallbacks(String message) {
        authority.start();

        http.send(
                        "POST",
                        "/callbacks/authority/conclusions",
                        "application/jose",
                        message.getBytes(StandardCharsets.US_ASCII))
                .expectProblem(401, "authority-callback-refused");
    }

    private ConclusionIntake.Summary taken(String file) {
        return intake.csv(file.getBytes(StandardCharsets.UTF_8), CampaignFixtures.MANAGER);
    }
}
