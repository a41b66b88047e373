package org.tucai.platform.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.OptionalLong;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/**
 * Who has not signed in gets little room: some dozens of pictures' worth of bytes, sent by anybody to a door that needs a phone
 * number, would fill the memory of a server. Refused before the body is read. Not for the authority, whose messages are long and
 * known by their signature alone, and not for the doors of a sandbox, which load tests use.
 */
@ServerFilter({"/api/**", "/callbacks/payments/**"})
class BodiesOfStrangers implements Ordered {
    /** In bytes. */
    static final int MOST = 64 * 1024;

    /** After the token was read, before anything reads the body. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    void bound(ServerHttpRequest<?> request) {
        if (request.getUserPrincipal().isEmpty() && !isLittle(request)) {
            throw new ProblemException(PlatformProblem.PAYLOAD_TOO_LARGE);
        }
    }

    private static boolean isLittle(ServerHttpRequest<?> request) {
        OptionalLong length = request.byteBody().expectedLength();
        return length.isPresent()
                ? length.getAsLong() <= MOST
                : !request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
