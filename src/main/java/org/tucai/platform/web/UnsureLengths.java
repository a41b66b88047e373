package org.tucai.platform.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.List;

/**
 * Makes a request with a {@code Transfer-Encoding} the last of its connection, and refuses every coding but {@code chunked}. A proxy in
 * front may see the end of such a body elsewhere: by a {@code Content-Length} beside it, which the decoder has removed by now, or because
 * it knows other codings. What it took for a body would be read here as the next request, perhaps of another of its clients (RFC 9112
 * §6.1, §11.2).
 */
final class UnsureLengths extends ChannelInboundHandlerAdapter {
    private boolean last;
    private boolean over;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (over) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request && request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            last = true;
            HttpUtil.setKeepAlive(request, false);
            if (!isChunked(request.headers())) {
                over = true;
                super.channelRead(context, refused(request));
                ReferenceCountUtil.release(message);
                return;
            }
        }
        over = last && message instanceof LastHttpContent;
        super.channelRead(context, message);
    }

    private static boolean isChunked(HttpHeaders headers) {
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst());
    }

    /** As the decoder gives what it cannot decode. */
    private static HttpRequest refused(HttpRequest request) {
        request.headers().remove(HttpHeaderNames.TRANSFER_ENCODING);
        HttpRequest refused = new DefaultFullHttpRequest(
                request.protocolVersion(),
                request.method(),
                request.uri(),
                Unpooled.EMPTY_BUFFER,
                request.headers(),
                EmptyHttpHeaders.INSTANCE);
        refused.setDecoderResult(
                DecoderResult.failure(new IllegalArgumentException("a transfer coding other than chunked")));
        return refused;
    }
}
