package io.asyncflow.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class TelemetryTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String QUERY = "query Pens { product { name price } }";

    @TempDir
    private Path directory;

    @Test
    void countsWhatItDoes() throws Exception {
        try (var gateway = new LiveGateway(directory, "")) {
            gateway.post(QUERY).join();
            gateway.post(QUERY).join();
            gateway.post("{ nothing }").join();

            String metrics = gateway.get("/metrics").body();

            assertThat(value(metrics, "gateway_operations_seconds_count", "outcome=\"ok\"", "type=\"query\""))
                    .isEqualTo("2");
            assertThat(value(metrics, "gateway_operations_seconds_count", "outcome=\"refused\"", "transport=\"http\""))
                    .isEqualTo("1");
            assertThat(value(metrics, "gateway_operations_seconds_bucket", "outcome=\"ok\"", "le=\"10.0\""))
                    .isEqualTo("2");
            assertThat(value(metrics, "gateway_subgraph_requests_seconds_count", "subgraph=\"prices\""))
                    .isEqualTo("2");
            assertThat(value(metrics, "gateway_subgraph_in_flight", "subgraph=\"names\""))
                    .isEqualTo("0.0");
            assertThat(value(metrics, "gateway_subgraph_connections", "subgraph=\"names\""))
                    .isNotEqualTo("0.0");
            assertThat(value(metrics, "gateway_subgraph_circuit", "subgraph=\"names\""))
                    .isEqualTo("0.0");
            assertThat(value(metrics, "gateway_supergraph_served_total")).isEqualTo("1.0");
            assertThat(value(metrics, "gateway_supergraph_refusal")).isEqualTo("0.0");
            assertThat(Double.parseDouble(value(metrics, "gateway_supergraph_loaded_seconds")))
                    .isGreaterThan(1e9);
            assertThat(value(metrics, "gateway_plans_seconds_count")).isEqualTo("1");
            assertThat(value(metrics, "gateway_operations_prepared")).isNotEqualTo("0.0");
            assertThat(metrics)
                    .contains("gateway_subscriptions{", "gateway_sockets{", "gateway_upstream_sockets{")
                    .contains("gateway_upstream_subscriptions{", "gateway_plans_greedy_total{");
        }
    }

    @Test
    void countsNothingWhereThatIsOff() throws Exception {
        String off = "telemetry: {exporters: {metrics: {prometheus: {enabled: false}}}}";
        try (var gateway = new LiveGateway(directory, off)) {
            assertThat(gateway.post(QUERY).join().statusCode()).isEqualTo(200);
            assertThat(gateway.get("/metrics").body()).doesNotContain("gateway_");
        }
    }

    @Test
    void tracesARequestAndItsFetches() throws Exception {
        try (var collector = new Collector()) {
            try (var gateway = new LiveGateway(directory, tracing(collector, 0))) {
                gateway.post(QUERY, "traceparent", "00-" + TRACE + "-" + CALLER + "-01")
                        .join();
                assertThat(gateway.traceparents).hasSize(2).allMatch(each -> each.startsWith("00-" + TRACE));
                gateway.post(QUERY).join();
            }
            // Nobody asked for the second to be sampled. The first came with the end at the latest.
            assertThat(collector.spans)
                    .hasSize(3)
                    .extracting(Collector.Span::trace)
                    .containsOnly(TRACE);
            Collector.Span operation = named(collector, "query Pens");
            assertThat(operation.parent()).isEqualTo(CALLER);
            assertThat(named(collector, "fetch names").parent()).isEqualTo(operation.id());
            assertThat(named(collector, "fetch prices").parent()).isEqualTo(operation.id());
            assertThat(collector.keys).containsOnly("secret");
        }
    }

    @Test
    void tellsSubgraphsWhichSpanTheyWorkFor() throws Exception {
        try (var collector = new Collector()) {
            List<String> sent;
            try (var gateway = new LiveGateway(directory, tracing(collector, 1))) {
                gateway.post(QUERY).join();
                sent = List.copyOf(gateway.traceparents);
            }
            Collector.Span operation = named(collector, "query Pens");
            assertThat(operation.parent()).isEmpty();
            assertThat(sent)
                    .containsExactly(
                            "00-" + operation.trace() + "-"
                                    + named(collector, "fetch names").id() + "-01",
                            "00-" + operation.trace() + "-"
                                    + named(collector, "fetch prices").id() + "-01");
        }
    }

    @Test
    void writesALineForEachRequest() throws Exception {
        var lines = listening("access");
        try (var gateway = new LiveGateway(directory, "telemetry: {access_log: {enabled: true}}")) {
            String body = gateway.post(QUERY, "x-request-id", "mine").join().body();
            gateway.get("/health?secret=1");

            // A line follows the answer that it tells of.
            await().untilAsserted(() -> assertThat(lines.list).hasSize(2));
            assertThat(lines.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anyMatch(line -> line.matches("method=POST path=/graphql status=200 bytes=" + body.length()
                            + " millis=\\d+ operation=Pens request=mine"))
                    .anyMatch(line -> line.startsWith("method=GET path=/health status=200"))
                    .noneMatch(line -> line.contains("secret"));
        }
    }

    @Test
    void writesALineForASlowOperation() throws Exception {
        var lines = listening("slow-operations");
        String slow = "telemetry: {slow_operations: {threshold: 500ms}}";
        try (var gateway = new LiveGateway(directory, slow)) {
            gateway.post(QUERY).join();
            gateway.post("query Slow { slow }", "x-request-id", "mine").join();

            await().untilAsserted(() -> assertThat(lines.list).isNotEmpty());
            assertThat(lines.list)
                    .singleElement()
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .asString()
                    .matches("operation=Slow document=[0-9a-f]{64} millis=\\d+ outcome=ok"
                            + " slowest=\\[names#0 \\d+ ms OK] request=mine");
        }
    }

    private static String tracing(Collector collector, int sampler) {
        return """
                telemetry:
                  exporters:
                    tracing:
                      common: {sampler: %d}
                      otlp: {enabled: true, endpoint: "%s", headers: {x-key: secret}}
                """.formatted(sampler, collector.url());
    }

    private static Collector.Span named(Collector collector, String name) {
        return collector.spans.stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " among " + collector.spans));
    }

    private static ListAppender<ILoggingEvent> listening(String logger) {
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        ((Logger) LoggerFactory.getLogger(logger)).addAppender(appender);
        return appender;
    }

    /** The value of the one series of that name with those tags. */
    private static String value(String metrics, String name, String... tags) {
        return metrics.lines()
                .filter(line ->
                        line.startsWith(name + "{") && List.of(tags).stream().allMatch(line::contains))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in\n" + metrics));
    }
}
