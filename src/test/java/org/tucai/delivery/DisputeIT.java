package org.tucai.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.School;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.Rejection;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Cursor;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** A school disputes a photo it has received, and a manager answers. */
@TucaiTest
class DisputeIT {
    private static final String DISPUTES = "/api/v1/school/disputes";
    private static final String ADMIN = "/api/v1/admin/disputes";
    private static final Map<String, String> ANSWER = Map.of("answer", "已联系学生核实");
    private static final Map<String, Object> JUSTIFIED = Map.of("answer", "照片不是本人", "retake", true);
    private static final Actor SCHOOL = new Actor(Role.SCHOOL, "scl_00000000000000000001");

    private final ReviewedCaptures reviewed;
    private final DisputeService disputes;
    private final CaptureService captures;
    private final CampaignFixtures campaigns;
    private final People people;
    private final MutableClock clock;
    private final Http http;
    private final Rows rows;
    private School school;
    private Http client;
    private Http manager;

    DisputeIT(
            ReviewedCaptures reviewed,
            DisputeService disputes,
            CaptureService captures,
            CampaignFixtures campaigns,
            People people,
            MutableClock clock,
            Http http,
            Rows rows) {
        this.reviewed = reviewed;
        this.disputes = disputes;
        this.captures = captures;
        this.campaigns = campaigns;
        this.people = people;
        this.clock = clock;
        this.http = http;
        this.rows = rows;
    }

    @BeforeEach
    void aSchool() {
        school = campaigns.aSchool();
        client = http.as(people.aSchoolClient(school.no()));
        manager = http.as(people.aManager());
    }

    @Test
    void acceptsOneOpenDisputeAtATimePerPulledPhoto() {
        Capture capture = accepted(school);
        client.post(DISPUTES, about(capture)).expectProblem(409, "not-delivered");
        String archive = prepared(client);
        client.post(DISPUTES, about(capture)).expectProblem(409, "not-delivered");
        client.get(archive).expect(200);

        Http.Reply open = client.post(DISPUTES, about(capture)).expect(201);
        client.post(DISPUTES, about(capture)).expectProblem(409, "dispute-open");
        String resolutions = ADMIN + "/" + open.at("no") + "/resolutions";
        manager.post(resolutions, ANSWER).expect(201);
        manager.post(resolutions, ANSWER).expectProblem(409, "dispute-closed");

        assertThat(client.get(DISPUTES).expect(200).<String>at("items.0.answer"))
                .isEqualTo("已联系学生核实");
        client.post(DISPUTES, about(capture)).expect(201);
    }

    @Test
    void ofTwoDisputesAndOfTwoAnswersAtOnceOneCounts() {
        Capture capture = delivered(school, client);

        List<Object> opened = Race.twice(() -> disputes.open(school.no(), capture.no(), "照片与本人不符", SCHOOL));
        String no = disputes.list(school.no(), null, Cursor.END, 10)
                .items()
                .getFirst()
                .no();
        List<Object> resolved = Race.twice(() -> disputes.resolve(no, "已核实", false, CampaignFixtures.MANAGER));

        assertThat(refusals(opened)).containsExactly("dispute-open");
        assertThat(refusals(resolved)).containsExactly("dispute-closed");
    }

    @Test
    void noSecondDisputeIsOpenedWhileTheFirstIsBeingStored(HeldTransaction held) {
        Capture capture = delivered(school, client);

        held.of(
                () -> disputes.open(school.no(), capture.no(), "照片与本人不符", SCHOOL),
                () -> assertThatThrownBy(() -> disputes.open(school.no(), capture.no(), "照片与本人不符", SCHOOL))
                        .hasMessage("dispute-open"));
    }

    private static List<String> refusals(List<Object> ends) {
        return ends.stream()
                .filter(ProblemException.class::isInstance)
                .map(e -> ((ProblemException) e).getMessage())
                .toList();
    }

    @Test
    void aSchoolFiltersItsOwnDisputesByStatusAndAManagerAlsoBySchool() {
        Capture capture = delivered(school, client);
        String own = client.post(DISPUTES, about(capture)).expect(201).at("no");
        School another = campaigns.aSchool();
        Http other = http.as(people.aSchoolClient(another.no()));
        String theirs = objected(another, other);
        manager.post(ADMIN + "/" + own + "/resolutions", ANSWER).expect(201);
        clock.advance(Duration.ofMinutes(1));
        String again = client.post(DISPUTES, about(capture)).expect(201).at("no");

        assertThat(numbers(client, DISPUTES)).containsExactly(again, own);
        assertThat(numbers(client, DISPUTES + "?status=OPEN")).containsExactly(again);
        assertThat(numbers(client, DISPUTES + "?status=RESOLVED")).containsExactly(own);
        assertThat(numbers(other, DISPUTES + "?status=RESOLVED")).isEmpty();
        assertThat(numbers(other, DISPUTES)).containsExactly(theirs);
        assertThat(numbers(manager, ADMIN)).containsExactly(again, theirs, own);
        assertThat(Http.column(manager.get(ADMIN).at("items"), "schoolName"))
                .containsExactly(school.name(), another.name(), school.name());
        assertThat(Http.column(other.get(DISPUTES).at("items"), "schoolName")).containsExactly(another.name());
        assertThat(numbers(manager, ADMIN + "?schoolNo=" + school.no())).containsExactly(again, own);
        assertThat(numbers(manager, ADMIN + "?status=OPEN")).containsExactly(again, theirs);
        assertThat(numbers(manager, ADMIN + "?status=OPEN&schoolNo=" + another.no()))
                .containsExactly(theirs);
        assertThat(numbers(manager, ADMIN + "?status=RESOLVED&schoolNo=" + another.no()))
                .isEmpty();
    }

