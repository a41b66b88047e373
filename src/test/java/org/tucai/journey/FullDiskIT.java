package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.Disk;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** The database's disk is full for a night: what cannot be written is retried later and completes by itself. */
@TucaiTest
class FullDiskIT {
    private static final int TEN_MINUTES_OF_A_NIGHT = 48;

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Disk disk;
    private final Rows rows;

    FullDiskIT(Http http, Journeys journeys, People people, DueJobs jobs, MutableClock clock, Disk disk, Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
        this.disk = disk;
        this.rows = rows;
    }

    @Test
    void aSubmissionIsRefusedAsTemporarilyUnavailableAndCanBeRepeated() {
        Walk walk = journeys.aBoundStudent();
        String photo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        disk.fills();

        Http.Reply refused = submit(walk, photo);

        refused.expectProblem(503, "temporarily-unavailable");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        disk.hasRoom();
        assertThat(status(walk)).isEqualTo("PHOTO_READY");
        submit(walk, photo).expect(200);
    }

    private Http.Reply submit(Walk walk, String photo) {
        return http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/submissions", Map.of("photoNo", photo));
    }

    @Test
    void aDecisionWaitsForRoomHoweverLongThatTakes() {
        Walk walk = journeys.aStudentInReview();
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, walk);
        http.as(reviewer)
                .post("/api/v1/review/reviews/" + review + "/decisions", Map.of("decision", "ACCEPT"))
                .expect(200);
        disk.fills();

        for (int i = 0; i < TEN_MINUTES_OF_A_NIGHT; i++) {
            clock.advance(Duration.ofMinutes(10));
            jobs.runDue();
        }

        assertThat(status(walk)).isEqualTo("IN_REVIEW");
        assertThat(rows.number("SELECT COUNT(*) FROM failed_job")).isZero();
        disk.hasRoom();
        clock.advance(Duration.ofMinutes(10));
        jobs.runDue();
        assertThat(status(walk)).isEqualTo("ACCEPTED");
    }

    private String status(Walk walk) {
        return rows.texts("SELECT status FROM capture WHERE no = ?", walk.captureNo())
                .getFirst();
    }
}
