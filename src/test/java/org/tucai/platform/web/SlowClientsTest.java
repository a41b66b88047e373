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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowClientsTest {
    private final EmbeddedChannel channel = frozen();

    private static EmbeddedChannel frozen() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast(new SlowClients());
        return channel;
    }

    private void pass(long seconds) {
        for (long s = 0; s < seconds; s++) {
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
        }
    }

    private void beginRequest() {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.PUT, "/"));
    }

    private void receive(int bytes) {
        channel.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[bytes])));
    }

    @Test
    void closesAConnectionThatNeverSendsARequest() {
        pass(70);
        boolean before = channel.isOpen();
        pass(15);

        assertThat(before).isTrue();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void closesAConnectionWhoseBodyTricklesIn() {
        beginRequest();
        for (int s = 0; s < 45 && channel.isOpen(); s++) {
            receive(100);
            pass(1);
        }

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void closesAConnectionWhoseBodyBeganFastAndThenStalled() {
        beginRequest();
        receive(1_000_000);
        pass(70);
        boolean before = channel.isOpen();
        pass(15);

        assertThat(before).isTrue();
        assertThat(channel.isOpen()).isFalse();
    }

    /** There is no room for it: see {@link BodyMemory}. */
    @Test
    void whatTheServerDoesNotReadIsNotHeldAgainstTheClient() {
        channel.config().setAutoRead(false);
        beginRequest();
        receive(100_000);
        pass(200);
        assertThat(channel.isOpen()).isTrue();

        channel.read();
        pass(25);
        assertThat(channel.isOpen()).isTrue();
        pass(60);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void toleratesASlowNetwork() {
        beginRequest();
        for (int s = 0; s < 100; s++) {
            receive(3000);
            pass(1);
        }

        assertThat(channel.isOpen()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1900,false", "2100,true"})
    void toleratesNoPaceBelowTwoThousandBytesASecond(int pace, boolean borne) {
        beginRequest();
        for (int s = 0; s < 40 && channel.isOpen(); s++) {
            receive(pace);
            pass(1);
        }

        assertThat(channel.isOpen()).isEqualTo(borne);
    }

    @Test
    void aBodyMayStartSlowlyIfItCatchesUp() {
        beginRequest();
        receive(1);
        pass(29);
        boolean before = channel.isOpen();
        receive(100_000);
        pass(10);

        assertThat(before).isTrue();
        assertThat(channel.isOpen()).isTrue();
    }

    /** A client that sent {@code Expect: 100-continue} is told to go on in the middle of its request. */
    @Test
    void aBodySentAfter100ContinueMayTakeAsLongAsAnyOther() {
        beginRequest();
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        for (int s = 0; s < 100; s++) {
            receive(3000);
            pass(1);
        }

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void closesAConnectionWhoseClientStopsReadingTheAnswer() {
        beginRequest();
        channel.writeInbound(new DefaultLastHttpContent());
        clientReadsTheAnswer(false);
        pass(55);
        clientReadsTheAnswer(true);
        pass(30);
        boolean before = channel.isOpen();
        clientReadsTheAnswer(false);
        pass(70);

        assertThat(before).isTrue();
        assertThat(channel.isOpen()).isFalse();
    }

    private void clientReadsTheAnswer(boolean does) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, does);
        channel.runPendingTasks();
    }

    @Test
    void waitsForTheServersAnswerAsLongAsItTakes() {
        beginRequest();
        channel.writeInbound(new DefaultLastHttpContent());
        pass(300);

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void restartsTheIdleTimeAfterAnAnswer() {
        beginRequest();
        channel.writeInbound(new DefaultLastHttpContent());
        pass(100);
        channel.writeOutbound(new DefaultLastHttpContent());
        pass(60);
        boolean before = channel.isOpen();
        pass(30);

        assertThat(before).isTrue();
        assertThat(channel.isOpen()).isFalse();
    }
}
