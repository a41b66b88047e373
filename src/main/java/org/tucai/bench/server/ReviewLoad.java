package org.tucai.bench.server;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tucai.trial.Api;

/** The unit's and the school's side of the load: reviewers claim, look at and release reviews; the school pulls its archive. */
final class ReviewLoad {
    private static final int ACCEPTED = 40;
    private static final int REVIEWERS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);
    private static final Map<String, String> DELIVERED = Map.of("names", "STUDENT_NO", "folders", "LEVEL_AND_MAJOR");
    private static final Pattern REVIEW = Pattern.compile("\"no\":\"(rev_[0-9A-Z]+)\"");
    private static final Pattern DELIVERY = Pattern.compile("\"no\":\"(dlv_[0-9A-Z]+)\"");

    private final Api api;
    private final String manager;
    private final Crowd crowd;

    ReviewLoad(Api api, String manager, Crowd crowd) {
        this.api = api;
        this.manager = manager;
        this.crowd = crowd;
    }

    /**
     * Uploads and submits a photo for each of these captures and has some accepted: the school may pull those once they have settled,
     * forty seconds later.
     */
    void submit(List<Crowd.Bound> captures, byte[] picture) throws InterruptedException {
        Makers.each(captures, bound -> {
            Map<String, String> wish = Map.of("photoNo", crowd.shoot(bound, picture));
            return api.as(bound.student().token())
                    .post("/api/v1/student/captures/" + bound.captureNo() + "/submissions", wish)
                    .ok();
        });
        Map<String, Object> wish = Map.of("count", ACCEPTED, "campaignNo", crowd.campaignNo());
        List<Map<String, Object>> claimed =
                api.as(manager).post("/api/v1/review/claims", wish).ok().list();
        for (Map<String, Object> review : claimed) {
            api.as(manager)
                    .post("/api/v1/review/reviews/" + review.get("no") + "/decisions", Map.of("decision", "ACCEPT"))
                    .ok();
        }
    }

    /** Adds connections for reviewers and the school, once there is something to pull. */
    Stage seat(Stage stage) throws InterruptedException {
        String school = crowd.schoolToken();
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < end
                && api.as(school).post("/api/v1/school/deliveries", DELIVERED).status() >= 300) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        for (int i = 0; i < REVIEWERS; i++) {
            stage.seat(this::review);
        }
        return stage.seat(line -> pull(line, school));
    }

    private boolean review(Stage.Line line) throws IOException {
        Wire.Answer claimed = line.send(
                "claim 5",
                Wire.Call.post(
                        "/api/v1/review/claims",
                        manager,
                        "{\"count\":5,\"campaignNo\":\"" + crowd.campaignNo() + "\"}"));
        Matcher no = REVIEW.matcher(claimed.text());
        while (no.find()) {
            line.send("look at a review", Wire.Call.get("/api/v1/review/reviews/" + no.group(1), manager));
            line.send(
                    "give it back",
                    Wire.Call.post("/api/v1/review/reviews/" + no.group(1) + "/releases", manager, "{}"));
        }
        return true;
    }

    private boolean pull(Stage.Line line, String school) throws IOException {
        Wire.Answer prepared = line.send(
                "prepare a delivery",
                Wire.Call.post(
                        "/api/v1/school/deliveries",
                        school,
                        "{\"names\":\"STUDENT_NO\",\"folders\":\"LEVEL_AND_MAJOR\"}"));
        Matcher no = DELIVERY.matcher(prepared.text());
        if (no.find()) {
            line.send(
                    "pull its archive", Wire.Call.get("/api/v1/school/deliveries/" + no.group(1) + "/archive", school));
        }
        return true;
    }
}
