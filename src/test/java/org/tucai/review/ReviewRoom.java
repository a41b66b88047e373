package org.tucai.review;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucai.campaign.Campaign;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;

/** What reviewers do over HTTP, and the photos that one student submits. */
@Singleton
class ReviewRoom {
    private final Http http;
    private final ReviewedCaptures captures;
    private final DueJobs jobs;
    private final MutableClock clock;
    private String accountNo;

    ReviewRoom(Http http, ReviewedCaptures captures, DueJobs jobs, MutableClock clock) {
        this.http = http;
        this.captures = captures;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** From now on the photos are this student's. */
    void receives(String studentToken) {
        accountNo = http.as(studentToken).get("/api/v1/student/account").at("no");
    }

    /** The numbers of this many new submitted captures of the campaign. */
    List<String> submit(Campaign campaign, int count) {
        List<String> nos = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nos.add(captures.submitted(campaign, accountNo));
        }
        return nos;
    }

    List<Map<String, Object>> claim(String token, int count) {
        return http.as(token)
                .post("/api/v1/review/claims", Map.of("count", count))
                .expect(200)
                .list();
    }

    String claimOne(String token) {
        return (String) claim(token, 1).getFirst().get("no");
    }

    Http.Reply decide(String token, String review, Map<String, Object> finding) {
        return http.as(token).post("/api/v1/review/reviews/" + review + "/decisions", finding);
    }

    /** Decides, and lets the time pass in which that could be undone. */
    void decideForGood(String token, String review, Map<String, Object> finding) {
        decide(token, review, finding).expect(200);
        decisionsTakeEffect();
    }

    Http.Reply undo(String token, String review) {
        return http.as(token).post("/api/v1/review/reviews/" + review + "/undos", null);
    }

    /** Lets the ten seconds pass in which a decision can be undone. */
    void decisionsTakeEffect() {
        clock.advance(Duration.ofSeconds(10));
        jobs.runDue();
    }
}
