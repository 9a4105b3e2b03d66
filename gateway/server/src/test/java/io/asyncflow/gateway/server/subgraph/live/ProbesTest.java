package io.asyncflow.gateway.server.subgraph.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpResources;
import reactor.netty.http.client.HttpClient;

/** Whether it is noticed that a subgraph is gone which sends an event stream. */
class ProbesTest {

    private static final ChannelOption<Integer> KEEP_IDLE = NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void probesTheConnectionAsOftenAsTheHeartbeatSays(boolean isNative) {
        AtomicReference<Integer> idle = new AtomicReference<>();
        HttpClient client = HttpClient.newConnection()
                .runOn(HttpResources.get(), isNative)
                .doOnResponse((response, connection) -> idle.set(idle(connection.channel())));
        try (FakeSubgraph subgraph = FakeSubgraph.overEvents((request, response) ->
                response.header("Content-Type", "text/event-stream").sendString(Mono.just("event: complete\n\n")))) {
            new SubgraphSubscriptions(settings(), client)
                    .subscribe(subgraph.request("subscription { a }"), Map.of())
                    .blockLast(PATIENCE);
        }
        assertThat(idle).hasValue(6);
    }

    private static Integer idle(Channel channel) {
        return channel.config()
                .getOption(channel instanceof EpollSocketChannel ? EpollChannelOption.TCP_KEEPIDLE : KEEP_IDLE);
    }

    private static SubscriptionSettings settings() {
        UpstreamSettings upstream = new UpstreamSettings(Protocol.SSE, "/events", Duration.ofSeconds(6), List.of());
        return new SubscriptionSettings(
                true,
                new SubscriptionSettings.Mode(new SubscriptionSettings.Passthrough(upstream, Map.of())),
                4,
                Duration.ofSeconds(1),
                100,
                DataSize.ofKilobytes(4),
                PATIENCE,
                Duration.ZERO,
                ReconnectSettings.DEFAULT);
    }
}