    @Test
    void doesNotStoreTheAnswerToADisputeWhoseCaptureIsForgotten() {
        String no = objected(school, client);
        rows.change("UPDATE dispute SET words = NULL"); // as forgetting does

        Http.Reply resolved =
                manager.post(ADMIN + "/" + no + "/resolutions", ANSWER).expect(201);

        assertThat(resolved.<String>at("status")).isEqualTo("RESOLVED");
        assertThat(rows.number("SELECT COUNT(answer) FROM dispute")).isZero();
    }

    @Test
    void aJustifiedDisputeHasThePhotoTakenAgain() {
        Http student = http.as(people.aStudent());
        String accountNo = student.get("/api/v1/student/account").expect(200).at("no");
        Capture capture = reviewed.accepted(campaigns.anOpenCampaign(school, t -> {}), accountNo, "B1");
        client.get(prepared(client)).expect(200);
        String no = client.post(DISPUTES, about(capture)).expect(201).at("no");

        Http.Reply resolved =
                manager.post(ADMIN + "/" + no + "/resolutions", JUSTIFIED).expect(201);

        assertThat(resolved.<String>at("status")).isEqualTo("RESOLVED");
        assertThat(captures.require(capture.no()).status()).isEqualTo(CaptureStatus.ERRATUM);
        assertThat(student.get("/api/v1/student/messages").text()).contains("经采集单位复核不能使用，原因：照片不是本人。");
        clock.advance(Duration.ofMinutes(1));
        Http.Reply seen = client.get("/api/v1/school/students?list=REJECTED").expect(200);
        assertThat(seen.<Boolean>at("items.0.removePicture")).isTrue();
        assertThat(seen.<String>at("items.0.statusText")).isEqualTo("需重新拍摄");
    }

    @Test
    void theLongestAnswerToASchoolIsKeptForTheStudentToo() {
        String no = objected(school, client);
        String longest = "长".repeat(300);

        manager.post(ADMIN + "/" + no + "/resolutions", Map.of("answer", longest, "retake", true))
                .expect(201);

        assertThat(captures.lastRejections(rows.texts("SELECT no FROM capture")).values())
                .extracting(Rejection::note)
                .containsExactly(longest);
    }

    @Test
    void aDisputeStaysOpenWhenItsPhotoCannotBeTakenAgain() {
        Capture concluded = delivered(school, client);
        String about = client.post(DISPUTES, about(concluded)).expect(201).at("no");
        captures.forwarded(concluded.no());
        captures.verified(concluded.no(), "同一人");

        manager.post(ADMIN + "/" + about + "/resolutions", JUSTIFIED).expectProblem(409, "no-photo-to-retake");

        assertThat(client.get(DISPUTES).<String>at("items.0.status")).isEqualTo("OPEN");
        manager.post(ADMIN + "/" + about + "/resolutions", ANSWER).expect(201);
    }

    @Test
    void aDisputeAboutAReplacedPhotoDoesNotCostTheStudentTheNewOne() {
        Capture capture = delivered(school, client);
        String no = client.post(DISPUTES, about(capture)).expect(201).at("no");
        rows.change("UPDATE capture SET photo_no = 'pho_00000000000000000002'"); // as another acceptance does

        manager.post(ADMIN + "/" + no + "/resolutions", JUSTIFIED).expectProblem(409, "no-photo-to-retake");

        assertThat(captures.require(capture.no()).status()).isEqualTo(CaptureStatus.ACCEPTED);
    }

    private static List<Object> numbers(Http reader, String path) {
        return Http.column(reader.get(path).expect(200).at("items"), "no");
    }

    private String objected(School of, Http by) {
        Capture capture = delivered(of, by);
        return by.post(DISPUTES, about(capture)).expect(201).at("no");
    }

    private Capture delivered(School to, Http puller) {
        Capture capture = accepted(to);
        puller.get(prepared(puller)).expect(200);
        return capture;
    }

    private Capture accepted(School of) {
        return reviewed.accepted(campaigns.anOpenCampaign(of, t -> {}), "B1", "本科", "数学");
    }

    private String prepared(Http by) {
        clock.advance(Duration.ofMinutes(1)); // accepted photos appear half a minute later
        return by.post("/api/v1/school/deliveries", Map.of("names", "STUDENT_NO", "folders", "NONE"))
                .expect(201)
                .at("archiveUrl");
    }

    private static Map<String, String> about(Capture capture) {
        return Map.of("captureNo", capture.no(), "words", "照片与本人不符");
    }
}
