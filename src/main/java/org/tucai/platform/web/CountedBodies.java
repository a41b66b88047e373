package org.tucai.platform.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bodies of one connection in the {@link BodyMemory}, unpacked, reads no more of one while it has to wait for room, and closes the
 * connection when it is given up.
 */
final class CountedBodies extends ChannelDuplexHandler {
    private static final Duration AGAIN = Duration.ofMillis(100);

    private final BodyMemory memory;
    private final long largest;
    private BodyMemory.@Nullable Body body;
    private boolean waiting;

    /** @param largest that is taken, in bytes */
    CountedBodies(BodyMemory memory, long largest) {
        this.memory = memory;
        this.largest = largest;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a connection that is given up
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request) {
            forget();
            long expected = Math.min(largest, HttpUtil.getContentLength(request, largest));
            body = memory.new Body(expected, context::close);
        }
        if (body != null && message instanceof HttpContent content) {
            body.grow(content.content().readableBytes());
            if (message instanceof LastHttpContent) {
                body.arrived();
            }
        }
        super.channelRead(context, message);
    }

    /** What is not read stays at the client. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it asks again for as long as there is a connection
    public void read(ChannelHandlerContext context) {
        if (waiting) {
            return;
        }
        if (body == null || body.mayGrow()) {
            context.read();
            return;
        }
        waiting = true;
        context.executor().schedule(() -> readAgain(context), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void readAgain(ChannelHandlerContext context) {
        waiting = false;
        if (!context.isRemoved()) {
            read(context);
        }
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
