package org.tucai.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tucai.testing.Http;
import org.tucai.testing.TucaiTest;

@TucaiTest
class ProblemIT {
    private final Http http;

    ProblemIT(Http http) {
        this.http = http;
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

    @Test
    void refusesStrangersWithoutSayingMore() {
        http.get("/api/v1/admin/audit-entries").expectProblem(401, "unauthenticated");
    }
}
