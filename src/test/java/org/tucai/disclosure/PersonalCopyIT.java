package org.tucai.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.platform.job.DueJobs;
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

/** A student's copy of what is kept about them (PIPL 45). */
@TucaiTest
class PersonalCopyIT {
    private static final String COPY = "/api/v1/student/account/copy";
    private static final String EXPLANATION = "说明.txt";
    private static final String PHONE = "13911112222";

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final TestAuthority authority;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private final JsonMapper json;
    private School school;
    private Campaign campaign;

    PersonalCopyIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            TestAuthority authority,
            DueJobs jobs,
            MutableClock clock,
            Rows rows,
            JsonMapper json) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.authority = authority;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
        this.json = json;
    }

    @BeforeEach
    void aCampaign() {
        authority.start();
        school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> {});
    }

    @Test
    void holdsEverythingAboutAStudentWhoWentTheWholeWay() {
        Walk walk = aStudentWithSomethingInEveryTable();

        Map<String, byte[]> copy = copy(people.again(walk.token()));

        assertThat(accountFiles(copy))
                .containsExactlyInAnyOrder(
                        "account.json",
                        "log.json",
                        "last-four-tries.json",
                        "message-deliveries.json",
                        "messages.json",
                        "opened-codes.json",
                        "sessions.json",
                        "subscription-ticks.json",
                        EXPLANATION);
        assertThat(object(copy, "account.json")).containsEntry("phone", PHONE);
        assertThat(list(copy, "sessions.json")).isNotEmpty();
        assertThat(Http.column(list(copy, "messages.json"), "template"))
                .contains("ACCEPTED", "REJECTED_TO_PAY", "VERIFIED");
        String folder = "captures/" + walk.captureNo() + "/";
        Map<String, Object> capture = object(copy, folder + "capture.json");
        assertThat(capture).containsEntry("status", "VERIFIED").containsEntry("conclusion", "同一人");
        assertThat(capture).extractingByKey("facts").isNotNull();
        assertThat(rowsOf(capture, "consents"))
                .hasSize(2)
                .allSatisfy(c ->
                        assertThat(c).containsEntry("recordedBy", "STUDENT").containsKeys("textVersion", "givenAt"));
        assertThat(Http.column(rowsOf(capture, "history"), "to"))
                .startsWith("BOUND")
                .endsWith("VERIFIED");
        assertThat(Http.column(rowsOf(capture, "rejections"), "reasonTexts")).isNotEmpty();
        Map<String, Object> order = list(copy, folder + "orders.json").getLast();
        assertThat(rowsOf(order, "payments")).isNotEmpty();
        assertThat(rowsOf(order, "lines").getFirst())
                .containsEntry("kind", "CAPTURE_FEE")
                .containsEntry("quantity", 1);
        assertThat(Http.column(rowsOf(order, "history"), "to")).contains("PAID");
        assertThat(rowsOf(list(copy, folder + "orders.json").getFirst(), "refunds"))
                .hasSize(1);
        assertThat(list(copy, folder + "reviews.json")).hasSize(2);
        assertThat(Http.column(list(copy, folder + "forwarding.json"), "status"))
                .contains("ACKNOWLEDGED");
        assertThat(Http.column(list(copy, folder + "conclusions.json"), "label"))
                .containsExactly("同一人");
        Map<String, Object> check = list(copy, folder + "proofreadings.json").getFirst();
        assertThat(check).containsEntry("note", "名字有误").containsEntry("resolutionNote", "姓名已更正");
        assertThat((List<?>) check.get("evidence")).hasSize(1);
        Map<String, Object> atSchool = object(copy, folder + "school.json");
        assertThat(rowsOf(atSchool, "deliveries")).hasSize(1);
        assertThat(Http.column(rowsOf(atSchool, "disputes"), "words")).containsExactly("照片与本人不符");
        assertThat(Http.column(list(copy, folder + "log.json"), "action")).contains("capture-bound");
    }

    @Test
    void namesNoStaffAndNoKeys() {
        Walk walk = aStudentWithSomethingInEveryTable();

        Map<String, byte[]> copy = copy(people.again(walk.token()));

        String all = texts(copy);
        for (String no : rows.texts("SELECT no FROM staff_member UNION SELECT no FROM school_client")) {
            assertThat(all).doesNotContain(no);
        }
        for (String secret : rows.texts("SELECT facts_sealed FROM capture UNION SELECT enrolment_key FROM capture UNION"
                + " SELECT student_key FROM capture UNION SELECT phone_index FROM account UNION SELECT phone FROM account"
                + " UNION SELECT blob_key FROM photo WHERE blob_key IS NOT NULL")) {
            assertThat(all).doesNotContain(secret);
        }
    }

    @Test
    void picturesAreTheStudentsOwnByteForByte() {
        Walk walk = journeys.aBoundStudent(school, campaign);
        byte[] upload = journeys.aPortrait();
        String photoNo = journeys.shoot(walk, upload).expect(200).at("no");

        Map<String, byte[]> copy = copy(walk.token());

        String folder = "captures/" + walk.captureNo() + "/";
        byte[] shown = http.as(walk.token())
                .get("/api/v1/student/captures/" + walk.captureNo() + "/photos/" + photoNo + "/picture")
                .expect(200)
                .body();
        assertThat(copy.get(folder + photoNo + ".jpg")).isEqualTo(shown);
        assertThat(copy.get(folder + photoNo + "-upload.jpg")).isEqualTo(upload);
        assertThat(list(copy, folder + "photos.json").getFirst())
                .containsEntry("picture", photoNo + ".jpg")
                .containsEntry("upload", photoNo + "-upload.jpg");
    }

    @Test
    void holdsNothingOfAnotherStudent() {
        String token = people.again(aStudentWithSomethingInEveryTable().token());
        http.as(token)
                .post("/api/v1/student/subscription-ticks", Map.of("templates", List.of("SUBMITTED")))
                .expect(200);
        Map<String, byte[]> others = copy(token);
        Walk walk = journeys.bind(people.aStudent("13600009999"), campaign, codes.aCode(school));
        journeys.submit(walk);
        journeys.pay(walk);

        Map<String, byte[]> copy = copy(walk.token());

        Set<String> common = numbers(copy);
        common.retainAll(numbers(others));
        assertThat(common).containsExactly(campaign.no());
        assertThat(texts(copy)).doesNotContain(PHONE);
        assertThat(Http.column(list(copy, "subscription-ticks.json"), "remaining"))
                .containsOnly(0);
        Map.of(
                        "messages.json",
                        "message",
                        "message-deliveries.json",
                        "message_delivery",
                        "opened-codes.json",
                        "opened_code")
                .forEach((file, table) -> assertThat(list(copy, file)).as(file).hasSize((int) rows.number(
                        "SELECT COUNT(*) FROM " + table + " t JOIN capture c ON c.account_no = t.account_no"
                                + " WHERE c.no = ?",
                        walk.captureNo())));
        String folder = "captures/" + walk.captureNo() + "/";
        assertThat(list(copy, folder + "reviews.json")).hasSize(1);
        assertThat(List.of("conclusions.json", "forwarding.json", "proofreadings.json"))
                .allSatisfy(
                        file -> assertThat(list(copy, folder + file)).as(file).isEmpty());
        assertThat(object(copy, folder + "school.json"))
                .extracting("deliveries", "disputes")
                .containsExactly(List.of(), List.of());
    }

    /** The public numbers that a copy names. */
    private static Set<String> numbers(Map<String, byte[]> copy) {
        return Pattern.compile("\\b[a-z]{3}_[0-9A-Z]{20}\\b")
                .matcher(copy.keySet() + texts(copy))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void doesNotShowTheFactsOfACodeThatNobodyHasProvedToBeTheStudents() {
        String token = people.aStudent(PHONE);
        Http student = http.as(token);
        Http.Reply opened = student.post("/api/v1/student/codes", Map.of("text", codes.aCode(school)))
                .expect(201);
        String codeNo = opened.at("no");

        Map<String, Object> unproved = list(copy(token), "opened-codes.json").getFirst();
        student.post("/api/v1/student/codes/" + codeNo + "/confirmations", Map.of("lastFour", CodeFixtures.LAST_FOUR))
                .expect(200);
        Map<String, Object> proved = list(copy(token), "opened-codes.json").getFirst();

        assertThat(unproved).containsEntry("no", codeNo).containsEntry("facts", null);
        assertThat(proved).extractingByKey("facts").isNotNull();
    }

    @Test
    void saysOfAGivenUpCaptureWhenItsDataWereDeleted() {
        Walk walk = journeys.aBoundStudent(school, campaign);
        journeys.submit(walk);
        journeys.giveUp(walk);
        jobs.runDue();

        Map<String, byte[]> copy = copy(walk.token());

        String folder = "captures/" + walk.captureNo() + "/";
        Map<String, Object> capture = object(copy, folder + "capture.json");
        assertThat(capture).containsEntry("status", "WITHDRAWN").containsEntry("facts", null);
        assertThat(capture).extractingByKey("factsAndPhotosDeletedAt").isNotNull();
        assertThat(rowsOf(capture, "consents"))
                .allSatisfy(c -> assertThat(c).extractingByKey("withdrawnAt").isNotNull());
        assertThat(copy.keySet()).noneMatch(name -> name.endsWith(".jpg"));
        assertThat(list(copy, folder + "photos.json").getFirst())
                .containsEntry("picture", null)
                .containsEntry("upload", null);
    }

    @Test
    void aPictureThatIsDamagedIsNamedAndTheRestIsThere() {
        Walk walk = journeys.aBoundStudent(school, campaign);
        String photoNo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        rows.change("UPDATE photo SET original_key = '00000000000000000000000000000000'");

        Map<String, byte[]> copy = copy(walk.token());

        String folder = "captures/" + walk.captureNo() + "/";
        assertThat(copy).containsKey(folder + photoNo + ".jpg");
        assertThat(list(copy, folder + "photos.json").getFirst()).containsEntry("upload", null);
        assertThat(text(copy, EXPLANATION)).contains("- " + folder + photoNo + "-upload");
    }

    @Test
    void listsMoreMessagesThanOnePageHolds() {
        Walk walk = journeys.aBoundStudent(school, campaign);
        journeys.submit(walk);
        journeys.pay(walk);
        rows.change("INSERT INTO message (no, account_no, template, content, subject, created_at)"
                + " SELECT CONCAT('msg_', LPAD(s.seq, 6, '0')), m.account_no, m.template, m.content, m.subject, m.created_at"
                + " FROM message m JOIN seq_1_to_450 s WHERE m.id = (SELECT MIN(id) FROM message)");

        List<Map<String, Object>> messages = list(copy(walk.token()), "messages.json");

        assertThat(Http.column(messages, "no"))
                .hasSize((int) rows.number("SELECT COUNT(*) FROM message"))
                .doesNotHaveDuplicates();
    }

    @Test
    void isAuditedAndRefusedTheSixthTimeWithinADay() {
        String token = people.aStudent(PHONE);
        Http student = http.as(token);
        student.send("HEAD", COPY, "application/json", new byte[0]).expect(200);
        for (int i = 0; i < 5; i++) {
            copy(token);
        }

        Http.Reply sixth = student.get(COPY).expectProblem(429, "copy-limit-reached");

        assertThat(sixth.header("Retry-After")).isEqualTo("86400");
        assertThat(rows.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'personal-data-copied'"))
                .isEqualTo(5);
        assertThat(Http.column(list(copy(people.aStudent("13733334444")), "messages.json"), "template"))
                .contains("DATA_COPIED");
        clock.advance(Duration.ofDays(1));
        assertThat(copy(people.again(token))).containsKey(EXPLANATION);
    }

    @Test
    void explainsEveryFileInBothLanguages() {
        Walk walk = aStudentWithSomethingInEveryTable();

        Map<String, byte[]> copy = copy(people.again(walk.token()));

        String explanation = text(copy, EXPLANATION);
        assertThat(List.copyOf(copy.keySet()).getLast()).isEqualTo(EXPLANATION);
        for (String name : copy.keySet()) {
            String file = name.substring(name.lastIndexOf('/') + 1);
            boolean known = explanation
                    .lines()
                    .filter(line -> line.startsWith("- "))
                    .anyMatch(line ->
                            file.matches(line.substring(2).replace(".", "\\.").replace("*", "[^-]*")));
            assertThat(known || file.equals(EXPLANATION)).as(file).isTrue();
        }
    }

    /** So that a table added later is thought of: whatever names an account or a capture is in the copy, or its reason stands here. */
    @Test
    void everyTableThatNamesAnAccountOrACaptureIsInTheCopyOrLeftOutForAReason() {
        Set<String> copied = Set.of(
                "capture",
                "consent",
                "conclusion",
                "delivery_item",
                "dispute",
                "message",
                "message_delivery",
                "opened_code",
                "photo",
                "photo_package",
                "print_shipment",
                "proofreading",
                "purchase_order",
                "rejection",
                "review",
                "review_look",
                "subscription_tick");
        Set<String> leftOut = Set.of(
                "capture_reminder", // when a reminder was sent: the message says so
                "upload_ticket"); // a key, used up or expired within minutes

        Set<String> naming = new TreeSet<>(rows.texts("SELECT DISTINCT table_name FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND column_name IN ('account_no', 'capture_no')"));

        naming.removeAll(leftOut);
        assertThat(naming).containsExactlyInAnyOrderElementsOf(copied);
    }

    /** Rejected and refunded, accepted anew, checked as wrong, disputed by the school, concluded by the authority. */
    private Walk aStudentWithSomethingInEveryTable() {
        Walk walk = journeys.bind(people.aStudent(PHONE), campaign, codes.aCode(school));
        journeys.submit(walk);
        journeys.pay(walk);
        journeys.decide(walk, "REJECT", List.of("blur"));
        clock.advance(Duration.ofMinutes(1));
        jobs.runDue();
        journeys.submit(walk);
        journeys.pay(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        jobs.runDue();
        reportsAnErratum(walk);
        theSchoolDisputes(walk);
        authority.conclude("同一人");
        jobs.runDue();
        return walk;
    }

    private void reportsAnErratum(Walk walk) {
        Http student = http.as(walk.token());
        String no = student.get("/api/v1/student/proofreadings")
                .list()
                .getFirst()
                .get("no")
                .toString();
        String check = "/api/v1/student/proofreadings/" + no;
        student.post(check + "/answers", Map.of("answer", "WRONG")).expect(201);
        student.send("POST", check + "/evidence", "image/jpeg", journeys.aPortrait(), "Idempotency-Key", "evidence-1")
                .expect(201);
        student.post(check + "/confirmations", Map.of("answer", "WRONG", "reason", "NAME", "note", "名字有误"))
                .expect(201);
        http.as(people.aManager())
                .post(
                        "/api/v1/admin/proofreadings/" + no + "/resolutions",
                        Map.of("resolution", "CORRECTED", "note", "姓名已更正"))
                .expect(201);
    }

    private void theSchoolDisputes(Walk walk) {
        clock.advance(Duration.ofMinutes(1));
        Http client = http.as(people.aSchoolClient(school.no()));
        Http.Reply delivery = client.post("/api/v1/school/deliveries", Map.of("names", "STUDENT_NO", "folders", "NONE"))
                .expect(201);
        client.get(delivery.<String>at("archiveUrl")).expect(200);
        client.post("/api/v1/school/disputes", Map.of("captureNo", walk.captureNo(), "words", "照片与本人不符"))
                .expect(201);
    }

    private Map<String, byte[]> copy(String token) {
        Http.Reply reply = http.as(token).get(COPY).expect(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("private, no-store");
        return reply.unzipped();
    }

    private static Set<String> accountFiles(Map<String, byte[]> copy) {
        return copy.keySet().stream().filter(name -> !name.contains("/")).collect(Collectors.toSet());
    }

    private static String text(Map<String, byte[]> copy, String name) {
        return new String(copy.get(name), StandardCharsets.UTF_8);
    }

    private static String texts(Map<String, byte[]> copy) {
        return copy.keySet().stream()
                .filter(name -> !name.endsWith(".jpg"))
                .map(name -> text(copy, name))
                .collect(Collectors.joining("\n"));
    }

    private Map<String, Object> object(Map<String, byte[]> copy, String name) {
        return reply(copy, name).json();
    }

    private List<Map<String, Object>> list(Map<String, byte[]> copy, String name) {
        return reply(copy, name).list();
    }

    private Http.Reply reply(Map<String, byte[]> copy, String name) {
        return new Http.Reply(200, Map.of(), copy.get(name), json);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rowsOf(Map<String, Object> document, String field) {
        return (List<Map<String, Object>>) document.get(field);
    }
}
