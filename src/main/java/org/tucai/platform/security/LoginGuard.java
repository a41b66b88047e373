package org.tucai.platform.security;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.tucai.platform.problem.Problem;
import org.tucai.platform.problem.ProblemException;

/**
 * Guards every sign-in: an address with too many failures is refused for a while. Only failures count, since a whole campus may share
 * one address.
 */
@Singleton
public class LoginGuard {
    private static final int UNAUTHENTICATED = 401;

    private final LoginTryService tries;
    private final ClientAddress addresses;
    private final SecuritySettings settings;

    LoginGuard(LoginTryService tries, ClientAddress addresses, SecuritySettings settings) {
        this.tries = tries;
        this.addresses = addresses;
        this.settings = settings;
    }

    /** Runs the sign-in; a problem with status 401 counts as a failure of the address. Call outside transactions. */
    public <T> T attempt(HttpRequest<?> request, Supplier<T> signIn) {
        return attempt(request, Set.of(), signIn);
    }

    /** The same for proofs by a signed-in caller, whose problems given here count as failures, too. */
    public <T> T attempt(HttpRequest<?> request, Set<? extends Problem> failures, Supplier<T> signIn) {
        String address = "address:" + address(request);
        Duration locked = tries.locked(address);
        if (locked.isPositive()) {
            throw ProblemException.retryAfter(SecurityProblem.TOO_MANY_FAILED_LOGINS, locked);
        }
        try {
            return signIn.get();
        } catch (ProblemException e) {
            if (e.problem().status() == UNAUTHENTICATED || failures.contains(e.problem())) {
                tries.take(address, settings.getFailuresPerAddress(), settings.getAddressWindow());
            }
            throw e;
        }
    }

    /** The network address a request comes from, as {@link ClientAddress} tells it. */
    public String address(HttpRequest<?> request) {
        return addresses.of(request);
    }

    /** What the client calls itself, for the list of sessions. */
    public static String device(HttpRequest<?> request) {
        return Objects.requireNonNullElse(request.getHeaders().get(HttpHeaders.USER_AGENT), "-");
    }
}
