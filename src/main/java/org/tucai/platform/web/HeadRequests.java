package org.tucai.platform.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;

/**
 * Answers {@code HEAD} as {@code GET}; the codec in front sends only the headers (RFC 9110 §9.3.2). By itself the framework drops the body
 * before its length, type and tag are known, never answers 304, and closes the connection. Code that must tell the difference asks {@link
 * HeadersOnly}.
 */
final class HeadRequests extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request) {
            request.headers().remove(HeadersOnly.MARK);
            if (HttpMethod.HEAD.equals(request.method())) {
                request.setMethod(HttpMethod.GET);
                request.headers().set(HeadersOnly.MARK, "");
            }
        }
        super.channelRead(context, message);
    }
}
