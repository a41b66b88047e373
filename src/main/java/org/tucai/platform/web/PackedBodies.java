package org.tucai.platform.web;

import io.micronaut.http.HttpRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.compression.ZlibCodecFactory;
import io.netty.handler.codec.compression.ZlibDecoder;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decompresses bodies with a {@code Content-Encoding} and records that they were compressed: afterwards a body looks like one of undeclared
 * length. The framework could decompress them, but takes a truncated body for a shorter one.
 */
final class PackedBodies extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(PackedBodies.class);

    /** Our own header, removed from what clients send. */
    private static final String PACKED = "Tucai-Packed";

    private static final String WITHIN = "the end of what was packed";

    private static final byte[] MEMBER = packed(WITHIN);

    /** In bytes, more than any operation takes; compressed bytes may expand a thousandfold. */
    private final long most;

    private @Nullable Unpacking unpacking;

    PackedBodies(long most) {
        this.most = most;
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static boolean isPacked(HttpRequest<?> request) {
        return request.getHeaders().contains(PACKED);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof io.netty.handler.codec.http.HttpRequest request) {
            begin(request.headers());
        }
        Unpacking begun = unpacking;
        if (begun == null || !(message instanceof HttpContent content)) {
            super.channelRead(context, message);
            return;
        }
        begun.take(context, content.content());
        if (message instanceof LastHttpContent) {
            begun.end(context);
            unpacking = null;
            super.channelRead(context, LastHttpContent.EMPTY_LAST_CONTENT);
        }
    }

    /** Reads the body to its end even after it was refused: the framework stops reading then, and the next request would wait for ever. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        super.channelReadComplete(context);
        if (unpacking != null) {
            context.channel().read(); // asks CountedBodies, too
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (unpacking != null) {
            unpacking.close();
            unpacking = null;
        }
    }

    private void begin(HttpHeaders headers) {
        headers.remove(PACKED);
        unpacking = null;
        String coding = headers.get(HttpHeaderNames.CONTENT_ENCODING);
        if (coding == null || HttpHeaderValues.IDENTITY.contentEqualsIgnoreCase(coding)) {
            return;
        }
        headers.set(PACKED, coding);
        ZlibWrapper wrapper = switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> ZlibWrapper.GZIP;
            case "deflate", "x-deflate" -> ZlibWrapper.ZLIB_OR_NONE;
            default -> null;
        };
        if (wrapper != null) {
            headers.remove(HttpHeaderNames.CONTENT_ENCODING);
            headers.remove(HttpHeaderNames.CONTENT_LENGTH);
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
            unpacking = new Unpacking(wrapper);
        }
    }

    /** One body on its way. */
    private final class Unpacking {
        private final ZlibWrapper wrapper;
        private final ZlibDecoder decoder;
        private final EmbeddedChannel channel;
        private boolean begun;
        private boolean over;
        private long unpacked;
        private ByteBuf gathered = Unpooled.buffer(0);

        Unpacking(ZlibWrapper wrapper) {
            this.wrapper = wrapper;
            this.decoder = ZlibCodecFactory.newZlibDecoder(wrapper, 0);
            this.channel = new EmbeddedChannel(decoder, new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object piece) {
                    gather((ByteBuf) piece);
                }
            });
        }

        /** A few packed bytes may give thousands of pieces; the framework would copy all that it has at every sixteenth piece. */
        private void gather(ByteBuf piece) {
            unpacked += piece.readableBytes();
            if (unpacked - piece.readableBytes() <= most) {
                gathered.writeBytes(piece);
            }
            piece.release();
        }

        private ByteBuf gathered() {
            ByteBuf whole = gathered;
            gathered = Unpooled.buffer(0);
            return whole;
        }

        void take(ChannelHandlerContext context, ByteBuf packed) {
            begun |= packed.isReadable();
            if (over) {
                packed.release();
                return;
            }
            try {
                channel.writeInbound(packed);
                pass(context);
            } catch (DecompressionException e) {
                spoiled(context, e);
            }
        }

        /** An empty body was not packed, whatever its header says. */
        void end(ChannelHandlerContext context) {
            if (begun && !over && !isComplete()) {
                spoiled(context, new DecompressionException("it ends before its end"));
            }
            close();
        }

        /** The end of a gzip stream is not marked, because another member may follow. If one of ours can follow, the stream was complete. */
        private boolean isComplete() {
            if (wrapper != ZlibWrapper.GZIP) {
                return decoder.isClosed();
            }
            try {
                channel.writeInbound(Unpooled.wrappedBuffer(MEMBER));
            } catch (DecompressionException e) {
                return false;
            }
            return gathered().toString(StandardCharsets.US_ASCII).equals(WITHIN);
        }

        private void pass(ChannelHandlerContext context) {
            ByteBuf some = gathered();
            if (some.isReadable()) {
                context.fireChannelRead(new DefaultHttpContent(some));
            }
            if (unpacked > most) { // it is refused by now
                close();
            }
        }

        private void spoiled(ChannelHandlerContext context, DecompressionException e) {
            close();
            context.fireExceptionCaught(e);
        }

        void close() {
            if (!over) {
                over = true;
                try {
                    channel.finishAndReleaseAll();
                } catch (DecompressionException e) { // what is spoiled may have no proper end
                    LOG.trace("a packed body is given up", e);
                }
            }
        }
    }
}
