package org.tucai.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.campaign.Campaign;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Campaigns in which two reviewers must agree, and a manager decides where they do not. */
@TucaiTest
class FourEyesIT {
    private static final Map<String, Object> ACCEPT = Map.of("decision", "ACCEPT");
    private static final Map<String, Object> REJECT =
            Map.of("decision", "REJECT", "reasons", List.of("eyes-closed", "blur"), "note", "请睁眼");

    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final ReviewRoom room;
    private final CaptureService captures;
    private final MutableClock clock;
    private final Rows rows;
    private String reviewer;
    private String student;

    FourEyesIT(
            Http http,
            People people,
            CampaignFixtures campaigns,
            ReviewRoom room,
            CaptureService captures,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.room = room;
        this.captures = captures;
        this.clock = clock;
        this.rows = rows;
    }

    @BeforeEach
    void people() {
        reviewer = people.aReviewer();
        student = people.aStudent("13611112222");
        room.receives(student);
    }

    private CaptureStatus status(String captureNo) {
        return captures.require(captureNo).status();
    }

    @Test
    void fourEyesMustAgreeAndAManagerSettlesADispute() throws Exception {
        Campaign campaign = campaigns.anOpenCampaign(t -> t.fourEyes = true);
        List<String> nos = room.submit(campaign, 2);
        String other = people.aReviewer();
        List<Object> reviews = Http.column(room.claim(reviewer, 2), "no");
        reviews.forEach(r -> room.decide(reviewer, (String) r, ACCEPT).expect(200));
        room.decisionsTakeEffect();
        assertThat(nos).allSatisfy(no -> assertThat(status(no)).isEqualTo(CaptureStatus.IN_REVIEW));
        assertThat(room.claim(reviewer, 2)).isEmpty();

        assertThat(room.claim(other, 2)).hasSize(2);
        room.decide(other, (String) reviews.get(0), ACCEPT).expect(200);
        room.decideForGood(other, (String) reviews.get(1), REJECT);

        assertThat(nos.stream().map(this::status))
                .containsExactlyInAnyOrder(CaptureStatus.ACCEPTED, CaptureStatus.IN_REVIEW);
        assertThat(room.claim(people.aReviewer(), 1)).isEmpty();
        String manager = people.aManager();
        assertThat(room.claimOne(manager)).isEqualTo(reviews.get(1));
        room.decideForGood(manager, (String) reviews.get(1), REJECT);
        assertThat(nos.stream().map(this::status))
                .containsExactlyInAnyOrder(CaptureStatus.ACCEPTED, CaptureStatus.REJECTED);
    }

    @Test
    void aLapsedSecondLookIsNotGivenToWhoLookedFirst() throws Exception {
        room.submit(campaigns.anOpenCampaign(t -> t.fourEyes = true), 1);
        String review = room.claimOne(reviewer);
        room.decideForGood(reviewer, review, ACCEPT);
        room.claimOne(people.aReviewer());
        clock.advance(Duration.ofMinutes(15));

        assertThat(room.claim(people.again(reviewer), 1)).isEmpty();
        assertThat(room.claimOne(people.aReviewer())).isEqualTo(review);
    }

    @Test
    void aManagerSettlesEveryDisputeButTheirOwnAlsoAfterTheClaimLapsed() throws Exception {
        room.submit(campaigns.anOpenCampaign(t -> t.fourEyes = true), 2);
        String manager = people.aManager();
        room.claim(reviewer, 2)
                .forEach(
                        r -> room.decide(reviewer, (String) r.get("no"), ACCEPT).expect(200));
        room.decisionsTakeEffect();
        for (String second : List.of(manager, people.aReviewer())) {
            room.decideForGood(second, room.claimOne(second), REJECT);
        }

        List<Object> others = Http.column(room.claim(manager, 2), "no");
        assertThat(others).hasSize(1);
        clock.advance(Duration.ofMinutes(15));
        assertThat(room.claim(people.aReviewer(), 2)).isEmpty();
        assertThat(Http.column(room.claim(people.again(manager), 2), "no")).isEqualTo(others);
    }

