package io.asyncflow.gateway.server.subgraph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SubscriptionSettingsTest {

    @Test
    void takesForASubgraphWhatHoldsForItAndElseWhatHoldsForAll() {
        UpstreamSettings own = new UpstreamSettings(Protocol.SSE, "/events", Duration.ZERO, List.of());
        SubscriptionSettings settings = settings(128, DataSize.ofMegabytes(1), Duration.ofSeconds(1), own);

        assertThat(settings.of("news")).isEqualTo(own);
        assertThat(settings.of("other")).isEqualTo(UpstreamSettings.DEFAULT);
    }

    @Test
    void namesTheSettingThatIsWrong() {
        UpstreamSettings own = UpstreamSettings.DEFAULT;
        Duration second = Duration.ofSeconds(1);
        DataSize size = DataSize.ofKilobytes(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(0, size, second, own))
                .withMessageStartingWith("queue_capacity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(1, DataSize.ofBytes(0), second, own))
                .withMessageStartingWith("max_message_size");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(1, size, Duration.ZERO, own))
                .withMessageStartingWith("handshake_timeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UpstreamSettings(Protocol.SSE, "events", second, List.of()))
                .withMessageStartingWith("path");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UpstreamSettings(Protocol.SSE, "//other/events", second, List.of()))
                .withMessageStartingWith("path");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReconnectSettings(1, second, Duration.ZERO, 0))
                .withMessageStartingWith("max_backoff");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReconnectSettings(1, second, second, 1.5))
                .withMessageStartingWith("jitter");
    }

    private static SubscriptionSettings settings(
            int queueCapacity, DataSize maxMessageSize, Duration handshakeTimeout, UpstreamSettings news) {
        return new SubscriptionSettings(
                true,
                new SubscriptionSettings.Mode(
                        new SubscriptionSettings.Passthrough(UpstreamSettings.DEFAULT, Map.of("news", news))),
                queueCapacity,
                Duration.ofSeconds(1),
                1,
                maxMessageSize,
                handshakeTimeout,
                Duration.ZERO,
                ReconnectSettings.DEFAULT);
    }
}
