package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.tucai.testing.TucaiTest;

/** What belongs to somebody else is as absent as what does not exist, for every role and every endpoint. */
@TucaiTest
class StrangerIT {
    private static final String STUDENT = "/api/v1/student/";

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private School school;
    private Campaign campaign;

    StrangerIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            DueJobs jobs,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    @BeforeEach
    void aCampaign() {
        school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> {});
    }

    /** One request of a table: everything about it is right except the caller. */
    private record Door(String method, String path, Object body) {
        static Door get(String path) {
            return new Door("GET", path, null);
        }

        static Door post(String path, Object body) {
            return new Door("POST", path, body);
        }
    }

    private Http.Reply knock(String token, Door door) {
        Http client = http.as(token);
        return switch (door.method()) {
            case "GET" -> client.get(door.path());
            case "POST" -> client.post(door.path(), door.body());
            case "PUT" -> client.put(door.path(), door.body());
            case "DELETE" -> client.delete(door.path());
            default -> throw new IllegalArgumentException(door.method());
        };
    }

    @Test
    void anotherStudentsCapturePhotosOrdersAndMessagesAreAbsent() {
        Walk walk = journeys.aBoundStudent(school, campaign);
        journeys.submit(walk);
        String stranger = people.aStudent();
        Http.Reply screen = http.as(walk.token()).get(STUDENT + "screens/captures/" + walk.captureNo());
        String order = screen.at("card.order.no");
        String photo = screen.at("photos.0.no");
        Map<String, Object> address =
                Map.of("recipient", "王小明", "phone", "13812345678", "region", "北京市海淀区", "street", "学院路1号");
        Map<String, Object> prints = Map.of("count", 1, "address", address);

        List<Door> doors = new ArrayList<>();
        for (String capture : List.of(walk.captureNo(), "cap_00000000000000000000")) {
            String own = STUDENT + "captures/" + capture;
            doors.add(Door.get(own));
            doors.add(Door.get(STUDENT + "screens/captures/" + capture));
            doors.add(Door.get(own + "/photos"));
            doors.add(Door.get(own + "/photos/" + photo));
            doors.add(Door.get(own + "/photos/" + photo + "/picture"));
            doors.add(Door.get(own + "/photos/" + photo + "/picture?width=120"));
            doors.add(Door.post(own + "/upload-tickets", Map.of("source", "CAMERA")));
            doors.add(Door.post(own + "/submissions", Map.of("photoNo", photo)));
            doors.add(Door.post(own + "/withdrawals", null));
            doors.add(Door.post(own + "/cancellations", null));
        }
        for (String no : List.of(order, "ord_00000000000000000000")) {
            String own = STUDENT + "orders/" + no;
            doors.add(Door.get(own));
            doors.add(Door.get(own + "/refunds"));
            doors.add(Door.get(own + "/address"));
            doors.add(new Door("PUT", own + "/prints", prints));
            doors.add(new Door("DELETE", own + "/prints", null));
            doors.add(Door.post(own + "/payments", null));
            doors.add(Door.post(own + "/payment-checks", null));
        }
        for (Door door : doors) {
            knock(stranger, door).expectPlainProblem(404, "not-found");
        }

        assertThat(http.as(stranger).get(STUDENT + "captures").list()).isEmpty();
        assertThat(http.as(stranger).get(STUDENT + "orders").<List<Object>>at("items"))
                .isEmpty();
        assertThat(journeys.status(walk)).isEqualTo("TO_PAY");
    }

    @Test
    void anotherStudentsOwnPhotoIsNotReachedThroughMyOwnCapture() {
        Walk walk = journeys.aBoundStudent(school, campaign);
        Http.Reply theirs = journeys.shoot(walk, journeys.aPortrait()).expect(200);
        Walk mine = journeys.aBoundStudent(school, campaign);
        journeys.shoot(mine, journeys.aPortrait()).expect(200);
        String own = STUDENT + "captures/" + mine.captureNo();

        http.as(mine.token()).get(own + "/photos/" + theirs.at("no")).expectPlainProblem(404, "not-found");
        http.as(mine.token())
                .get(own + "/photos/" + theirs.at("no") + "/picture")
                .expectPlainProblem(404, "not-found");
        http.as(mine.token())
                .post(own + "/submissions", Map.of("photoNo", theirs.<String>at("no")))
                .expectPlainProblem(409, "photo-not-current");
    }

    @Test
    void anotherStudentsCodesMessagesAndChecksAreAbsent() {
        Walk walk = journeys.aBoundStudent(school, campaign);
        String code = http.as(walk.token())
                .post(STUDENT + "codes", Map.of("text", codes.aCode(school)))
                .expect(201)
                .at("no");
        journeys.submit(walk);
        journeys.pay(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        String check = http.as(walk.token())
                .get(STUDENT + "proofreadings")
                .list()
                .getFirst()
                .get("no")
                .toString();
        String message = http.as(walk.token()).get(STUDENT + "messages").at("items.0.no");
        String stranger = people.aStudent();

        for (Door door : List.of(
                Door.get(STUDENT + "codes/" + code),
                Door.post(STUDENT + "codes/" + code + "/confirmations", Map.of("lastFour", CodeFixtures.LAST_FOUR)),
                Door.get(STUDENT + "proofreadings/" + check),
                Door.post(STUDENT + "proofreadings/" + check + "/answers", Map.of("answer", "CORRECT")),
                Door.post(STUDENT + "proofreadings/" + check + "/confirmations", Map.of("answer", "CORRECT")),
                Door.post(STUDENT + "messages/" + message + "/readings", null))) {
            knock(stranger, door).expectPlainProblem(404, "not-found");
        }
        http.as(stranger)
                .send(
                        "POST",
                        STUDENT + "proofreadings/" + check + "/evidence",
                        "image/jpeg",
                        journeys.aPortrait(),
                        "Idempotency-Key",
                        "k")
                .expectPlainProblem(404, "not-found");
        assertThat(http.as(stranger).get(STUDENT + "messages").<List<Object>>at("items"))
                .isEmpty();
        assertThat(rows.number("SELECT COUNT(*) FROM message WHERE read_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void aReviewerSeesOnlyReviewsThatTheyHaveClaimed() {
        Walk walk = inReview();
        String review = rows.texts("SELECT no FROM review").getFirst();
        String photo = rows.texts("SELECT photo_no FROM review").getFirst();
        String holder = people.aReviewer();
        String other = people.aReviewer();
        List<Door> doors = List.of(
                Door.get("/api/v1/review/reviews/" + review),
                Door.get("/api/v1/review/reviews/" + review + "/original"),
                Door.get("/api/v1/review/reviews/" + review + "/pictures/" + photo));

        doors.forEach(door -> knock(holder, door).expectPlainProblem(404, "not-found"));
        journeys.claim(holder, walk);
        doors.forEach(door -> knock(holder, door).expect(200));
        doors.forEach(door -> knock(other, door).expectPlainProblem(404, "not-found"));
        http.as(other)
                .post("/api/v1/review/reviews/" + review + "/decisions", Map.of("decision", "ACCEPT"))
                .expectPlainProblem(409, "claim-lapsed");
        http.as(other)
                .post("/api/v1/review/reviews/" + review + "/releases", null)
                .expect(204);
        doors.forEach(door -> knock(holder, door).expect(200));
    }

    @Test
    void aReviewWhoseClaimLapsedOrWasReleasedIsNoLongerVisible() {
        Walk walk = inReview();
        String holder = people.aReviewer();
        String review = journeys.claim(holder, walk);
        Door door = Door.get("/api/v1/review/reviews/" + review);

        clock.advance(Duration.ofMinutes(15));
        String again = people.again(holder);
        knock(again, door).expectPlainProblem(404, "not-found");
        assertThat(http.as(again).get("/api/v1/review/reviews").list()).isEmpty();

        journeys.claim(again, walk);
        knock(again, door).expect(200);
        http.as(again)
                .post("/api/v1/review/reviews/" + review + "/releases", null)
                .expect(204);
        knock(again, door).expectPlainProblem(404, "not-found");
    }

    @Test
    void aReviewersPictureAddressServesNoUnrelatedPictureOfAnotherCapture() {
        Walk claimed = inReview();
        Walk other = journeys.aBoundStudent(school, campaign);
        String foreign = journeys.shoot(other, journeys.aPortrait()).expect(200).at("no");
        rows.change("UPDATE photo SET likeness = REPEAT(0x55, 32) WHERE no = '" + foreign
                + "'"); // unlike the other, whereas drawn portraits may be similar
        String holder = people.aReviewer();
        String review = journeys.claim(holder, claimed);

        http.as(holder)
                .get("/api/v1/review/reviews/" + review + "/pictures/" + foreign)
                .expectPlainProblem(404, "not-found");
    }

    @Test
    void anotherSchoolsDeliveriesStudentsAndCampaignsAreAbsent() {
        Walk walk = inReview();
        journeys.decide(walk, "ACCEPT", List.of());
        jobs.runDue();
        clock.advance(Duration.ofMinutes(1));
        String own = people.aSchoolClient(school.no());
        Map<String, Object> wish = Map.of("names", "STUDENT_NO", "folders", "NONE");
        Http.Reply delivery =
                http.as(own).post("/api/v1/school/deliveries", wish).expect(201);
        String theirs = "/api/v1/school/deliveries/" + delivery.at("no");
        String stranger = people.aSchoolClient(campaigns.aSchool().no());

        for (Door door : List.of(
                Door.get(theirs),
                Door.get(theirs + "/archive"),
                Door.post(theirs + "/acknowledgements", null),
                Door.post("/api/v1/school/disputes", Map.of("captureNo", walk.captureNo(), "words", "不是本校学生")),
                new Door(
                        "PUT",
                        "/api/v1/school/campaigns/" + campaign.no() + "/expected-students",
                        Map.of("students", 1)))) {
            knock(stranger, door).expectPlainProblem(404, "not-found");
        }
        for (String list : List.of("DONE", "UNDER_WAY", "REJECTED", "DOUBTFUL", "ENDED")) {
            assertThat(http.as(stranger)
                            .get("/api/v1/school/students?list=" + list)
                            .expect(200)
                            .<List<Object>>at("items"))
                    .isEmpty();
        }
        assertThat(http.as(stranger).get("/api/v1/school/progress").expect(200).text())
                .doesNotContain(campaign.no());
        // one school's cursor is of no use to another
        http.as(stranger)
                .post(
                        "/api/v1/school/deliveries",
                        Map.of("since", delivery.<String>at("nextCursor"), "names", "STUDENT_NO", "folders", "NONE"))
                .expectPlainProblem(409, "nothing-to-deliver");
        http.as(own).get(theirs + "/archive").expect(200);
    }

    @Test
    void aDisabledClientAndADisabledReviewerAreSignedOutAtOnce() {
        String manager = people.aManager();
        String client = people.aSchoolClient(school.no());
        String reviewer = people.aReviewer();
        String clientNo = rows.texts("SELECT no FROM school_client").getFirst();
        String staffNo = rows.texts("SELECT no FROM staff_member WHERE role = 'REVIEWER'")
                .getFirst();
        http.as(client).get("/api/v1/school/progress").expect(200);
        http.as(reviewer).get("/api/v1/review/queue").expect(200);

        http.as(manager)
                .post("/api/v1/admin/school-clients/" + clientNo + "/disablings", null)
                .expect(200);
        http.as(manager)
                .post("/api/v1/admin/staff/" + staffNo + "/disablings", null)
                .expect(200);

        http.as(client).get("/api/v1/school/progress").expect(401);
        http.as(reviewer).get("/api/v1/review/queue").expect(401);
    }

    private Walk inReview() {
        Walk walk = journeys.aBoundStudent(school, campaign);
        journeys.submit(walk);
        journeys.pay(walk);
        return walk;
    }
}
