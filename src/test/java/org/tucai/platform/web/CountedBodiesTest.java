package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CountedBodiesTest {
    private final MockTicker time = Ticker.newMockTicker();
    private final BodyMemory memory = new BodyMemory(1_000_000, time);
    private final EmbeddedChannel first = begun();
    private final EmbeddedChannel second = begun();

    private EmbeddedChannel begun() {
        return begun(1_000_000);
    }

    private EmbeddedChannel begun(int declared) {
        EmbeddedChannel channel = new EmbeddedChannel(new ReadCount(), new CountedBodies(memory, 1_000_000));
        channel.config().setAutoRead(false);
        channel.freezeTime();
        DefaultHttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.PUT, "/");
        HttpUtil.setContentLength(request, declared);
        channel.writeInbound(request);
        return channel;
    }

    /** Whether more is read of a body when the framework asks for it. */
    private static boolean isRead(EmbeddedChannel channel) {
        int before = channel.pipeline().get(ReadCount.class).reads;
        channel.read();
        return channel.pipeline().get(ReadCount.class).reads > before;
    }

    private static boolean isReadAfterAMoment(EmbeddedChannel channel) {
        int before = channel.pipeline().get(ReadCount.class).reads;
        channel.advanceTimeBy(1, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        return channel.pipeline().get(ReadCount.class).reads > before;
    }

    private static final class ReadCount extends ChannelOutboundHandlerAdapter {
        private int reads;

        @Override
        public void read(ChannelHandlerContext context) {
            reads++;
            context.read();
        }
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

    @Test
    void aBodyThatDoesNotFitBesideThoseWorkedOnWaitsAtItsClientUntilOneIsAnswered() {
        receive(first, 500_000);
        first.writeInbound(new DefaultLastHttpContent());
        EmbeddedChannel fitting = begun(300_000);
        EmbeddedChannel next = begun(300_000);
        EmbeddedChannel little = begun(60_000);
        receive(fitting, 100_000);
        receive(next, 100_000);
        receive(little, 50_000);
        assertThat(isRead(fitting)).isTrue();
        assertThat(isRead(little)).isTrue();
        assertThat(isRead(next)).isFalse();
        assertThat(isReadAfterAMoment(next)).isFalse();

        first.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));

        assertThat(isReadAfterAMoment(next)).isTrue();
        assertThat(fitting.isOpen()).isTrue();
    }

    /** Many that begin at once would otherwise fill the memory with a part of each, and none would arrive. */
    @Test
    void ofBodiesThatDoNotFitTogetherTheOneThatBeganFirstIsReadToItsEnd() {
        receive(second, 200_000);
        receive(first, 200_000);

        assertThat(isRead(first)).isFalse();
        assertThat(isRead(second)).isTrue();
        receive(second, 599_999);
        assertThat(isRead(second)).isTrue();
    }

    @Test
    void aBodyIsGivenUpOnlyWhenItWasReadForLongAndKeepsAnotherOut() {
        receive(first, 400_000);
        time.advance(25, TimeUnit.SECONDS);
        assertThat(isRead(first)).isTrue();
        assertThat(first.isOpen()).isTrue();

        receive(second, 100_000);
        assertThat(isRead(second)).isFalse();

        assertThat(first.isOpen()).isFalse();
        assertThat(isReadAfterAMoment(second)).isTrue();
    }

    @Test
    void theTimeThatABodyHasToWaitIsNotHeldAgainstIt() {
        receive(first, 400_000);
        receive(second, 100_000);
        assertThat(isRead(second)).isFalse();
        time.advance(15, TimeUnit.SECONDS);
        first.writeInbound(new DefaultLastHttpContent());
        EmbeddedChannel third = begun();
        receive(third, 100_000);
        time.advance(10, TimeUnit.SECONDS);

        assertThat(isRead(third)).isFalse();

        assertThat(second.isOpen()).isTrue();
        time.advance(25, TimeUnit.SECONDS);
        assertThat(isReadAfterAMoment(second)).isFalse();
        assertThat(second.isOpen()).isTrue();
    }
}
