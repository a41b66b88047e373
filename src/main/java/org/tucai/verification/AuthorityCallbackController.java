package org.tucai.verification;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.tucai.authority.AuthorityLine;

/** Receives the authority's callbacks. They are authenticated by their signature alone. */
@Tag(name = "Callbacks")
@Controller("/callbacks/authority")
@Secured(SecurityRule.IS_ANONYMOUS)
class AuthorityCallbackController {
    private final ConclusionIntake intake;

    AuthorityCallbackController(ConclusionIntake intake) {
        this.intake = intake;
    }

    @Operation(summary = "Receives sealed identity conclusions from the authority, repeated or in any order")
    @ApiResponse(responseCode = "204", description = "Accepted, or already known")
    @Post("/conclusions")
    @Consumes(AuthorityLine.JOSE)
    @Status(HttpStatus.NO_CONTENT)
    void receiveConclusions(@Body InputStream sealed) throws IOException {
        try (sealed) { // closing discards the unread rest: otherwise the sender never gets to read the answer
            intake.callback(sealed);
        }
    }
}
