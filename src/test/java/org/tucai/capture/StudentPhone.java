package org.tucai.capture;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;

/** What a student's phone sends and displays around a photo. */
@Singleton
class StudentPhone {
    private final Http http;
    private final Journeys journeys;

    StudentPhone(Http http, Journeys journeys) {
        this.http = http;
        this.journeys = journeys;
    }

    /** Requests an upload ticket; the source is CAMERA or ALBUM. */
    Http.Reply ticket(Walk walk, String source) {
        return http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/upload-tickets", Map.of("source", source));
    }

    /** Shoots a photo and submits it, with these prints if any. */
    Http.Reply submit(Walk walk, Map<String, Object> prints) {
        Map<String, Object> body = new HashMap<>();
        body.put(
                "photoNo",
                journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no"));
        if (!prints.isEmpty()) {
            body.put("prints", prints);
        }
        return http.as(walk.token()).post("/api/v1/student/captures/" + walk.captureNo() + "/submissions", body);
    }

    /** The home screen. */
    Http.Reply home(Walk walk) {
        return http.as(walk.token()).get("/api/v1/student/screens/home").expect(200);
    }
}
