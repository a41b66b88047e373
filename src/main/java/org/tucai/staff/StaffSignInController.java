package org.tucai.staff;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.LoginGuard;
import org.tucai.platform.security.Role;
import org.tucai.platform.security.SessionTokens;

@Tag(name = "Sign-in")
@Controller("/api/v1")
class StaffSignInController {
    private final StaffSignIn signIn;
    private final SchoolClientService clients;
    private final LoginGuard guard;

    StaffSignInController(StaffSignIn signIn, SchoolClientService clients, LoginGuard guard) {
        this.signIn = signIn;
        this.clients = clients;
        this.guard = guard;
    }

    /**
     * Sign-in name and password.
     *
     * @param newPassword changes the password while signing in; required with a one-time password. At least 10 characters,
     *     at least 6 of them different, without the sign-in name
     */
    @Serdeable
    record StaffSessionBody(
            @NotBlank @Size(max = 32) String name,
            @NotBlank @Size(max = 128) String password,
            @Nullable @Size(max = 128) String newPassword) {
        @Override
        public String toString() {
            return "StaffSessionBody[…]";
        }
    }

    /**
     * The current password and the new one.
     *
     * @param newPassword at least 10 characters, at least 6 of them different, without the sign-in name
     */
    @Serdeable
    record PasswordChangeBody(
            @NotBlank @Size(max = 128) String password,
            @NotBlank @Size(max = 128) String newPassword) {
        @Override
        public String toString() {
            return "PasswordChangeBody[…]";
        }
    }

    /** The client's number and its secret. */
    @Serdeable
    record SchoolTokenBody(
            @NotBlank @Size(max = 24) @Pattern(regexp = "[!-~]*")
            String clientNo,

            @NotBlank @Size(max = 64) String clientSecret) {
        @Override
        public String toString() {
            return "SchoolTokenBody[…]";
        }
    }

    @Operation(
            summary = "Signs a reviewer or manager in with name and password",
            description = "If the response to a change of the password was lost, sign in with the new one.")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Post("/review/sessions")
    SessionTokens signInStaff(HttpRequest<?> request, @Body @Valid StaffSessionBody body) {
        StaffSignIn.Credentials entered = new StaffSignIn.Credentials(body.name(), body.password(), body.newPassword());
        return guard.attempt(request, () -> signIn.signIn(entered, client(request)));
    }

    @Operation(
            summary = "Changes the caller's password; ends all their sessions and opens a new one",
            description = "If the response was lost, sign in with the new password.")
    @Secured({Role.Names.REVIEWER, Role.Names.MANAGER})
    @Post("/review/password-changes")
    SessionTokens changePassword(HttpRequest<?> request, Authentication who, @Body @Valid PasswordChangeBody body) {
        return guard.attempt(
                request,
                Set.of(StaffProblem.WRONG_PASSWORD),
                () -> signIn.changePassword(Actor.of(who).no(), body.password(), body.newPassword(), client(request)));
    }

    @Operation(
            summary = "Issues an access token to a school's client",
            description = "There is no refresh token: request another access token when this one has expired.")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Post("/school/tokens")
    SessionTokens signInSchool(HttpRequest<?> request, @Body @Valid SchoolTokenBody body) {
        return guard.attempt(
                request,
                () -> clients.signIn(body.clientNo(), new ClientSecret(body.clientSecret()), LoginGuard.device(request))
                        .orElseThrow(() -> new ProblemException(StaffProblem.WRONG_CREDENTIALS)));
    }

    private StaffSignIn.Client client(HttpRequest<?> request) {
        return new StaffSignIn.Client(guard.address(request), LoginGuard.device(request));
    }
}
