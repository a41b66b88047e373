package org.tucai.platform.security;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.problem.ProblemException;

/**
 * Stands before every sign-in: an address from which too many fail is not listened to for a while. Only failures count, since
 * a whole campus may share one address; behind a proxy set {@code micronaut.server.client-address-header}. Headers that nobody
 * set are not believed: whoever writes one could call itself anything.
 */
@Singleton
public class LoginGuard {
    private static final int UNAUTHENTICATED = 401;

    /** Bytes of an IPv6 address that name a subscriber. */
    private static final int SUBSCRIBER = 8;

    private final LoginTryService tries;
    private final @Nullable String addressHeader;
    private final SecuritySettings settings;

    LoginGuard(LoginTryService tries, HttpServerConfiguration server, SecuritySettings settings) {
        this.tries = tries;
        this.addressHeader = server.getClientAddressHeader();
        this.settings = settings;
    }

    /** Runs the sign-in; a problem with status 401 counts as a failure of the address. Call outside transactions. */
    public <T> T attempt(HttpRequest<?> request, Supplier<T> signIn) {
        String address = "address:" + address(request);
        Duration locked = tries.locked(address);
        if (locked.isPositive()) {
            throw new ProblemException(SecurityProblem.TOO_MANY_FAILED_LOGINS, List.of(), locked);
        }
        try {
            return signIn.get();
        } catch (ProblemException e) {
            if (e.problem().status() == UNAUTHENTICATED) {
                tries.take(address, settings.getFailuresPerAddress(), settings.getAddressWindow());
            }
            throw e;
        }
    }

    /** The network address a request comes from; of IPv6 the part that one subscriber has, /64. */
    public String address(HttpRequest<?> request) {
        String named = addressHeader == null ? null : request.getHeaders().get(addressHeader);
        if (named != null) {
            return named.substring(named.lastIndexOf(',') + 1).strip(); // what the proxy itself saw stands last
        }
        InetAddress address = request.getRemoteAddress().getAddress();
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), SUBSCRIBER))
                : address == null ? "unknown" : address.getHostAddress();
    }

    /** What the client calls itself, for the list of sessions. */
    public static String device(HttpRequest<?> request) {
        return Objects.requireNonNullElse(request.getHeaders().get(HttpHeaders.USER_AGENT), "-");
    }
}
