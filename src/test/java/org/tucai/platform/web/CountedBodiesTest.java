package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.api.Test;

class CountedBodiesTest {
    private final BodyMemory memory = new BodyMemory(1_000_000);
    private final EmbeddedChannel first = begun();
    private final EmbeddedChannel second = begun();

    private EmbeddedChannel begun() {
        EmbeddedChannel channel = new EmbeddedChannel(new CountedBodies(memory));
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.PUT, "/"));
        return channel;
    }

    private static void receive(EmbeddedChannel channel, int bytes) {
        channel.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[bytes])));
    }

    /** Somebody keeps bodies unfinished: another one's picture takes the place of the first of them. */
    @Test
    void whenTheMemoryIsFullTheBodyThatBeganFirstIsGivenUp() {
        EmbeddedChannel little = begun();
        receive(little, 1_000);
        receive(first, 400_000);
        receive(second, 400_000);
        EmbeddedChannel third = begun();
        receive(third, 199_000);
        assertThat(first.isOpen()).isTrue();

        receive(third, 1);

        assertThat(first.isOpen()).isFalse();
        receive(third, 399_999);
        assertThat(second.isOpen()).isTrue();
        assertThat(third.isOpen()).isTrue();
        assertThat(little.isOpen()).isTrue();
    }

    @Test
    void aBodyThatHasArrivedIsKeptUntilItIsAnsweredAndThenCountsNoMore() {
        receive(first, 900_000);
        first.writeInbound(new DefaultLastHttpContent());
        receive(second, 200_000);
        assertThat(first.isOpen()).isTrue();
        assertThat(second.isOpen()).isFalse();

        first.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));

        EmbeddedChannel third = begun();
        receive(third, 1_000_000);
        assertThat(third.isOpen()).isTrue();
    }

    @Test
    void aBodyThatWasBrokenOffCountsNoMore() {
        receive(first, 900_000);
        first.close();

        receive(second, 1_000_000);

        assertThat(second.isOpen()).isTrue();
    }
}
