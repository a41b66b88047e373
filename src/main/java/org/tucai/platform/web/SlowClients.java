package org.tucai.platform.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes idle and slow connections: those that send no request for a while, send one too slowly, or do not read their answer. One per
 * connection, on its event loop.
 */
final class SlowClients extends ChannelDuplexHandler {
    /** Until a request's headers are complete, between two requests, and in the middle of a body, however fast it began. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(75);

    /** A body may come as slowly as it likes for that long. */
    static final Duration GRACE = Duration.ofSeconds(30);

    /** Then it must have come at that pace on the whole, in bytes per second: a bad 2G network still does. */
    static final int SLOWEST_PACE = 2_000;

    /** Without the client taking any of its answer. */
    static final Duration LONGEST_DEAFNESS = Duration.ofSeconds(60);

    private static final Duration LOOK = Duration.ofSeconds(5);

    private enum Phase {
        WAITING,
        RECEIVING,
        ANSWERING
    }

    private Phase phase = Phase.WAITING;
    private long since;
    private long received;
    private long heardAt;
    private long deafSince = -1;

    /** When all that was asked for had been read and no more was asked for yet, -1 afterwards: what the server does not read, the client cannot send. */
    private long satisfiedSince = -1;

    private @Nullable Future<?> look;
    private Ticker ticker = Ticker.systemTicker();

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ticker = context.executor().ticker();
        enter(Phase.WAITING);
        look = context.executor()
                .scheduleAtFixedRate(() -> look(context), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (look != null) {
            look.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            received = 0;
            enter(Phase.RECEIVING);
        }
        if (message instanceof HttpContent content) {
            received += content.content().readableBytes();
            heardAt = ticker.nanoTime();
        }
        if (message instanceof LastHttpContent && phase == Phase.RECEIVING) {
            enter(Phase.ANSWERING);
        }
        super.channelRead(context, message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        satisfiedSince = ticker.nanoTime();
        super.channelReadComplete(context);
    }

    @Override
    public void read(ChannelHandlerContext context) throws Exception {
        if (satisfiedSince >= 0 && phase == Phase.RECEIVING) {
            long ours = ticker.nanoTime() - satisfiedSince;
            since += ours;
            heardAt += ours;
        }
        satisfiedSince = -1;
        super.read(context);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        boolean interim =
                message instanceof HttpResponse response && response.status().code() < 200;
        if (message instanceof LastHttpContent && !interim) {
            enter(Phase.WAITING);
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        deafSince = context.channel().isWritable() ? -1 : ticker.nanoTime();
        super.channelWritabilityChanged(context);
    }

    private void enter(Phase next) {
        phase = next;
        since = ticker.nanoTime();
        heardAt = since;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a connection that is given up
    private void look(ChannelHandlerContext context) {
        boolean tooSlow = switch (phase) {
            case WAITING -> deafSince < 0 && past(since, LONGEST_SILENCE);
            case RECEIVING ->
                satisfiedSince < 0
                        && (past(heardAt, LONGEST_SILENCE)
                                || (past(since, GRACE) && received < seconds(since) * SLOWEST_PACE));
            case ANSWERING -> false; // how long an answer takes is our affair
        };
        if (tooSlow || (deafSince >= 0 && past(deafSince, LONGEST_DEAFNESS))) {
            context.close();
        }
    }

    private boolean past(long from, Duration limit) {
        return ticker.nanoTime() - from > limit.toNanos();
    }

    private long seconds(long from) {
        return TimeUnit.NANOSECONDS.toSeconds(ticker.nanoTime() - from);
    }
}
