package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class SubscriptionsOverHttpTest {

    private static final String MULTIPART = "multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/json";
    private static final String PART = "\r\ncontent-type: application/json; charset=utf-8\r\n\r\n";
    private static final String BOUNDARY = "\r\n--graphql";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final FakeService service = new FakeService();
    private Gateway gateway = Gateway.with(service);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void sendsServerSentEvents() {
        service.on("{a}", events("{\"data\":1}", "{\"data\":\n {\"b\":\r2}}"));

        var response = ask("text/event-stream");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(response.body()).isEqualTo("""
                        :

                        event: next
                        data: {"data":1}

                        event: next
                        data: {"data":  {"b": 2}}

                        event: complete
                        data:

                        """);
    }

    @Test
    void sendsServerSentEventsToAGetOfEventSource() {
        service.on("{a}", events("{\"data\":1}"));

        var response = Gateway.send(gateway.at("/graphql?query=%7Ba%7D")
                .header("Accept", "text/event-stream")
                .GET());

        assertThat(response.body()).contains("event: next\ndata: {\"data\":1}\n\nevent: complete\n");
    }

    @Test
    void sendsEventsOverHttp2() {
        service.on("{a}", events("{\"data\":1}", "{\"data\":2}"));
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        Gateway.send(client, gateway.post("{\"query\":\"{b}\"}"), HttpResponse.BodyHandlers.ofString());

        var response = Gateway.send(
                client,
                gateway.post("{\"query\":\"{a}\"}").header("Accept", "text/event-stream"),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.body()).contains("{\"data\":1}", "{\"data\":2}").endsWith("event: complete\ndata:\n\n");
    }

    @Test
    void sendsWhatIsWrongWithAnOperationAsAnEvent() {
        service.on("{a}", FakeService.refused(Outcome.Kind.REFUSED));

        var response = ask("text/event-stream");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("event: next\ndata: {\"errors\":").endsWith("event: complete\ndata:\n\n");
    }

    @Test
    void sendsMultipartSubscriptions() {
        service.on("{a}", events("{\"data\":1}", "{\"data\":2}"));

        var response = ask(MULTIPART);

        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("multipart/mixed; boundary=\"graphql\"; subscriptionSpec=1.0");
        assertThat(response.body())
                .isEqualTo(BOUNDARY + PART + "{\"payload\":{\"data\":1}}" + BOUNDARY + PART
                        + "{\"payload\":{\"data\":2}}" + BOUNDARY + "--\r\n");
    }

    @Test
    void refusesASubscriptionToWhoWantsOneAnswer() {
        service.on("{a}", events("{\"data\":1}"));

        for (String accept : new String[] {"application/json", "*/*", "multipart/mixed;deferSpec=20220824"}) {
            Gateway.assertRefused(ask(accept), 406, "NOT_ACCEPTABLE");
        }
    }

    @Test
    void tellsWhenASubscriptionBreaksOff() {
        Flux<Json> broken = Flux.concat(Flux.just(Json.of("{}")), Flux.error(new IllegalStateException("secret")));
        service.on("{a}", new Outcome.Events(broken));

        assertThat(ask("text/event-stream").body())
                .contains("event: next\ndata: {\"errors\":[{\"message\":")
                .contains("INTERNAL_SERVER_ERROR")
                .doesNotContain("secret")
                .endsWith("event: complete\ndata:\n\n");
        assertThat(ask(MULTIPART).body())
                .contains("{\"payload\":null,\"errors\":[{\"message\":")
                .doesNotContain("secret")
                .endsWith("--\r\n");
    }

    @Test
    void showsThatAStreamIsAliveWhereNothingHappens() {
        restart(streams(Duration.ofMillis(50), 16, SlowConsumer.DISCONNECT));
        service.on("{a}", new Outcome.Events(Flux.never()));
        try (var events = gateway.open();
                var parts = gateway.open()) {
            events.write(request("text/event-stream"));
            parts.write(request(MULTIPART));

            events.readUntil(":\n\n");
            events.readUntil(":\n\n");
            events.readUntil(":\n\n");
            parts.readUntil("{}" + BOUNDARY);
            parts.readUntil("{}" + BOUNDARY);
        }
    }

    @Test
    void unsubscribesWhenTheClientGoesThoughNothingHappens() {
        for (String accept : new String[] {"text/event-stream", MULTIPART}) {
            var cancelled = Sinks.<Boolean>one();
            service.on("{a}", new Outcome.Events(Flux.<Json>never().doOnCancel(() -> cancelled.tryEmitValue(true))));
            try (var wire = gateway.open()) {
                wire.write(request(accept)).readUntil("\r\n\r\n");
            }

            StepVerifier.create(cancelled.asMono())
                    .expectNext(true)
                    .expectComplete()
                    .verify(SOON);
        }
    }

    @Test
    void disconnectsAClientThatDoesNotKeepUp() {
        restart(streams(Duration.ofSeconds(5), 16, SlowConsumer.DISCONNECT));
        var cancelled = Sinks.<Boolean>one();
        service.on("{a}", new Outcome.Events(flood().doOnCancel(() -> cancelled.tryEmitValue(true))));
        try (var wire = gateway.open()) {
            wire.write(request("text/event-stream"));

            StepVerifier.create(cancelled.asMono())
                    .expectNext(true)
                    .expectComplete()
                    .verify(SOON);
        }
    }

    @Test
    void keepsTheNewestForAClientThatDoesNotKeepUpWhereThatIsWanted() {
        restart(streams(Duration.ofSeconds(5), 16, SlowConsumer.DROP_OLDEST));
        var produced = Sinks.<Boolean>one();
        service.on(
                "{a}",
                new Outcome.Events(Flux.concat(flood().take(2000), Flux.just(Json.of("{\"data\":\"last\"}")))
                        .doOnComplete(() -> produced.tryEmitValue(true))));
        try (var wire = gateway.open()) {
            wire.write(request("text/event-stream"));
            StepVerifier.create(produced.asMono())
                    .expectNext(true)
                    .expectComplete()
                    .verify(SOON);

            String all = wire.readUntil("event: complete");

            assertThat(all).contains("{\"data\":\"last\"}");
            assertThat(all.split("event: next", -1).length).isLessThan(1500);
        }
    }

    @Test
    void waitsForTheClientWhereEachPartCounts() {
        var requested = new AtomicInteger();
        Flux<Outcome.Part> parts = Flux.range(0, 3000)
                .doOnNext(requested::set)
                .map(i -> new Outcome.Part(i == 0 ? big(i) : null, List.of(), List.of(), i < 2999));
        service.on("{a}", new Outcome.Incremental(parts));

        assertThat(ask("text/event-stream").body().split("event: next", -1)).hasSize(3001);
        assertThat(requested).hasValue(2999);
    }

    @Test
    void endsStreamsInOrderWhenTheServerStops() {
        service.on("{a}", new Outcome.Events(Flux.never()));
        try (var wire = gateway.open()) {
            wire.write(request("text/event-stream")).readUntil(":\n\n");

            gateway.endpoint().close();

            wire.readUntil("event: complete\ndata:\n\n");
        }
    }

    private static Flux<Json> flood() {
        return Flux.interval(Duration.ofNanos(20_000)).onBackpressureDrop().map(i -> big(i.intValue()));
    }

    private static Json big(int number) {
        return Json.of("{\"data\":{\"n\":" + number + ",\"text\":\"" + "x".repeat(10_000) + "\"}}");
    }

    private static Outcome events(String... responses) {
        return new Outcome.Events(Flux.fromArray(responses).map(Json::of));
    }

    private static StreamSettings streams(Duration heartbeat, int queue, SlowConsumer slow) {
        return new StreamSettings(heartbeat, queue, slow, 10, Duration.ofSeconds(30), 10);
    }

    private void restart(StreamSettings streams) {
        gateway.close();
        gateway = Gateway.with(service, SettingsForTests.with(streams));
    }

    private HttpResponse<String> ask(String accept) {
        return Gateway.send(gateway.post("{\"query\":\"{a}\"}").header("Accept", accept));
    }

    private static String request(String accept) {
        return Gateway.request("{\"query\":\"{a}\"}").replace("Host: h\r\n", "Host: h\r\nAccept: " + accept + "\r\n");
    }
}
