package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.capturecode.CaptureCodeIssuer;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.Blobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TestAuthority;
import org.tucai.testing.TucaiTest;

/** After a whole journey including mistakes, neither the log nor the database nor the disk reveals who the student was. */
@TucaiTest
class PrivacyIT {
    private static final String PHONE = "13746509128";
    private static final String RECIPIENT = "欧阳娜娜";
    private static final String RECIPIENT_PHONE = "13998761234";
    private static final String STREET = "望江路九百九十九号";
    private static final String OPENID = "openid-privacy";

    /** The four characters may occur by chance within public numbers and sealed values, but not as a word. */
    private static final Pattern LAST_FOUR_ALONE =
            Pattern.compile("(?<![0-9A-Za-z+/_-])" + CodeFixtures.LAST_FOUR + "(?![0-9A-Za-z+/_=-])");

    /** Occurs in every JPEG with the usual tables (ITU-T T.81, K.3.2). */
    private static final String STANDARD_HUFFMAN_CODES = "%&'()*456789:CDEFGHIJSTUVWXYZ";

    private static final String NOTE = "我的名字里有一个生僻字";

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final TestAuthority authority;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private final Blobs blobs;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Level> levels = new ArrayList<>();
    private CaptureCodeIssuer.Student student;
    private Walk walk;

    PrivacyIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            TestAuthority authority,
            DueJobs jobs,
            MutableClock clock,
            Rows rows,
            Blobs blobs) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.authority = authority;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
        this.blobs = blobs;
    }

    private static List<Logger> loggers() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        return List.of(context.getLogger(Logger.ROOT_LOGGER_NAME), context.getLogger("org.tucai"));
    }

    @BeforeEach
    void listenToEverything() {
        log.start();
        loggers().forEach(logger -> levels.add(logger.getLevel()));
        loggers().getFirst().addAppender(log);
        loggers().getFirst().setLevel(Level.INFO);
        loggers().getLast().setLevel(Level.TRACE);
    }

    @AfterEach
    void listenNoMore() {
        loggers().getFirst().detachAppender(log);
        for (int i = 0; i < levels.size(); i++) {
            loggers().get(i).setLevel(levels.get(i));
        }
    }

    @Test
    void noPersonalDataIsLeftInPlainText() {
        aWholeJourney();
        mistakes();

        List<String> secrets = secrets();
        assertThat(String.join("\n", logLines())).doesNotContain(secrets).doesNotContainPattern(LAST_FOUR_ALONE);
        assertThat(String.join("\n", rows.everything())).doesNotContain(secrets).doesNotContainPattern(LAST_FOUR_ALONE);
        for (String key : rows.texts("SELECT blob_key FROM photo WHERE blob_key IS NOT NULL"
                + " UNION SELECT original_key FROM photo WHERE original_key IS NOT NULL"
                + " UNION SELECT blob_key FROM proofreading_evidence")) {
            String file = new String(blobs.onDisk(key), StandardCharsets.ISO_8859_1);
            // marks long enough not to occur by chance in sealed bytes
            assertThat(file)
                    .doesNotStartWith("\u00FF\u00D8")
                    .doesNotContain("JFIF\0\1", "Exif\0\0", "\u0089PNG\r\n", "\0\20JFIF", STANDARD_HUFFMAN_CODES);
        }
    }

    @Test
    void theSearchFindsALoggedPhoneNumber() {
        LoggerFactory.getLogger("org.tucai.x").trace("phone {}", PHONE);
        http.post("/api/v1/student/sms-codes", Map.of("phone", PHONE)).expect(202);
        jobs.runDue();

        assertThat(String.join("\n", logLines())).contains(PHONE);
        assertThat(rows.everything()).isNotEmpty();
    }

    private void aWholeJourney() {
        authority.start();
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        student = codes.aStudent(school);
        String token = people.aStudent(PHONE);
        http.as(token)
                .post("/api/v1/student/account/wechat-links", Map.of("code", "sandbox-privacy"))
                .expect(200);
        walk = journeys.bind(token, campaign, codes.aCode(student));
        Http.Reply photo = journeys.shoot(walk, journeys.aPortrait()).expect(200);
        Map<String, Object> prints = Map.of(
                "count",
                1,
                "address",
                Map.of("recipient", RECIPIENT, "phone", RECIPIENT_PHONE, "region", "上海市徐汇区", "street", STREET));
        http.as(token)
                .post(
                        "/api/v1/student/captures/" + walk.captureNo() + "/submissions",
                        Map.of("photoNo", photo.<String>at("no"), "prints", prints))
                .expect(200);
        journeys.pay(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        jobs.runDue();
        dispute(token);
        authority.conclude("可能非同一人");
        clock.advance(Duration.ofMinutes(1));
        Http client = http.as(people.aSchoolClient(school.no()));
        String archive = client.post(
                        "/api/v1/school/deliveries", Map.of("names", "STUDENT_NO", "folders", "LEVEL_AND_MAJOR"))
                .expect(201)
                .at("archiveUrl");
        client.get(archive).expect(200);
        Walk second = journeys.bind(token, campaign, codes.aCode(school));
        journeys.shoot(second, journeys.aPortrait()).expect(200);
    }

    private void dispute(String token) {
        String check = http.as(token)
                .get("/api/v1/student/proofreadings")
                .list()
                .getFirst()
                .get("no")
                .toString();
        String own = "/api/v1/student/proofreadings/" + check;
        http.as(token).post(own + "/answers", Map.of("answer", "WRONG")).expect(201);
        http.as(token)
                .send("POST", own + "/evidence", "image/jpeg", journeys.aPortrait(), "Idempotency-Key", "e")
                .expect(201);
        http.as(token)
                .post(own + "/confirmations", Map.of("answer", "WRONG", "reason", "NAME", "note", NOTE))
                .expect(201);
    }

    /** Requests that fail, with personal data wherever it can go. */
    private void mistakes() {
        String token = walk.token();
        http.post("/api/v1/student/phone-sessions", "{\"phone\":\"" + PHONE + "\",\"code\":");
        http.post("/api/v1/student/phone-sessions", Map.of("phone", PHONE, "code", "999999"));
        http.post("/api/v1/student/phone-sessions", Map.of("phone", PHONE + "0", "code", "999999"));
        http.post("/api/v1/student/sms-codes", "[\"" + PHONE + "\"]");
        http.post("/api/v1/student/sms-codes", Map.of("phone", List.of(PHONE)));
        http.as(token).post("/api/v1/student/codes", Map.of("text", codes.aCode(student) + "x"));
        http.as(token)
                .post(
                        "/api/v1/student/captures/" + walk.captureNo() + "/submissions",
                        Map.of(
                                "photoNo",
                                "x",
                                "prints",
                                Map.of("address", Map.of("recipient", RECIPIENT, "phone", RECIPIENT_PHONE))));
        http.as(token).get("/api/v1/student/captures/" + PHONE);
        http.as(token)
                .put(
                        "/api/v1/student/orders/" + PHONE + "/prints",
                        Map.of("count", "two", "address", Map.of("recipient", RECIPIENT, "street", STREET)));
        http.as(people.aManager()).get("/api/v1/admin/orders?accountNo=" + PHONE + "&status=" + PHONE);
    }

    private List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of(
                PHONE,
                RECIPIENT,
                RECIPIENT_PHONE,
                STREET,
                OPENID,
                NOTE,
                student.name(),
                student.idNumber(),
                student.studentUniqueNo(),
                student.enrolmentNo(),
                String.valueOf(student.studentNo()),
                walk.token().split("\\.")[2]));
        secrets.addAll(List.of(base64(PHONE), base64(RECIPIENT), base64(NOTE)));
        return secrets;
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> logLines() {
        List<String> lines = new ArrayList<>();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            lines.add(event.getFormattedMessage());
            for (IThrowableProxy t = event.getThrowableProxy(); t != null; t = t.getCause()) {
                lines.add(t.getClassName() + ": " + t.getMessage());
            }
        }
        return lines;
    }

    @Test
    void aDeletedPictureIsNotConfirmedAsUnchanged() {
        Walk walk = journeys.aBoundStudent();
        Http student = http.as(walk.token());
        String url = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("pictureUrl");
        String tag = student.get(url).expect(200).header("ETag");
        student.get(url, "If-None-Match", tag).expect(304);

        journeys.shoot(walk, journeys.aPortrait()).expect(200);

        student.get(url, "If-None-Match", tag).expectProblem(404, "not-found");
    }
}
