package org.tucai.platform.security;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.tucai.platform.time.ChinaTime;

/** The caller's own sessions, whoever the caller is. */
@Tag(name = "Sessions")
@Controller("/api/v1/sessions")
@Secured(SecurityRule.IS_AUTHENTICATED)
class SessionController {
    private final SessionService sessions;

    SessionController(SessionService sessions) {
        this.sessions = sessions;
    }

    /**
     * A session of the caller.
     *
     * @param device the client's name for itself
     * @param current whether it is the session of this request
     */
    @Serdeable
    record SessionView(
            String no, String device, OffsetDateTime createdAt, OffsetDateTime lastUsedAt, boolean current) {}

    @Operation(summary = "Lists the caller's sessions, most recently used first")
    @Get
    List<SessionView> listSessions(Authentication who) {
        String current = sessionNo(who);
        return sessions.live(who.getName()).stream()
                .map(s -> new SessionView(
                        s.no(),
                        s.device(),
                        ChinaTime.offset(s.createdAt()),
                        ChinaTime.offset(s.refreshedAt()),
                        s.no().equals(current)))
                .toList();
    }

    @Operation(summary = "Signs out: ends the current session")
    @ApiResponse(responseCode = "204", description = "Signed out; its tokens are refused from now on")
    @Delete("/current")
    @Status(HttpStatus.NO_CONTENT)
    void signOut(Authentication who) {
        sessions.end(who.getName(), sessionNo(who), "signed-out");
    }

    @Operation(summary = "Ends one of the caller's sessions, for example that of a lost phone")
    @ApiResponse(responseCode = "204", description = "Ended")
    @Delete("/{no}")
    @Status(HttpStatus.NO_CONTENT)
    void endSession(Authentication who, String no) {
        sessions.end(who.getName(), no, "ended-by-owner");
    }

    private static String sessionNo(Authentication who) {
        return String.valueOf(who.getAttributes().get(AccessTokens.SESSION_CLAIM));
    }
}
