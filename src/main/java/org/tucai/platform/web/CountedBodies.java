package org.tucai.platform.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/** Counts the bodies of one connection in the {@link BodyMemory}, unpacked, and closes the connection when that gives one of them up. */
final class CountedBodies extends ChannelDuplexHandler {
    private final BodyMemory memory;
    private BodyMemory.@Nullable Body body;

    CountedBodies(BodyMemory memory) {
        this.memory = memory;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a connection that is given up
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            forget();
            body = memory.new Body(context::close);
        }
        if (body != null && message instanceof HttpContent content) {
            body.grow(content.content().readableBytes());
            if (message instanceof LastHttpContent) {
                body.arrived();
            }
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        boolean interim =
                message instanceof HttpResponse response && response.status().code() < 200;
        if (message instanceof LastHttpContent && !interim) {
            forget();
        }
        super.write(context, message, promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        forget();
    }

    private void forget() {
        if (body != null) {
            body.answered();
            body = null;
        }
    }
}
