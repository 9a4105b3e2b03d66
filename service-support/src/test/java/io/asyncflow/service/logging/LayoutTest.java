package io.asyncflow.service.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LayoutTest {

    private static final Map<String, String> REQUEST = Map.of("service", "catalog", "requestId", "r1", "traceId", "t1");

    @Test
    void jsonCarriesServiceRequestAndTrace() {
        var json =
                JsonMapper.shared().readTree(new JsonLayout().doLayout(event("with \"quotes\"\nand password=x", null)));

        assertThat(json.path("service").asString()).isEqualTo("catalog");
        assertThat(json.path("requestId").asString()).isEqualTo("r1");
        assertThat(json.path("traceId").asString()).isEqualTo("t1");
        assertThat(json.path("level").asString()).isEqualTo("WARN");
        assertThat(json.path("message").asString()).isEqualTo("with \"quotes\"\nand password=***");
    }

    @Test
    void jsonStaysOnOneLineEvenWithAStackTrace() {
        String line = new JsonLayout().doLayout(event("failed", new IllegalStateException("password=x")));

        assertThat(line)
                .endsWith("\n")
                .containsOnlyOnce("\n")
                .contains("IllegalStateException")
                .doesNotContain("=x");
    }

    @Test
    void readableLinesCarryServiceRequestAndTrace() {
        assertThat(new ReadableLayout().doLayout(event("hello", null)))
                .matches("(?s)\\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARN  catalog +\\[r1 t1] Shop: hello\n");
    }

    private static LoggingEvent event(String message, @Nullable Throwable throwable) {
        var logger = new LoggerContext().getLogger("io.asyncflow.Shop");
        var event = new LoggingEvent("", logger, Level.WARN, message, throwable, null);
        event.setMDCPropertyMap(REQUEST);
        return event;
    }
}
