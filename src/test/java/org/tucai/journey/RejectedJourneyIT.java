package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** 不合格 → the fee comes back and an SMS says why → shot and paid again → accepted. */
@TucaiTest
class RejectedJourneyIT {
    private static final String PHONE = "13700001111";

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;

    RejectedJourneyIT(Http http, Journeys journeys, People people, DueJobs jobs, MutableClock clock, Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    @Test
    void theStudentPaysTwiceIsRefundedOnceAndIsAcceptedInTheEnd() {
        Walk walk = journeys.aBoundStudent(PHONE);
        journeys.submit(walk);
        journeys.pay(walk);

        journeys.decide(walk, "REJECT", List.of("eyes-closed", "blur"));
        letRefundsArrive();

        walk = journeys.again(walk);
        Http.Reply screen = screen(walk);
        assertThat(screen.<String>at("card.capture.status")).isEqualTo("REJECTED");
        assertThat(Http.column(screen.at("card.capture.rejection.reasons"), "code"))
                .containsExactlyInAnyOrder("eyes-closed", "blur");
        assertThat(screen.<String>at("card.order.status")).isEqualTo("REFUNDED");
        assertThat(screen.<String>at("card.nextStep.code")).isEqualTo("SHOOT_AGAIN");
        assertThat(sms()).anySatisfy(text -> assertThat(text).contains("未通过审核", "闭眼", "模糊"));
        assertThat(sms()).anySatisfy(text -> assertThat(text).contains("15.00"));
        String firstOrder = screen.at("card.order.no");
        assertThat(http.as(walk.token())
                        .get("/api/v1/student/orders/" + firstOrder + "/refunds")
                        .expect(200)
                        .list())
                .singleElement()
                .satisfies(refund -> assertThat(refund).containsEntry("status", "SUCCEEDED"));

        journeys.submit(walk);
        assertThat(screen(walk).<Object>at("card.capture.rejection"))
                .as("said of another photo")
                .isNull();
        journeys.pay(walk);
        journeys.decide(walk, "ACCEPT", List.of());

        assertThat(journeys.status(walk)).isEqualTo("IN_PRODUCTION");
        assertThat(screen(walk).<Object>at("card.capture.rejection")).isNull();
        assertThat(screen(walk).<String>at("card.order.no")).isNotEqualTo(firstOrder);
        assertThat(rows.number("SELECT COUNT(*) FROM refund")).isEqualTo(1);
        assertThat(rows.number("SELECT SUM(paid_minor) - SUM(refunded_minor) FROM payment"))
                .isEqualTo(1500);
    }

    @Test
    void theNextReviewerSeesTheEarlierRejection() {
        Walk walk = journeys.aStudentInReview();
        journeys.decide(walk, "REJECT", List.of("blur"));
        letRefundsArrive();
        walk = journeys.again(walk);
        journeys.shoot(walk, journeys.aPortrait()).expect(200);
        journeys.submit(walk);
        journeys.pay(walk);
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, walk);

        Http.Reply seen =
                http.as(reviewer).get("/api/v1/review/reviews/" + review).expect(200);

        assertThat(seen.text()).contains("blur");
        assertThat(Http.column(seen.at("earlier"), "status"))
                .as("the newest first")
                .containsExactly("DELETED", "REJECTED");
        String former = seen.at("earlier.1.pictureUrl");
        http.as(reviewer).get(former).expect(200);
        http.as(reviewer).get(seen.at("originalUrl")).expect(200);
        assertThat(rows.texts("SELECT subject FROM audit_entry WHERE action = 'original-opened'"))
                .containsExactly(review);
    }

    @Test
    void ofTwoRejectionsTheStudentSeesTheReasonsOfTheLatest() {
        Walk walk = journeys.aStudentInReview();
        journeys.decide(walk, "REJECT", List.of("blur"));
        letRefundsArrive();
        walk = journeys.again(walk);
        journeys.submit(walk);
        journeys.pay(walk);

        journeys.decide(walk, "REJECT", List.of("eyes-closed"));

        assertThat(Http.column(screen(walk).at("card.capture.rejection.reasons"), "code"))
                .containsExactly("eyes-closed");
    }

    private void letRefundsArrive() {
        jobs.runDue();
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue();
    }

    private Http.Reply screen(Walk walk) {
        return http.as(walk.token())
                .get("/api/v1/student/screens/captures/" + walk.captureNo())
                .expect(200);
    }

    private List<String> sms() {
        List<Map<String, Object>> sent =
                http.get("/sandbox/messages?to=" + PHONE).expect(200).list();
        return sent.stream().map(Object::toString).toList();
    }
}
