package org.tucai.platform.web;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Ticker;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Sets {@link UnsureLengths}, {@link SlowClients}, {@link HeadRequests}, {@link PackedBodies} and {@link CountedBodies} on every connection of
 * the server, and {@link Accepting} where it listens for them.
 */
@Singleton
class SlowClientGuard implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final HttpServerConfiguration settings;

    SlowClientGuard(HttpServerConfiguration settings) {
        this.settings = settings;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(
                new Guard(null, settings.getMaxRequestSize(), new BodyMemory(Heap.forBodies(), Ticker.systemTicker())));
        return registry;
    }

    private record Guard(@Nullable Channel channel, long most, BodyMemory memory) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel opened, ChannelRole role) {
            if (role == ChannelRole.LISTENER) {
                opened.pipeline().addLast(new Accepting());
            }
            return new Guard(opened, most, memory);
        }

        @Override
        public void onStreamPipelineBuilt() {
            String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            if (channel != null && channel.pipeline().get(codec) != null) {
                channel.pipeline().addAfter(codec, "counted-bodies", new CountedBodies(memory, most));
                channel.pipeline().addAfter(codec, "packed-bodies", new PackedBodies(most));
                channel.pipeline().addAfter(codec, "head-requests", new HeadRequests());
                channel.pipeline().addAfter(codec, "slow-clients", new SlowClients());
                channel.pipeline().addAfter(codec, "unsure-lengths", new UnsureLengths());
            }
        }
    }
}
