package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class HttpSettingsTest {

    private static final DataSize SIZE = DataSize.ofKilobytes(1);
    private static final Duration TIME = Duration.ofSeconds(1);
    private static final Duration NONE = Duration.ZERO;

    @Test
    void nameWhatIsWrong() {
        refuses(
                "max_age",
                () -> new CorsSettings(
                        false, List.of(), List.of(), false, List.of(), List.of(), Duration.ofSeconds(-1)));
        refuses("required_headers", () -> new CsrfSettings(false, false, List.of()));
        refuses("maximum_size", () -> new BatchingSettings(true, 0));
        refuses("store_size", () -> new ApqSettings(true, DataSize.ofBytes(-1)));
        refuses("minimum_size", () -> new CompressionSettings(true, DataSize.ofBytes(-1), 4));
        refuses("level", () -> new CompressionSettings(true, SIZE, 0));
        refuses("level", () -> new CompressionSettings(true, SIZE, 10));
    }

    @Test
    void nameTheLimitThatIsWrong() {
        refuses("http_max_request_bytes", () -> limits(DataSize.ofBytes(0), SIZE, SIZE, TIME, TIME, TIME));
        refuses("http_max_request_bytes", () -> limits(DataSize.ofGigabytes(4), SIZE, SIZE, TIME, TIME, TIME));
        refuses("http_max_request_line", () -> limits(SIZE, DataSize.ofBytes(0), SIZE, TIME, TIME, TIME));
        refuses("http_max_header_bytes", () -> limits(SIZE, SIZE, DataSize.ofBytes(0), TIME, TIME, TIME));
        refuses("header_read_timeout", () -> limits(SIZE, SIZE, SIZE, NONE, TIME, TIME));
        refuses("body_read_timeout", () -> limits(SIZE, SIZE, SIZE, TIME, NONE, TIME));
        refuses("idle_timeout", () -> limits(SIZE, SIZE, SIZE, TIME, TIME, NONE));
    }

    @Test
    void nameWhatIsWrongWithStreams() {
        refuses("heartbeat_interval", () -> new StreamSettings(NONE, 1, SlowConsumer.DISCONNECT, 1, TIME, 1));
        refuses("queue_capacity", () -> new StreamSettings(TIME, 0, SlowConsumer.DISCONNECT, 1, TIME, 1));
        refuses("max_event_streams", () -> new StreamSettings(TIME, 1, SlowConsumer.DISCONNECT, 0, TIME, 1));
        refuses("reservation_timeout", () -> new StreamSettings(TIME, 1, SlowConsumer.DISCONNECT, 1, NONE, 1));
        refuses(
                "max_operations_per_event_stream",
                () -> new StreamSettings(TIME, 1, SlowConsumer.DISCONNECT, 1, TIME, 0));
    }

    private static HttpLimitSettings limits(
            DataSize body, DataSize line, DataSize header, Duration head, Duration read, Duration idle) {
        return new HttpLimitSettings(body, line, header, head, read, idle);
    }

    private static void refuses(String setting, ThrowingCallable settings) {
        assertThatIllegalArgumentException().isThrownBy(settings).withMessageStartingWith(setting + " ");
    }
}
