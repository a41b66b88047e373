package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.People;
import org.tucai.testing.TestAuthority;
import org.tucai.testing.TucaiTest;

@TucaiTest
@Timeout(120)
class RequestSizeIT {
    private static final int MEGA = 1024 * 1024;

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final TestAuthority authority;
    private final EmbeddedServer server;

    RequestSizeIT(Http http, Journeys journeys, People people, TestAuthority authority, EmbeddedServer server) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.authority = authority;
        this.server = server;
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
    void aLargeBodyWithoutASignInIsRefusedAsUnauthenticated() {
        Http.Reply reply = http.send("PUT", "/api/v1/student/uploads/x", "image/jpeg", new byte[MEGA]);

        reply.expectProblem(401, "unauthenticated");
    }

    @Test
    void aBodySentBeforeSignInMayHaveOnly64Kilobytes() throws IOException {
        String phone = "/api/v1/student/sms-codes";
        String empty = "{\"phone\":\"1\",\"x\":\"\"}";
        String little = empty.replace("\"\"", "\"" + "x".repeat(64 * 1024 - empty.length()) + "\"");
        String much = " " + little;

        http.post(phone, little).expectProblem(422, "invalid-fields");
        http.post(phone, much).expectPlainProblem(413, "payload-too-large");
        http.post("/callbacks/payments/sandbox", much).expectProblem(413, "payload-too-large");
        http.as("not.a.token").post(phone, much).expectProblem(413, "payload-too-large");
        assertThat(chunked(phone, little)).contains(" 413 ", "\"payload-too-large\"");
    }

    @Test
    void aStudentsJsonBodyMayHaveOnly64KilobytesButStaffMaySendMore() {
        String much = "{\"text\":\"" + "x".repeat(70 * 1024) + "\"}";

        http.as(people.aStudent()).post("/api/v1/student/codes", much).expectPlainProblem(413, "payload-too-large");
        http.as(people.aManager()).post("/api/v1/admin/schools", much).expectPlainProblem(422, "invalid-fields");
        http.as(people.aReviewer()).post("/api/v1/review/claims", much).expectPlainProblem(422, "invalid-fields");
    }

    @Test
    void aMessageWithAnUnknownAuthorityKeyIsRefusedBeforeItHasArrived() throws IOException {
        authority.start();
        String header = "{'alg':'ES256','typ':'tucai-conclusions','kid':'a-stranger'}".replace('\'', '"');
        String begun = String.join(
                "\r\n",
                "POST /callbacks/authority/conclusions HTTP/1.1",
                "Host: x",
                "Content-Type: application/jose",
                "Content-Length: 9000000",
                "",
                Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.US_ASCII))
                        + "."
                        + "x".repeat(1000));

        assertThat(firstLine(begun)).contains(" 401 ");
    }

    /** The status line that answers a possibly incomplete request. */
    private String firstLine(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    @Test
    void theSenderOfALongRefusedMessageGetsTheAnswer() {
        authority.start();

        http.send("POST", "/callbacks/authority/conclusions", "application/jose", new byte[9 * MEGA])
                .expectProblem(401, "authority-callback-refused");
    }

    @Test
    void theLoadTestEndpointTakesABodyOfAPicturesSizeFromAnyone() throws Exception {
        HttpRequest write = HttpRequest.newBuilder(server.getURI().resolve("/sandbox/floor"))
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[300 * 1024]))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(write, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    /** The answer to a chunked body, whose length is not declared. */
    private String chunked(String path, String body) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(5_000);
            String request =
                    "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body
                            + "\r\n0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
