package org.tucai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.testing.LogOf;

/** The sandbox's answers to requests written by hand. */
class SandboxAuthorityTest {
    private final SandboxAuthority authority =
            SandboxAuthority.start(SandboxSettings.onRequest(), InstantSource.system());

    @RegisterExtension
    final LogOf log = LogOf.a(SandboxAuthority.class);

    @AfterEach
    void close() {
        authority.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'schoolCode':", "schoolCode=10001", "{'schoolCode':'10001'} x", "{}{}", "]"})
    void aBodyThatIsNotJsonIsNamedAndNotLogged(String body) throws Exception {
        HttpResponse<String> answer = post("/codes", body.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("the body is not one JSON document\n");
        assertThat(log.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "5",
                "{'schoolCode':{}}",
                "{'validDays':99999999999}",
                "{'validDays':'x'}",
                "{'expectedGraduation':'2026-02-30'}",
                "{'unit':'a','unit':'b'}"
            })
    void aBodyOfTheWrongTypeIsNamed(String body) throws Exception {
        HttpResponse<String> answer = post("/codes", body.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .startsWith("the body does not have the expected form: ")
                .doesNotContain("java.", "org.tucai", "StudentBody")
                .hasLineCount(1);
        assertThat(log.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/codes", "/code-keys/rotations", "/units", "/returns", "/conclusions"})
    void nullIsNoBody(String path) throws Exception {
        HttpResponse<String> answer = post(path, "null");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("the body is not an object\n");
        assertThat(log.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/codes, schoolcode", "/conclusions, studentNo", "/returns, why"})
    void anUnknownFieldIsNamed(String path, String field) throws Exception {
        HttpResponse<String> answer = post(path, "{\"" + field + "\":\"10001\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("[" + field + "]").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'name':''}", "{'idNumber':'1'}"})
    void anImpossibleStudentIsNamed(String body) throws Exception {
        HttpResponse<String> answer = post("/codes", body.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isNotEqualTo("not understood\n");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void anEmptyBodyGetsACodeOfASampleStudent() throws Exception {
        assertThat(post("/codes", "").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(authority.url() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
