package org.tucai.platform.problem;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Where the {@code type} of every problem points: api-spec/problems.md as a page, with an anchor for each code. */
@Hidden
@Controller("/docs/problems")
@Secured(SecurityRule.IS_ANONYMOUS)
class ProblemPageController {
    private static final String SOURCE = "META-INF/api-spec/problems.md";

    private final ResourceLoader resources;
    private volatile @Nullable String page;

    ProblemPageController(ResourceLoader resources) {
        this.resources = resources;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> showProblems() throws IOException {
        String known = page;
        if (known == null) {
            try (InputStream source = resources.getResourceAsStream(SOURCE).orElseThrow(PlatformProblem::notFound)) {
                known = ProblemPage.of(new String(source.readAllBytes(), StandardCharsets.UTF_8));
            }
            page = known;
        }
        return HttpResponse.ok(known)
                .contentType("text/html; charset=utf-8")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
    }
}
