package org.tucai.journey.random;

import io.micronaut.core.annotation.Nullable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tucai.testing.Http;

/** Calls over HTTP, and signs in again when the token has expired. */
final class Caller {
    private static final int UNAUTHORIZED = 401;
    private static final String CHANNEL_AWAY = "payment-channel-unavailable";

    private final Http http;
    private final Supplier<String> door;
    private @Nullable String token;

    /** @param door returns a fresh token */
    Caller(Http http, Supplier<String> door) {
        this.http = http;
        this.door = door;
    }

    /** The answer; fails on a 5xx unless it only says that the payment channel is down. */
    Http.Reply call(Function<Http, Http.Reply> what) {
        Http.Reply reply = signedIn(what);
        if (reply.status() >= 500 && !CHANNEL_AWAY.equals(reply.at("code"))) {
            throw new AssertionError("the server said " + reply.status() + ": " + reply.text());
        }
        return reply;
    }

    private Http.Reply signedIn(Function<Http, Http.Reply> what) {
        if (token != null) {
            Http.Reply reply = what.apply(http.as(token));
            if (reply.status() != UNAUTHORIZED) {
                return reply;
            }
        }
        token = door.get();
        return what.apply(http.as(token));
    }

    Http.Reply get(String path) {
        return call(h -> h.get(path));
    }

    Http.Reply post(String path, @Nullable Object body) {
        return call(h -> h.post(path, body));
    }

    /** Changes what was read with that tag, for good. */
    Http.Reply post(String path, @Nullable Object body, String etag) {
        return call(h -> h.post(path, body, "If-Match", etag));
    }

    /** Updates what was read with that tag. */
    Http.Reply put(String path, Object body, String etag) {
        return call(h -> h.put(path, body, "If-Match", etag));
    }
}
