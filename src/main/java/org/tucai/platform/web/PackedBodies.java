package org.tucai.platform.web;

import io.micronaut.http.HttpRequest;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;

/**
 * Keeps that a body was packed ({@code Content-Encoding}). The framework unpacks it and takes the header away, so that it looks like
 * one whose length the client did not say.
 */
final class PackedBodies extends ChannelInboundHandlerAdapter {
    /** Of our own: what a client says under that name goes. */
    private static final String PACKED = "Tucai-Packed";

    static boolean isPacked(HttpRequest<?> request) {
        return request.getHeaders().contains(PACKED);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof io.netty.handler.codec.http.HttpRequest request) {
            request.headers().remove(PACKED);
            String coding = request.headers().get(HttpHeaderNames.CONTENT_ENCODING);
            if (coding != null && !HttpHeaderValues.IDENTITY.contentEqualsIgnoreCase(coding)) {
                request.headers().set(PACKED, coding);
            }
        }
        super.channelRead(context, message);
    }
}
