package org.tucai.platform.web;

import io.micronaut.http.context.ServerRequestContext;

/** Whether the current request is a {@code HEAD}: it is answered as {@code GET}, but nobody sees or receives the body. */
public final class HeadersOnly {
    /** Set by {@link HeadRequests} only, which removes it from what clients send. */
    static final String MARK = "x-tucai-headers-only";

    private HeadersOnly() {}

    /** False outside of requests. */
    public static boolean areAsked() {
        return ServerRequestContext.currentRequest()
                .map(request -> request.getHeaders().contains(MARK))
                .orElse(false);
    }
}
