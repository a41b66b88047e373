package org.tucai.apispec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** Other people's resources look as if they did not exist. */
@TucaiTest
class OwnersIT {
    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final Journeys journeys;
    private final MutableClock clock;

    OwnersIT(
            Http http,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            Journeys journeys,
            MutableClock clock) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.journeys = journeys;
        this.clock = clock;
    }

    @Test
    void aStudentFindsNothingOfAnother() {
        Journeys.Walk walk = journeys.anAcceptedStudent();
        Http owner = http.as(walk.token());
        Http other = http.as(people.aStudent());
        String capture = "/api/v1/student/captures/" + walk.captureNo();
        String photoNo = owner.get(capture + "/photos")
                .expect(200)
                .list()
                .getFirst()
                .get("no")
                .toString();
        String order =
                "/api/v1/student/orders/" + owner.get("/api/v1/student/orders").at("items.0.no");
        String check = "/api/v1/student/proofreadings/"
                + owner.get("/api/v1/student/proofreadings").list().getFirst().get("no");
        String message = "/api/v1/student/messages/"
                + owner.get("/api/v1/student/messages").at("items.0.no");
        String code = "/api/v1/student/codes/"
                + owner.post("/api/v1/student/codes", Map.of("text", codes.aCode(campaigns.aSchool())))
                        .expect(201)
                        .at("no");
        String session = "/api/v1/sessions/"
                + owner.get("/api/v1/sessions").list().getFirst().get("no");
        List<String> seen = new ArrayList<>();

        for (String mine : List.of(
                capture,
                capture + "/photos",
                capture + "/photos/" + photoNo,
                capture + "/photos/" + photoNo + "/picture",
                "/api/v1/student/screens/captures/" + walk.captureNo(),
                order,
                order + "/refunds",
                check,
                code)) {
            owner.get(mine).expect(200);
            note(seen, mine, other.get(mine));
        }
        Map<String, Object> writes = new java.util.LinkedHashMap<>();
        writes.put(capture + "/submissions", Map.of("photoNo", photoNo));
        writes.put(capture + "/withdrawals", Map.of());
        writes.put(capture + "/cancellations", Map.of());
        writes.put(capture + "/upload-tickets", Map.of("source", "CAMERA"));
        writes.put(order + "/payments", Map.of());
        writes.put(order + "/payment-checks", Map.of());
        writes.put(check + "/answers", Map.of("answer", "CORRECT"));
        writes.put(check + "/confirmations", Map.of("answer", "CORRECT"));
        writes.put(message + "/readings", Map.of());
        writes.put(code + "/confirmations", Map.of("lastFour", CodeFixtures.LAST_FOUR));
        writes.forEach((path, body) -> note(seen, path, other.post(path, body)));
        note(seen, order + "/prints", other.delete(order + "/prints"));
        note(seen, session, other.delete(session));

        assertThat(seen).isEmpty();
    }

    @Test
    void aTicketIsGoodForItsOwnStudentOnly() {
        Journeys.Walk walk = journeys.aBoundStudent();
        String ticket = journeys.ticket(walk);

        Http.Reply other = http.as(people.aStudent()).send("PUT", ticket, "image/jpeg", journeys.aPortrait());

        other.expect(404);
        journeys.upload(walk, ticket, journeys.aPortrait()).expect(200);
    }

    @Test
    void aSchoolFindsNothingOfAnother() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> t.feeMinor = 0);
        Journeys.Walk walk = journeys.aBoundStudent(school, campaign);
        journeys.submit(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        clock.advance(java.time.Duration.ofMinutes(1));
        Http owner = http.as(people.aSchoolClient(school.no()));
        Http other = http.as(people.aSchoolClient(campaigns.aSchool().no()));
        String delivery = "/api/v1/school/deliveries/"
                + owner.post("/api/v1/school/deliveries", Map.of("names", "STUDENT_NO", "folders", "NONE"))
                        .expect(201)
                        .at("no");
        List<String> seen = new ArrayList<>();

        note(seen, delivery, other.get(delivery));
        note(seen, delivery + "/archive", other.get(delivery + "/archive"));
        note(seen, delivery + "/acknowledgements", other.post(delivery + "/acknowledgements", null));
        String expected = "/api/v1/school/campaigns/" + campaign.no() + "/expected-students";
        note(seen, expected, other.put(expected, Map.of("students", 5)));
        String sheet = "/api/v1/school/campaigns/" + campaign.no() + "/proofreading-sheet";
        note(seen, sheet, other.get(sheet));
        note(seen, sheet + ".csv", other.get(sheet + ".csv"));
        Map<String, String> dispute = Map.of("captureNo", walk.captureNo(), "words", "不是本人");
        note(seen, "disputes", other.post("/api/v1/school/disputes", dispute));

        assertThat(seen).isEmpty();
        assertThat(other.get("/api/v1/school/students?list=DONE").<List<?>>at("items"))
                .isEmpty();
        assertThat(other.get("/api/v1/school/deliveries").<List<?>>at("items")).isEmpty();
        owner.get(delivery + "/archive").expect(200);
        owner.get(sheet).expect(200);
    }

    @Test
    void aReviewerCannotReachAReviewThatAColleagueHolds() {
        Journeys.Walk walk = journeys.aStudentInReview();
        Http holder = http.as(people.aReviewer());
        Http other = http.as(people.aReviewer());
        Map<String, Object> claimed = holder.post("/api/v1/review/claims", Map.of("count", 1))
                .expect(200)
                .list()
                .getFirst();
        String review = "/api/v1/review/reviews/" + claimed.get("no");
        List<String> seen = new ArrayList<>();

        for (String mine : List.of(review, review + "/original", review + "/pictures/" + claimed.get("photoNo"))) {
            holder.get(mine).expect(200);
            note(seen, mine, other.get(mine));
        }

        assertThat(claimed.get("captureNo")).isEqualTo(walk.captureNo());
        assertThat(seen).isEmpty();
        other.post(review + "/decisions", Map.of("decision", "ACCEPT")).expectProblem(409, "claim-lapsed");
    }

    private static void note(List<String> seen, String what, Http.Reply reply) {
        if (reply.status() != 404) {
            seen.add(what + ": " + reply.status() + " " + reply.text());
        }
    }
}
