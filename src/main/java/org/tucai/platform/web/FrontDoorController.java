package org.tucai.platform.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;

/** Shows the API's description to whoever opens the address that the server prints when it starts. */
@Hidden
@Controller("/")
@Secured(SecurityRule.IS_ANONYMOUS)
class FrontDoorController {
    private static final URI DOCS = URI.create("/docs");

    @Get
    HttpResponse<?> showDocs() {
        return HttpResponse.temporaryRedirect(DOCS);
    }
}
