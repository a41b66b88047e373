package org.tucai.platform.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Role;

/**
 * Limits the size of bodies by what is read and who sends it: some dozens of bodies as large as pictures, sent to an operation that takes a
 * phone number, would fill the memory of a server. Anonymous callers have the small limit for everything, students and schools for JSON;
 * staff may send long lists. Refused before the body is read; a compressed body is decompressed to no more than the limit. Not applied to
 * the authority, whose messages are long and authenticated by their signature alone, nor to the sandbox operations that load tests use.
 */
@ServerFilter({"/api/**", "/callbacks/payments/**"})
class LittleBodies implements Ordered {
    /** In bytes. */
    static final int MOST = 64 * 1024;

    private static final Set<String> STAFF = Set.of(Role.Names.REVIEWER, Role.Names.MANAGER);

    private final ExecutorService blocking;

    LittleBodies(@Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.blocking = blocking;
    }

    /** After the token was read, before anything reads the body. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    CompletableFuture<HttpRequest<?>> bound(ServerHttpRequest<?> request) {
        if (mayBeMuch(request) || isLittle(request)) {
            return CompletableFuture.completedFuture(request);
        }
        if (!PackedBodies.isPacked(request)
                || request.byteBody().expectedLength().isPresent()) {
            throw new ProblemException(PlatformProblem.PAYLOAD_TOO_LARGE);
        }
        CloseableByteBody unpacked = request.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST);
        return CompletableFuture.supplyAsync(
                () -> {
                    requireLittle(unpacked);
                    return request;
                },
                blocking);
    }

    /** Reads no more than is needed to tell. */
    private static void requireLittle(CloseableByteBody unpacked) {
        try (unpacked;
                InputStream bytes = unpacked.toInputStream()) {
            if (bytes.readNBytes(MOST + 1).length > MOST) {
                throw new ProblemException(PlatformProblem.PAYLOAD_TOO_LARGE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mayBeMuch(ServerHttpRequest<?> request) {
        return request.getUserPrincipal(Authentication.class)
                .filter(who -> who.getRoles().stream().anyMatch(STAFF::contains) || !isReadAsJson(request))
                .isPresent();
    }

    /** The types that the operation reads count, not the client's Content-Type; without one the client is assumed to send what is read. */
    private static boolean isReadAsJson(ServerHttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .filter(operation -> operation.getConsumes().contains(MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
    }

    /** Whether a body of at most {@value #MOST} bytes, or none, is declared. */
    static boolean isLittle(ServerHttpRequest<?> request) {
        OptionalLong length = request.byteBody().expectedLength();
        return length.isPresent()
                ? length.getAsLong() <= MOST
                : !request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
