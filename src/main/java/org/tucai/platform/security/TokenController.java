package org.tucai.platform.security;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.tucai.platform.problem.ProblemException;

@Tag(name = "Sessions")
@Controller("/api/v1/tokens")
@Secured(SecurityRule.IS_ANONYMOUS)
class TokenController {
    private final SessionService sessions;
    private final LoginGuard guard;

    TokenController(SessionService sessions, LoginGuard guard) {
        this.sessions = sessions;
        this.guard = guard;
    }

    /** The most recent refresh token. */
    @Serdeable
    record RefreshBody(@NotBlank @Size(max = 200) String refreshToken) {
        @Override
        public String toString() {
            return "RefreshBody[…]";
        }
    }

    @Operation(
            summary = "Exchanges a refresh token for new tokens",
            description = "Each refresh token is valid once. If the response was lost, send the token again within 30"
                    + " seconds and before its successor is used: the same new refresh token is returned. Any"
                    + " later reuse ends the session; sign in again.")
    @Post
    SessionTokens refreshTokens(HttpRequest<?> request, @Body @Valid RefreshBody body) {
        return guard.attempt(request, () -> switch (sessions.refresh(body.refreshToken())) {
            case SessionService.Refresh.Renewed renewed -> renewed.tokens();
            case SessionService.Refresh.Reused reused ->
                throw new ProblemException(SecurityProblem.REFRESH_TOKEN_REUSED);
            case SessionService.Refresh.Over over -> throw new ProblemException(SecurityProblem.SESSION_ENDED);
        });
    }
}
