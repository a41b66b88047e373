package org.tucai.platform.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;

/**
 * Answers {@code HEAD} as {@code GET}, of which the codec before it sends the headers alone (RFC 9110 §9.3.2). Left to itself the framework
 * forgets the body before its length, type and tag are told, calls nothing unchanged, and ends the connection. Who must know asks {@link
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
