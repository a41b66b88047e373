package org.tucai.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

@TucaiTest
class ProblemIT {
    private static final int OVER_THE_LIMIT = 11_534_336 + 1;

    private final Http http;
    private final People people;
    private final Journeys journeys;
    private final EmbeddedServer server;

    ProblemIT(Http http, People people, Journeys journeys, EmbeddedServer server) {
        this.http = http;
        this.people = people;
        this.journeys = journeys;
        this.server = server;
    }

    @Test
    void unknownAddressIsAProblemInTheClientsLanguage() {
        Http.Reply zh = http.get("/nowhere");
        Http.Reply en = http.get("/nowhere", "Accept-Language", "en");

        zh.expectProblem(404, "not-found");
        assertThat(zh.header("Content-Type")).startsWith("application/problem+json");
        assertThat(zh.<String>at("title")).isEqualTo("未找到");
        assertThat(en.<String>at("title")).isEqualTo("Not found");
        assertThat(en.<String>at("instance")).isEqualTo(en.header("X-Request-Id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";;;", ",", "en;q=2", "zh-", "-"})
    void languagesThatCannotBeReadCountAsNone(String list) {
        Http.Reply reply = http.get("/nowhere", "Accept-Language", list);

        reply.expectProblem(404, "not-found");
        assertThat(reply.<String>at("title")).isEqualTo("未找到");
    }

    @Test
    void refusesStrangersWithoutSayingMore() {
        http.get("/api/v1/admin/audit-entries").expectProblem(401, "unauthenticated");
    }

    @Test
    void anotherMethodOrContentTypeIsNamed() {
        Http student = http.as(people.aStudent());

        student.delete("/api/v1/student/consent-notice").expectProblem(405, "method-not-allowed");
        student.send("POST", "/api/v1/student/codes", "text/plain", "hello".getBytes(StandardCharsets.UTF_8))
                .expectProblem(415, "unsupported-media-type");
        student.get("/api/v1/student/account", "Accept", "text/csv").expectProblem(406, "not-acceptable");
    }

    @Test
    void aBodyThatIsNoJsonIsNamed() {
        Http student = http.as(people.aStudent());

        student.post("/api/v1/student/codes", "{\"text\": ").expectProblem(400, "malformed-request");
        student.post("/api/v1/student/codes", "[]").expectProblem(400, "malformed-request");
        student.post("/api/v1/student/codes", "").expectProblem(400, "malformed-request");
        http.send("PATCH", "/api/v1/student/account", "application/json", new byte[0])
                .expectProblem(401, "unauthenticated");
    }

    @Test
    void whatIsNoValueOfItsTypeIsNamed() {
        Http manager = http.as(people.aManager());

        manager.get("/api/v1/admin/calendar-years/soon").expectProblem(400, "malformed-request");
        manager.get("/api/v1/admin/orders?limit=many").expectProblem(400, "malformed-request");
        manager.get("/api/v1/admin/orders?status=LOST").expectProblem(400, "malformed-request");
        manager.get("/api/v1/admin/orders?limit=0").expectProblem(422, "invalid-fields");
        manager.get("/api/v1/admin/orders?cursor=%C3%A4").expectProblem(400, "malformed-request");
        manager.get("/api/v1/admin/money/days?from=2026-04-20").expectProblem(400, "malformed-request");
    }

    @Test
    void whatIsTooLargeIsAProblemAsWell() {
        Journeys.Walk walk = journeys.aBoundStudent();
        Http student = http.as(walk.token());

        student.send("PUT", journeys.ticket(walk), "image/jpeg", new byte[OVER_THE_LIMIT])
                .expectProblem(413, "payload-too-large");
        student.send("POST", "/api/v1/student/codes", "image/jpeg", new byte[OVER_THE_LIMIT])
                .expectProblem(413, "payload-too-large");
        student.post("/api/v1/student/codes", Map.of("text", "x".repeat(OVER_THE_LIMIT)))
                .expectProblem(413, "payload-too-large");
    }

    @Test
    void requestsThatAreNoneAreProblemsToo() throws IOException {
        String longHeader = raw("GET /nowhere HTTP/1.1\r\nHost: x\r\nX-Long: " + "y".repeat(20_000) + "\r\n\r\n");
        String longAddress = raw("GET /" + "y".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        String badEscape = raw("GET /api/v1/admin/schools/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        String noHttp = raw("HELLO\r\n\r\n");

        assertThat(longHeader).contains(" 413 ", "application/problem+json", "\"payload-too-large\"");
        assertThat(longAddress).contains(" 413 ", "application/problem+json", "\"payload-too-large\"");
        assertThat(badEscape).contains(" 400 ", "application/problem+json", "\"malformed-request\"");
        assertThat(noHttp).contains(" 400 ", "application/problem+json", "\"malformed-request\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/student/codes", "/api/v1/student/sms-codes"})
    void aPhoneThatGoesAwayInTheMiddleOfItsBodyIsNoFailureOfOurs(String path) throws Exception {
        Logger handler = (Logger) LoggerFactory.getLogger(FailureHandler.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        handler.addAppender(log);
        handler.setLevel(Level.DEBUG);
        String request =
                "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + people.aStudent() + "\r\nIdempotency-Key: k\r\nContent-Length: 50000\r\n\r\n{\"text\":";
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(300);
        }

        for (int i = 0; i < 100 && log.list.isEmpty(); i++) {
            Thread.sleep(50);
        }
        handler.detachAppender(log);
        handler.setLevel(null);
        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.DEBUG);
    }

    /** Sends these characters and reads what comes until the server closes. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(3_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            StringBuilder all = new StringBuilder();
            byte[] some = new byte[8192];
            try {
                for (int n = socket.getInputStream().read(some);
                        n > 0;
                        n = socket.getInputStream().read(some)) {
                    all.append(new String(some, 0, n, StandardCharsets.UTF_8));
                }
            } catch (java.net.SocketTimeoutException e) {
                all.append("<open>");
            }
            return all.toString();
        }
    }
}