    @Test
    void theQueueSaysWhoMustActAndTheFiguresCountDecisionsThatPassedAPhotoOn() throws Exception {
        Campaign campaign = campaigns.anOpenCampaign(t -> t.fourEyes = true);
        room.submit(campaign, 2);
        String second = people.aReviewer();
        String manager = people.aManager();
        List<Object> reviews = Http.column(room.claim(reviewer, 2), "no");
        reviews.forEach(r -> room.decide(reviewer, (String) r, ACCEPT).expect(200));
        room.decisionsTakeEffect();
        assertQueue(reviewer, 0, 2, 0);
        assertQueue(second, 2, 0, 0);
        assertQueue(manager, 2, 0, 0);

        room.claim(second, 1);
        room.decideForGood(second, (String) reviews.getFirst(), REJECT);

        assertQueue(reviewer, 0, 1, 1);
        assertQueue(second, 1, 0, 1);
        assertQueue(manager, 2, 0, 0);
        List<Map<String, Object>> figures = http.as(manager)
                .get("/api/v1/admin/review-figures?from=2026-04-20&to=2026-04-20")
                .expect(200)
                .list();
        assertThat(Http.column(figures, "passedOn")).containsExactlyInAnyOrder(2, 1);
        assertThat(Http.column(figures, "accepted")).containsOnly(0);
        room.decideForGood(manager, room.claimOne(manager), ACCEPT);
        assertThat(http.as(manager)
                        .get("/api/v1/admin/review-figures?from=2026-04-20&to=2026-04-20")
                        .list())
                .extracting(f -> f.get("accepted"), f -> f.get("passedOn"))
                .containsExactlyInAnyOrder(tuple(1, 0), tuple(0, 2), tuple(0, 1));
    }

    private void assertQueue(String reader, int waiting, int second, int manager) {
        Http.Reply queue = http.as(reader).get("/api/v1/review/queue").expect(200);
        for (String where : List.of("", "lines.0.")) {
            assertThat(queue.<Integer>at(where + "waiting")).isEqualTo(waiting);
            assertThat(queue.<Integer>at(where + "waitingForSecond")).isEqualTo(second);
            assertThat(queue.<Integer>at(where + "waitingForManager")).isEqualTo(manager);
            assertThat(queue.<Integer>at(where + "waitingForOthers")).isEqualTo(second + manager);
        }
    }

