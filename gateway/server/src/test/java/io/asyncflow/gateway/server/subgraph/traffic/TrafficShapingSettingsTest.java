package io.asyncflow.gateway.server.subgraph.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class TrafficShapingSettingsTest {

    @Test
    void takesEachSettingFromTheNearestPlace() {
        var settings = new TrafficShapingSettings(
                traffic(Duration.ofSeconds(5), null), Map.of("products", traffic(null, DataSize.ofMegabytes(1))));

        SubgraphTraffic products = settings.of("products");
        assertThat(products.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(products.maxResponseSize()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(products.maxConnections()).isEqualTo(100);
        assertThat(settings.of("users").maxResponseSize()).isEqualTo(DataSize.ofMegabytes(32));
    }

    @Test
    void hasAValueForEverything() {
        assertThat(TrafficShapingSettings.DEFAULT.of("any")).hasNoNullFieldsOrProperties();
        assertThat(new TrafficShapingSettings(SubgraphTraffic.DEFAULT, Map.of()))
                .isEqualTo(TrafficShapingSettings.DEFAULT);
    }

    @Test
    void saysWhichSettingIsWrong() {
        assertThatThrownBy(() -> traffic(Duration.ZERO, null)).hasMessageStartingWith("timeout ");
        assertThatThrownBy(() -> traffic(null, DataSize.ofBytes(0))).hasMessageStartingWith("max_response_size ");
        assertThatThrownBy(() -> new CircuitBreakerSettings(true, 0, 1, 1, Duration.ofSeconds(1), 1))
                .hasMessageStartingWith("failure_rate_threshold ");
        assertThatThrownBy(() -> new CircuitBreakerSettings(true, 50, 1, 2, Duration.ofSeconds(1), 1))
                .hasMessageStartingWith("minimum_number_of_calls ");
        assertThatThrownBy(() -> new RetrySettings(2, -1, 0.2, Duration.ofSeconds(1), Duration.ofMillis(1)))
                .hasMessageStartingWith("min_per_sec ");
        assertThatThrownBy(() -> new RetrySettings(2, 1, -0.2, Duration.ofSeconds(1), Duration.ofMillis(1)))
                .hasMessageStartingWith("retry_percent ");
    }

    private static SubgraphTraffic traffic(@Nullable Duration timeout, @Nullable DataSize size) {
        return new SubgraphTraffic(timeout, null, null, null, null, null, null, null, null, null, null, size);
    }
}
