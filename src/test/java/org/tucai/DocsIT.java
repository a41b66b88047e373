package org.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tucai.testing.Http;
import org.tucai.testing.TucaiTest;

/** The pages that come with the program. */
@TucaiTest
class DocsIT {
    private final Http http;

    DocsIT(Http http) {
        this.http = http;
    }

    @Test
    void theTypeOfAProblemLinksToItsExplanation() {
        String type = http.get("/nowhere").expectProblem(404, "not-found").at("type");
        String[] address = type.split("#", 2);

        Http.Reply page = http.get(address[0]).expect(200);

        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.text()).contains("<tr id=\"" + address[1] + "\">").contains("未找到");
    }

    @Test
    void everyProblemHasItsAnchor() throws IOException {
        String page = http.get("/docs/problems").expect(200).text();

        assertThat(Files.readAllLines(Path.of("api-spec/problems.md")).stream()
                        .filter(l -> l.startsWith("| <a id="))
                        .map(l -> l.substring(l.indexOf('"') + 1, l.indexOf("\"></a>"))))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(page).containsOnlyOnce("<tr id=\"" + code + "\">"));
    }

    @Test
    void theDescriptionServedIsTheCommittedOne() throws IOException {
        String shown = http.get("/api-spec/openapi.yaml").expect(200).text();

        assertThat(shown.lines()).containsExactlyElementsOf(Files.readAllLines(Path.of("api-spec/openapi.yaml")));
    }

    @Test
    void theAddressThatTheServerPrintsLeadsToTheApiPage() {
        assertThat(http.get("/").expect(307).header("Location")).isEqualTo("/docs");
    }

    @Test
    void theApiPageLoadsNothingFromOtherHosts() {
        String page = http.get("/docs").expect(200).text();

        assertThat(page).contains("/docs/start.js").doesNotContain("http:").doesNotContain("https:");
        http.get("/docs/start.js").expect(200);
        http.get("/docs/res/swagger-ui.css").expect(200);
        http.get("/docs/res/swagger-ui-bundle.js").expect(200);
    }
}
