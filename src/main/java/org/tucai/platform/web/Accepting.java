package org.tucai.platform.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits a moment when no connection can be accepted, because all file descriptors are in use. So does the framework; but it logs a stack
 * trace each time, one a second.
 */
final class Accepting extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Accepting.class);
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private long toldAt = System.nanoTime() - QUIET_NANOS;

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it runs, or the server is closing
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        long now = System.nanoTime();
        if (now - toldAt >= QUIET_NANOS) {
            LOG.warn("No new connection can be accepted; those already open go on: {}", cause.toString());
            toldAt = now;
        }
        context.channel().config().setAutoRead(false);
        context.executor().schedule(() -> context.channel().config().setAutoRead(true), 1, TimeUnit.SECONDS);
    }
}
