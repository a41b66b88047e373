package org.tucai.platform.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.GenericFutureListener;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/**
 * Bounds how many large bodies one caller sends at once. A body is gathered before its operation begins, and may take minutes: with some
 * hundred connections a single student could fill the memory of the server.
 */
@ServerFilter("/api/**")
class BodiesAtOnce implements Ordered {
    /** A few more than are processed and may wait, for pictures on their way over a slow network and those that were broken off. */
    static final int MOST = 6;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(3);
    private static final String ATTRIBUTE = "tucai.large-body";

    private final ConcurrentMap<String, Integer> underWay = new ConcurrentHashMap<>();

    /** After the token was read, before any filter that reads the body. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.order() + 1;
    }

    @RequestFilter
    void begin(ServerHttpRequest<?> request) {
        if (LittleBodies.isLittle(request) || !(request instanceof NettyHttpRequest<?> received)) {
            return;
        }
        request.getUserPrincipal(Authentication.class)
                .map(Authentication::getName)
                .ifPresent(caller -> {
                    underWay.merge(caller, 1, BodiesAtOnce::oneMore);
                    Place place = new Place(
                            caller, received.getChannelHandlerContext().channel());
                    request.setAttribute(ATTRIBUTE, place);
                    place.leaveAtTheEnd();
                });
    }

    private static int oneMore(int known, int one) {
        if (known >= MOST) {
            throw ProblemException.retryAfter(PlatformProblem.TOO_MANY_REQUESTS, RETRY_AFTER);
        }
        return known + one;
    }

    @ResponseFilter
    void end(HttpRequest<?> request) {
        request.getAttribute(ATTRIBUTE, Place.class).ifPresent(Place::leave);
    }

    /** One body under way, until it is answered or its connection ends. */
    private final class Place implements GenericFutureListener<ChannelFuture> {
        private final String caller;
        private final Channel connection;
        private final AtomicBoolean left = new AtomicBoolean();

        Place(String caller, Channel connection) {
            this.caller = caller;
            this.connection = connection;
        }

        void leaveAtTheEnd() {
            connection.closeFuture().addListener(this);
        }

        @Override
        public void operationComplete(ChannelFuture closed) {
            leave();
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                connection.closeFuture().removeListener(this); // a proxy's connection carries many bodies
                underWay.computeIfPresent(caller, (c, known) -> known == 1 ? null : known - 1);
            }
        }
    }
}
