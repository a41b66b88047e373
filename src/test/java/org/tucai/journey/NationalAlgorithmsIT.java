package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.picture.PictureHeader;
import org.tucai.platform.start.StartRemark;
import org.tucai.testing.Blobs;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TestAuthority;

/** Servers of their own, started on the same data with {@code tucai.algorithms} set one way and the other. */
class NationalAlgorithmsIT {
    private static final String PHONE = "13900000125";
    private static final Map<String, Object> WISH = Map.of("names", "STUDENT_NO", "folders", "NONE");

    @TempDir
    private Path data;

    private ApplicationContext server;

    private void start(String algorithms, Instant at) {
        server = ApplicationContext.builder("test")
                .deduceEnvironment(false)
                .banner(false)
                .properties(Map.of("tucai.algorithms", algorithms, "tucai.data-dir", data.toString()))
                .run(EmbeddedServer.class)
                .getApplicationContext();
        clock().setTo(at);
    }

    private void restart(String algorithms) {
        Instant now = clock().instant();
        stop();
        start(algorithms, now);
    }

    @AfterEach
    void stop() {
        server.getBean(TestAuthority.class).reset();
        server.close();
    }

    private MutableClock clock() {
        return server.getBean(MutableClock.class);
    }

    private Http http() {
        return server.getBean(Http.class);
    }

    private Journeys journeys() {
        return server.getBean(Journeys.class);
    }

    private TestAuthority authority() {
        return server.getBean(TestAuthority.class);
    }

    private List<String> remarks() {
        return server.getBeansOfType(StartRemark.class).stream()
                .flatMap(r -> r.remarks().stream())
                .toList();
    }

    private String unitKeys() {
        return http().as(server.getBean(People.class).aManager())
                .get("/api/v1/admin/unit-keys")
                .expect(200)
                .text();
    }

    private Rows rows() {
        return server.getBean(Rows.class);
    }

    @Test
    void aWholeJourneyWorksWithTheSwitchOnAndItsDataIsReadableWhenItIsOff() throws Exception {
        start("national", MutableClock.START);
        rows().change("DELETE FROM staff_member"); // the fixtures create the first manager themselves
        authority().start();
        Walk walk = anAcceptedStudent();
        Map<String, String> school = credentials(walk);
        journeys().runDue();
        authority().conclude("同一人");

        assertThat(status(walk)).isEqualTo("VERIFIED");
        assertThat(delivered(school)).isEqualTo(1);
        assertThat(rows().texts("SELECT algorithms FROM vault_check")).containsExactly("NATIONAL");
        assertThat(marks()).containsOnly((byte) 4);
        assertThat(rows().texts("SELECT facts_sealed FROM capture")).allMatch(facts -> facts.startsWith("BAAA"));
        assertThat(unitKeys()).contains("\"crv\":\"SM2\"").doesNotContain("P-256");
        assertThat(remarks())
                .contains("Seals with SM4-GCM (tucai.algorithms), hashes lookup values with HMAC-SM3, as since the data"
                        + " began");

        restart("international");

        assertThat(status(walk)).isEqualTo("VERIFIED");
        assertThat(delivered(school)).isEqualTo(1);
        assertThat(remarks())
                .contains("Seals with AES-256-GCM (tucai.algorithms), hashes lookup values with HMAC-SM3, as since the"
                        + " data began");
    }

    @Test
    void aPictureAcceptedBeforeTheSwitchIsForwardedAndDeliveredAfterIt() throws Exception {
        start("international", MutableClock.START);
        rows().change("DELETE FROM staff_member"); // the fixtures create the first manager themselves
        Walk accepted = anAcceptedStudent();
        Map<String, String> school = credentials(accepted);
        Walk onTheWay = journeys().aBoundStudent();
        String ticket = aTicket(onTheWay);
        assertThat(marks()).containsOnly((byte) 1);

        restart("national");

        assertThat(aTicket(onTheWay))
                .as("the same request, of which the answer is kept")
                .isEqualTo(ticket);
        journeys().upload(onTheWay, ticket, journeys().aPortrait()).expect(200);
        assertThat(marks()).containsExactlyInAnyOrder((byte) 1, (byte) 4);
        authority().start();
        clock().advance(Duration.ofHours(2)); // the package is waiting for an authority
        journeys().runDue();
        authority().conclude("同一人");

        assertThat(status(accepted)).isEqualTo("VERIFIED");
        assertThat(delivered(school)).isEqualTo(1);
    }

    /** Has the phone number {@link #PHONE}. */
    private Walk anAcceptedStudent() {
        Walk walk = journeys().aBoundStudent(PHONE);
        journeys().submit(walk);
        journeys().pay(walk);
        journeys().decide(walk, "ACCEPT", List.of());
        return walk;
    }

    /** The status as its student sees it, signed in again by phone number. */
    private String status(Walk walk) {
        clock().advance(Duration.ofMinutes(1)); // the minimum between two codes to the same number
        String token = server.getBean(People.class).aStudent(PHONE);
        return journeys().status(new Walk(token, walk.campaign(), walk.captureNo()));
    }

    /** Credentials of a client of the school. */
    private Map<String, String> credentials(Walk walk) {
        Http.Reply made = http().as(server.getBean(People.class).aManager())
                .post(
                        "/api/v1/admin/school-clients",
                        Map.of("schoolNo", walk.campaign().schoolNo(), "name", "test"))
                .expect(201);
        return Map.of("clientNo", made.at("client.no"), "clientSecret", made.at("secret"));
    }

    private String aTicket(Walk walk) {
        return http().as(walk.token())
                .post(
                        "/api/v1/student/captures/" + walk.captureNo() + "/upload-tickets",
                        Map.of("source", "CAMERA"),
                        "Idempotency-Key",
                        "ticket of the one who is on the way")
                .expect(201)
                .at("uploadUrl");
    }

    /** The first byte of each picture on disk. */
    private List<Byte> marks() {
        Blobs blobs = server.getBean(Blobs.class);
        return rows().texts("SELECT blob_key FROM photo").stream()
                .map(key -> blobs.onDisk(key)[0])
                .toList();
    }

    /** How many readable pictures the school's archive contains. */
    private int delivered(Map<String, String> school) throws Exception {
        clock().advance(Duration.ofMinutes(1));
        Http client = http().as(
                        http().post("/api/v1/school/tokens", school).expect(200).at("accessToken"));
        String archive =
                client.post("/api/v1/school/deliveries", WISH).expect(201).at("archiveUrl");
        int pictures = 0;
        for (var file : client.get(archive).expect(200).unzipped().entrySet()) {
            if (file.getKey().endsWith(".jpg")) {
                assertThat(PictureHeader.of(file.getValue()).width()).isEqualTo(480);
                pictures++;
            }
        }
        return pictures;
    }
}
