package org.tucai.platform.web;

import io.micronaut.http.context.ServerRequestContext;

/** Whether the request that is being answered is a {@code HEAD}: it is answered as {@code GET}, but shows and gives nothing. */
public final class HeadersOnly {
    /** Set by {@link HeadRequests} alone; of a client it is not taken. */
    static final String MARK = "x-tucai-headers-only";

    private HeadersOnly() {}

    /** False outside of requests. */
    public static boolean areAsked() {
        return ServerRequestContext.currentRequest()
                .map(request -> request.getHeaders().contains(MARK))
                .orElse(false);
    }
}
