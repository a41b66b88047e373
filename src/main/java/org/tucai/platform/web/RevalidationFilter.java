package org.tucai.platform.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.RouteAttributes;
import java.io.IOException;
import java.util.Base64;
import org.tucai.platform.privacy.Sha256;

/** Tags answers by a digest of their content, so that the tag changes exactly when a screen would look different. */
@ServerFilter("/api/v1/**")
class RevalidationFilter implements Ordered {
    private final JsonMapper json;

    RevalidationFilter(JsonMapper json) {
        this.json = json;
    }

    /** Filters see answers in reverse order: {@link MarkedCursors}, with its later position, completes an answer before it is tagged. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @ResponseFilter
    void tag(HttpRequest<?> request, MutableHttpResponse<?> response) throws IOException {
        Object body = response.body();
        if (body == null || response.code() != HttpStatus.OK.getCode() || !isRevalidated(request)) {
            return;
        }
        byte[] written = json.writeValueAsBytes(body);
        String tag = "W/\"" + digest(written) + "\"";
        response.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (Etag.isKnown(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.status(HttpStatus.NOT_MODIFIED).body(null);
        } else {
            written(response, written);
        }
    }

    /** What was written for the tag is sent as it is, not written a second time. */
    @SuppressWarnings("unchecked") // bytes are a body for any answer
    private static void written(MutableHttpResponse<?> response, byte[] body) {
        ((MutableHttpResponse<Object>) response).body(body);
        response.contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static boolean isRevalidated(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .map(route -> route.getAnnotationMetadata().hasAnnotation(Revalidated.class))
                .orElse(false);
    }

    private static String digest(byte[] bytes) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.of(bytes))
                .substring(0, 22);
    }
}