    @Test
    void onlyTheManagerWhoSettlesADisputeReadsBothDecisions() throws Exception {
        String capture =
                room.submit(campaigns.anOpenCampaign(t -> t.fourEyes = true), 1).getFirst();
        String review = room.claimOne(reviewer);
        room.decideForGood(reviewer, review, REJECT);
        String second = people.aReviewer();
        String manager = people.aManager();
        room.claimOne(second);
        String path = "/api/v1/review/reviews/" + review;
        for (String early : List.of(second, manager)) {
            assertThat(http.as(early).get(path).expect(200).<List<?>>at("looks"))
                    .isEmpty();
        }

        room.decideForGood(second, review, ACCEPT);

        assertThat(room.claimOne(manager)).isEqualTo(review);
        Http.Reply seen = http.as(manager).get(path, "Accept-Language", "en").expect(200);
        assertThat(Http.column(seen.at("looks"), "decision")).containsExactly("REJECT", "ACCEPT");
        assertThat(Http.column(seen.at("looks.0.reasons"), "text")).containsExactly("Blurred", "Eyes closed");
        assertThat(seen.<String>at("looks.0.note")).isEqualTo("请睁眼");
        assertThat(Http.column(seen.at("looks"), "reviewerNo")).doesNotHaveDuplicates();
        assertThat(Http.column(seen.at("looks"), "reviewerName"))
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name.toString()).startsWith("reviewer"));
        assertThat(seen.<List<?>>at("looks.1.reasons")).isEmpty();
        room.decideForGood(manager, review, ACCEPT);
        assertThat(status(capture)).isEqualTo(CaptureStatus.ACCEPTED);
    }

    @Test
    void aFirstDecisionAndADisagreementMayBeUndoneBeforeTheyTakeEffect() throws Exception {
        String capture =
                room.submit(campaigns.anOpenCampaign(t -> t.fourEyes = true), 1).getFirst();
        String second = people.aReviewer();
        String review = room.claimOne(reviewer);
        room.decide(reviewer, review, REJECT).expect(200);
        assertThat(room.claim(second, 1)).isEmpty();
        room.undo(reviewer, review).expect(200);
        room.decisionsTakeEffect();
        room.decideForGood(reviewer, review, ACCEPT);
        room.undo(reviewer, review).expectProblem(409, "too-late-to-undo");
        room.undo(second, review).expectProblem(409, "not-your-decision");

        assertThat(room.claimOne(second)).isEqualTo(review);
        room.decide(second, review, REJECT).expect(200);
        room.undo(second, review).expect(200);
        room.decideForGood(second, review, ACCEPT);

        assertThat(status(capture)).isEqualTo(CaptureStatus.ACCEPTED);
        assertThat(rows.texts("SELECT decision FROM review_look")).containsExactly("ACCEPT");
    }

    @Test
    void theDecisionsOfADisputeAreForgottenWithTheCapture() throws Exception {
        String capture =
                room.submit(campaigns.anOpenCampaign(t -> t.fourEyes = true), 1).getFirst();
        room.decideForGood(reviewer, room.claimOne(reviewer), REJECT);
        assertThat(rows.number("SELECT COUNT(*) FROM review_look")).isOne();

        http.as(student)
                .post("/api/v1/student/captures/" + capture + "/cancellations", null)
                .expect(200);

        assertThat(rows.number("SELECT COUNT(*) FROM review_look")).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDisputeIsNotSettledByAManagerWhoTookPartInIt(boolean asTheFirst) throws Exception {
        room.submit(campaigns.anOpenCampaign(t -> t.fourEyes = true), 1);
        String manager = people.aManager();
        String first = asTheFirst ? manager : reviewer;
        String second = asTheFirst ? reviewer : manager;
        String review = room.claimOne(first);
        room.decideForGood(first, review, ACCEPT);
        assertThat(room.claimOne(second)).isEqualTo(review);
        room.decideForGood(second, review, REJECT);

        assertThat(room.claim(manager, 1)).isEmpty();
        assertThat(room.claimOne(people.aManager())).isEqualTo(review);
        clock.advance(Duration.ofMinutes(15)); // that claim lapses
        assertThat(room.claim(people.again(manager), 1)).isEmpty();
        assertThat(room.claimOne(people.aManager())).isEqualTo(review);
    }

    @Test
    void aDisputeIsNotSettledByAParticipantWhoHasBecomeAManager() throws Exception {
        room.submit(campaigns.anOpenCampaign(t -> t.fourEyes = true), 1);
        String review = room.claimOne(reviewer);
        room.decideForGood(reviewer, review, ACCEPT);
        String manager = people.aManager();
        clock.advance(Duration.ofSeconds(1));
        String second = people.aReviewer();
        String secondNo = http.as(manager).get("/api/v1/admin/staff").at("items.0.no");
        room.decideForGood(second, room.claimOne(second), REJECT);

        http.as(manager)
                .patch("/api/v1/admin/staff/" + secondNo, Map.of("role", "MANAGER"), "If-Match", "*")
                .expect(200);

        assertThat(room.claim(people.again(second), 1)).isEmpty();
        assertThat(room.claimOne(manager)).isEqualTo(review);
    }

    @Test
    void aDisputeIsNotSettledByAFormerManagerWhoClaimedItBefore() throws Exception {
        room.submit(campaigns.anOpenCampaign(t -> t.fourEyes = true), 1);
        String review = room.claimOne(reviewer);
        room.decideForGood(reviewer, review, ACCEPT);
        String second = people.aReviewer();
        room.decideForGood(second, room.claimOne(second), REJECT);
        String manager = people.aManager();
        clock.advance(Duration.ofSeconds(1));
        String former = people.aManager();
        String formerNo = http.as(manager).get("/api/v1/admin/staff").at("items.0.no");
        assertThat(room.claimOne(former)).isEqualTo(review);

        http.as(manager)
                .patch("/api/v1/admin/staff/" + formerNo, Map.of("role", "REVIEWER"), "If-Match", "*")
                .expect(200);

        String asReviewer = people.again(former);
        assertThat(http.as(asReviewer)
                        .get("/api/v1/review/reviews/" + review)
                        .expect(200)
                        .<List<?>>at("looks"))
                .isEmpty();
        room.decide(asReviewer, review, ACCEPT).expectProblem(409, "claim-lapsed");
    }
}
