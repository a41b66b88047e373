package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** Media types that clients send and accept. */
@TucaiTest
class MediaTypeIT {
    private static final String ACCOUNT = "/api/v1/student/account";

    private final Http http;
    private final People people;
    private final Journeys journeys;

    MediaTypeIT(Http http, People people, Journeys journeys) {
        this.http = http;
        this.people = people;
        this.journeys = journeys;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;q=0.5",
                "application/json; charset=gbk",
                "application/json;q=0",
                "application/*",
                "text/html, application/*;q=0.9",
                "text/html,application/xhtml+xml,*/*;q=0.8",
                "application/problem+json",
                "garbage",
                ""
            })
    void jsonIsAnsweredAsJsonWhateverAcceptableTypeIsAskedFor(String accepted) {
        Http.Reply account =
                http.as(people.aStudent()).get(ACCOUNT, "Accept", accepted).expect(200);

        assertThat(account.header("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/*", "image/avif,image/*;q=0.8", "image/jpeg;q=0.5", "*/*"})
    void picturesAreAnsweredAsTheirImageType(String accepted) {
        Journeys.Walk walk = journeys.aBoundStudent();
        String picture = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("pictureUrl");

        Http.Reply reply =
                http.as(walk.token()).get(picture, "Accept", accepted).expect(200);

        assertThat(reply.header("Content-Type")).isEqualTo("image/jpeg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "image/*", "text/*", "application/xml, application/json;q=0"})
    void anUnavailableTypeIsRefusedAsNotAcceptable(String accepted) {
        http.as(people.aStudent()).get(ACCOUNT, "Accept", accepted).expectPlainProblem(406, "not-acceptable");
    }

    @Test
    void anUnreadableContentTypeIsTreatedAsBytes() {
        Http student = http.as(people.aStudent());
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        for (String unreadable : new String[] {"garbage", "/", "a/", ""}) {
            Http.Reply picture = student.send("POST", "/api/v1/student/codes", unreadable, body);
            picture.expectPlainProblem(422, "code-picture-unreadable");
            assertThat(picture.<String>at("instance")).isEqualTo(picture.header("X-Request-Id"));
            student.send("PATCH", ACCOUNT, unreadable, body).expectPlainProblem(415, "unsupported-media-type");
        }
    }

    /** A payment channel's message is signed as text, so its endpoint reads text. */
    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "", "\"", "a b", "utf-7", "-"})
    void anUnknownCharsetCountsAsNone(String charset) {
        String type = "application/json; charset=" + charset;
        byte[] body = "{\"language\":\"EN\"}".getBytes(StandardCharsets.UTF_8);

        http.send("POST", "/callbacks/payments/sandbox", type, body).expectPlainProblem(401, "callback-not-authentic");
        http.as(people.aStudent()).send("PATCH", ACCOUNT, type, body).expect(200);
    }

    @Test
    void anUnsupportedMediaTypeIsToldWhichTypesAreSupported() {
        Http student = http.as(people.aStudent());
        String ticket = journeys.ticket(journeys.aBoundStudent());

        assertThat(detail(student, "PATCH", ACCOUNT)).endsWith("：application/json。");
        assertThat(detail(student, "POST", "/api/v1/student/codes"))
                .endsWith("：application/json, image/jpeg, image/png, image/webp。");
        assertThat(detail(student, "PUT", ticket)).endsWith("：image/jpeg, image/png, image/webp。");
        assertThat(detail(http.as(people.aManager()), "POST", "/api/v1/admin/conclusion-files"))
                .endsWith("：application/json, text/csv。");
    }

    private static String detail(Http who, String method, String path) {
        return who.send(method, path, "text/plain", "hello".getBytes(StandardCharsets.UTF_8))
                .expectPlainProblem(415, "unsupported-media-type")
                .at("detail");
    }

    @Test
    void whereNoBodyIsExpectedOneOfAnotherTypeIsRefusedToo() {
        Http student = http.as(people.aStudent());

        assertThat(detail(student, "POST", "/api/v1/student/messages/readings")).endsWith("：application/json。");
        assertThat(detail(student, "DELETE", "/api/v1/sessions/current")).endsWith("：application/json。");
        student.send("POST", "/api/v1/student/messages/readings", "application/json", new byte[0])
                .expect(204);
    }

    @Test
    void anEndpointOfSeveralBodyTypesTellsAWrongAcceptFromAWrongMethod() {
        Http student = http.as(people.aStudent());

        student.post("/api/v1/student/codes", "{\"text\": \"a\"}", "Accept", "image/png")
                .expectPlainProblem(406, "not-acceptable");
        Http.Reply patched =
                student.send("PATCH", "/api/v1/student/codes", "text/plain", "hello".getBytes(StandardCharsets.UTF_8));
        patched.expectPlainProblem(405, "method-not-allowed");
        assertThat(patched.header("Allow")).isEqualTo("POST");
    }
}
