package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.TucaiTest;

@TucaiTest
class RequestSizeIT {
    private static final int MEGA = 1024 * 1024;

    private final Http http;
    private final Journeys journeys;

    RequestSizeIT(Http http, Journeys journeys) {
        this.http = http;
        this.journeys = journeys;
    }

    @Test
    void anUploadOverTheLimitIsRefusedByNameAndItsTicketStaysGood() {
        Journeys.Walk walk = journeys.aBoundStudent();
        String ticket = journeys.ticket(walk);

        Http.Reply little = journeys.upload(walk, ticket, new byte[10 * MEGA + 1]);
        Http.Reply much = journeys.upload(walk, ticket, new byte[11 * MEGA + 1]);
        Http.Reply good = journeys.upload(walk, ticket, journeys.aPortrait());

        little.expectProblem(413, "payload-too-large");
        much.expectProblem(413, "payload-too-large");
        assertThat(good.expect(200).<Boolean>at("usable")).isTrue();
    }

    @Test
    void strangersGetNoRoomForABody() {
        Http.Reply reply = http.send("PUT", "/api/v1/student/uploads/x", "image/jpeg", new byte[MEGA]);

        reply.expectProblem(401, "unauthenticated");
    }
}
