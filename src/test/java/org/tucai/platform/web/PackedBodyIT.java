package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** Bodies that come with a {@code Content-Encoding}. */
@TucaiTest
class PackedBodyIT {
    private static final String PHONE = "/api/v1/student/sms-codes";
    private static final String KEYS = "/api/v1/admin/code-keys";

    private final Http http;
    private final People people;
    private final Journeys journeys;

    PackedBodyIT(Http http, People people, Journeys journeys) {
        this.http = http;
        this.people = people;
        this.journeys = journeys;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void compressedBodiesAreReadByEveryEndpoint(String coding) {
        byte[] body = packed(coding, text("{\"phone\": \"13800000001\"}"));

        send(http, PHONE, coding, body).expect(202);
        send(http.as(people.aManager()), KEYS, coding, body).expectProblem(422, "invalid-fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void aBodyThatDecompressesBeyondTheLimitIsTooLarge(String coding) {
        byte[] some = packed(coding, new byte[LittleBodies.MOST + 1]);
        byte[] bomb = packed(coding, new byte[50 * 1024 * 1024]);

        send(http, PHONE, coding, some).expectPlainProblem(413, "payload-too-large");
        send(http, PHONE, coding, bomb).expectPlainProblem(413, "payload-too-large");
        send(http.as(people.aManager()), KEYS, coding, bomb).expectPlainProblem(413, "payload-too-large");
    }

    @Test
    void aBodyThatDoesNotDecompressIsNamed() {
        Journeys.Walk walk = journeys.aBoundStudent();
        byte[] picture = journeys.aPortrait();
        byte[] little = spoiled(packed("gzip", Arrays.copyOf(picture, LittleBodies.MOST / 2)));
        byte[] never = new byte[2000];
        Arrays.fill(never, (byte) 0x78);

        for (byte[] body : List.of(little, never)) {
            send(http, PHONE, "gzip", body).expectPlainProblem(400, "encoding-spoiled");
            send(http.as(people.aManager()), KEYS, "gzip", body).expectPlainProblem(400, "encoding-spoiled");
        }
        send(http, PHONE, "deflate", never).expectPlainProblem(400, "encoding-spoiled");
        byte[] much = spoiled(packed("gzip", picture));
        http.as(walk.token())
                .send("PUT", journeys.ticket(walk), "image/jpeg", much, "Content-Encoding", "gzip")
                .expectPlainProblem(400, "encoding-spoiled");
    }

    @ParameterizedTest
    @CsvSource({"gzip, 1", "gzip, 8", "gzip, 9", "gzip, 20", "deflate, 1", "deflate, 4", "deflate, 20"})
    void aTruncatedBodyIsSpoiledAndNotReadAsAShorterOne(String coding, int missing) {
        String padding = IntStream.range(0, 400).mapToObj(Integer::toString).collect(Collectors.joining());
        byte[] whole = packed(coding, text("{\"phone\": \"13800000001\"}"));
        byte[] much = packed(coding, text("{\"phone\": \"13800000001\", \"x\": \"" + padding + "\"}"));

        for (byte[] body : List.of(whole, much)) {
            byte[] cut = Arrays.copyOf(body, body.length - missing);
            send(http, PHONE, coding, cut).expectPlainProblem(400, "encoding-spoiled");
            send(http.as(people.aManager()), KEYS, coding, cut).expectPlainProblem(400, "encoding-spoiled");
        }
    }

    @Test
    void aTruncatedPictureIsSpoiledAndItsTicketStaysValid() {
        Journeys.Walk walk = journeys.aBoundStudent();
        String ticket = journeys.ticket(walk);
        byte[] picture = packed("gzip", journeys.aPortrait());
        byte[] cut = Arrays.copyOf(picture, picture.length - 1);
        Http student = http.as(walk.token());

        student.send("PUT", ticket, "image/jpeg", cut, "Content-Encoding", "gzip")
                .expectPlainProblem(400, "encoding-spoiled");
        Http.Reply whole = student.send("PUT", ticket, "image/jpeg", picture, "Content-Encoding", "gzip");

        assertThat(whole.expect(200).<Boolean>at("usable")).isTrue();
    }

    @Test
    void aBodyOfTwoGzipMembersIsReadWhole() {
        byte[] first = packed("gzip", text("{\"phone\": "));
        byte[] second = packed("gzip", text("\"13800000001\"}"));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        send(http, PHONE, "gzip", both).expect(202);
        send(http, PHONE, "gzip", Arrays.copyOf(both, both.length - 3)).expectPlainProblem(400, "encoding-spoiled");
        send(http, PHONE, "gzip", first).expectPlainProblem(400, "malformed-request");
    }

    /** Overwrites the middle with zeros. */
    private static byte[] spoiled(byte[] packed) {
        Arrays.fill(packed, packed.length / 2, packed.length / 2 + 100, (byte) 0);
        return packed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, gzip", "zebra"})
    void anUnknownContentEncodingIsRefused(String coding) {
        Http student = http.as(people.aStudent());

        send(http, PHONE, coding, text("{}")).expectPlainProblem(415, "unsupported-encoding");
        student.send("POST", "/api/v1/student/codes", "image/jpeg", journeys.aPortrait(), "Content-Encoding", coding)
                .expectPlainProblem(415, "unsupported-encoding");
        send(http, PHONE, "Identity", text("{}")).expectProblem(422, "invalid-fields");
    }

    private static Http.Reply send(Http client, String path, String coding, byte[] body) {
        return client.send(
                "POST", path, "application/json", body, "Content-Encoding", coding, "Idempotency-Key", coding);
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(String coding, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = coding.equals("gzip") ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
