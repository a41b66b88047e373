package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** {@code HEAD} answers as {@code GET} would, without the body (RFC 9110 §9.3.2). */
@TucaiTest
class HeadIT {
    private static final String HOME = "/api/v1/student/screens/home";
    private static final String LOOKS = "SELECT subject FROM audit_entry WHERE action = 'capture-opened'";
    private static final Set<String> EACH_TIME_OTHERS = Set.of("date", "x-request-id", "content-length", "expires");

    private final Http http;
    private final People people;
    private final Journeys journeys;
    private final Rows rows;

    HeadIT(Http http, People people, Journeys journeys, Rows rows) {
        this.http = http;
        this.people = people;
        this.journeys = journeys;
        this.rows = rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {HOME, "/api/v1/student/account", "/api/v1/student/orders/none", "/api/v1/student/codes", "/docs"
            })
    void answersWithTheHeadersOfGet(String path) {
        Http student = http.as(people.aStudent());

        Http.Reply get = student.get(path);
        Http.Reply head = head(student, path);

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().keySet()).isEqualTo(get.headers().keySet());
        get.headers().forEach((name, value) -> {
            if (!EACH_TIME_OTHERS.contains(name)) {
                assertThat(head.header(name)).as(name).isEqualTo(value);
            }
        });
    }

    @Test
    void answers304WhenTheClientAlreadyHasTheVersion() {
        Journeys.Walk walk = journeys.aBoundStudent();
        Http student = http.as(walk.token());
        String photo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("pictureUrl");

        for (String path : new String[] {HOME, photo}) {
            String tag = head(student, path).expect(200).header("ETag");
            head(student, path, "If-None-Match", tag).expect(304);
            head(student, path, "If-None-Match", "\"another\"").expect(200);
        }
        assertThat(head(student, photo).header("Content-Type")).isEqualTo("image/jpeg");
    }

    /** Every viewing is audited, but headers alone show nothing. */
    @Test
    void isNotAuditedAsALook() {
        String capture = "/api/v1/admin/captures/" + journeys.aBoundStudent().captureNo();
        Http manager = http.as(people.aManager());

        head(manager, capture).expect(200);
        assertThat(rows.texts(LOOKS)).isEmpty();

        manager.get(capture).expect(200);
        manager.get(capture, HeadersOnly.MARK, "").expect(200);
        assertThat(rows.texts(LOOKS)).hasSize(2);
    }

    private static Http.Reply head(Http client, String path, String... headers) {
        return client.send("HEAD", path, "application/json", new byte[0], headers);
    }
}
