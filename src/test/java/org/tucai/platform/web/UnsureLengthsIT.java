package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** What follows a body of doubtful length is not read as a request: a proxy in front may have taken it for another client's body. */
@TucaiTest
@Timeout(60)
class UnsureLengthsIT {
    private static final String READINGS = "/api/v1/student/messages/readings";
    private static final String ACCOUNT = "/api/v1/student/account";

    private final Http http;
    private final People people;
    private final EmbeddedServer server;

    UnsureLengthsIT(Http http, People people, EmbeddedServer server) {
        this.http = http;
        this.people = people;
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: Chunked"
            })
    void aChunkedRequestIsAnsweredAndTheLastOfItsConnection(String lengths) throws IOException {
        String token = people.aStudent();

        String answers = sent(lengths, "0\r\n\r\n", token);

        assertThat(answers).startsWith("HTTP/1.1 204 ").containsIgnoringCase("connection: close");
        assertThat(http.as(token).get(ACCOUNT).<String>at("language")).isEqualTo("ZH");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: xchunked\r\nContent-Length: 0",
                "Transfer-Encoding: identity\r\nContent-Length: 0",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"
            })
    void everyOtherCodingIsRefused(String lengths) throws IOException {
        String token = people.aStudent();

        String answers = sent(lengths, "0\r\n\r\n", token);

        assertThat(answers).startsWith("HTTP/1.1 400 ").contains("\"malformed-request\"");
        assertThat(http.as(token).get(ACCOUNT).<String>at("language")).isEqualTo("ZH");
    }

    @Test
    void aRequestWithItsLengthLeavesTheConnectionOpenForTheNext() throws IOException {
        String token = people.aStudent();

        String answers = sent("Content-Length: 5", "12345", token);

        assertThat(answers).startsWith("HTTP/1.1 204 ");
        assertThat(http.as(token).get(ACCOUNT).<String>at("language")).isEqualTo("EN");
    }

    /** The answers to a request and to another right behind it, which makes English the account's language and ends the connection. */
    private String sent(String lengths, String body, String token) throws IOException {
        String hidden = "{\"language\":\"EN\"}";
        String requests = String.join(
                "\r\n",
                "POST " + READINGS + " HTTP/1.1",
                "Host: x",
                "Authorization: Bearer " + token,
                lengths,
                "",
                body + "PATCH " + ACCOUNT + " HTTP/1.1",
                "Host: x",
                "Authorization: Bearer " + token,
                "Content-Type: application/json",
                "Content-Length: " + hidden.length(),
                "Connection: close",
                "",
                hidden);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
