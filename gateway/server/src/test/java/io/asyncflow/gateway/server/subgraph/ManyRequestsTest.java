package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.server.subgraph.header.ForwardedForSettings;
import io.asyncflow.gateway.server.subgraph.header.HeaderSettings;
import io.asyncflow.gateway.supergraph.Graph;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpProtocol;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;

/** Many requests on several event loops, to a subgraph that is late, breaks off, or is well, by chance. */
@Timeout(120)
class ManyRequestsTest {

    private static final int REQUESTS = 1000;
    private static final Random CHANCE = new Random(5);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachComesToAnEndAndNoneIsLeftBehind(boolean http2) {
        LoopResources loops = LoopResources.create("many", 1, 4, true, false);
        Traffic traffic = new Traffic().deduplicate().retry(1, 10, 0.2).connections(20, 100);
        traffic.timeout(Duration.ofSeconds(30)).circuitBreaker(10_000);
        var client = new HttpSubgraphClient(
                new SubgraphSettings(
                        (http2 ? traffic.http2() : traffic).settings(),
                        HeaderSettings.DEFAULT,
                        ForwardedForSettings.DEFAULT,
                        Map.of()),
                loops,
                SubgraphObserver.NONE,
                request -> Flux.empty(),
                Clock.systemUTC());
        try (var subgraph = capricious(http2)) {
            Mono<Long> answered = Flux.range(0, REQUESTS)
                    .flatMap(i -> ask(client, subgraph.url(), i), 150)
                    .filter(i -> i >= 0)
                    .count();
            StepVerifier.create(answered)
                    .assertNext(count -> assertThat(count).isGreaterThan(REQUESTS / 4))
                    .expectComplete()
                    .verify(Duration.ofSeconds(100));
            StepVerifier.create(client.close(Duration.ofSeconds(20)))
                    .expectComplete()
                    .verify(Duration.ofSeconds(30));
            assertThat(client.states().getFirst().inFlight()).isZero();
        } finally {
            loops.dispose();
        }
    }

    /** The number that was asked with, or -1 where something went wrong; one request in five is given up early. */
    private static Mono<Integer> ask(HttpSubgraphClient client, String url, int number) {
        int asked = number - number % 3; // so that some are equal
        var request = new SubgraphRequest(
                new Graph("P", "products", url),
                number % 2 == 0 ? OperationType.QUERY : OperationType.MUTATION,
                1,
                Json.of("{\"n\":" + asked + "}"),
                Caller.UNKNOWN);
        Mono<Integer> answer = client.send(request)
                .map(body -> {
                    assertThat(body.toString()).isEqualTo("{\"n\":" + asked + "}");
                    return number;
                })
                .onErrorResume(SubgraphException.class, error -> Mono.just(-1));
        return number % 5 == 0 ? answer.timeout(Duration.ofMillis(number % 7), Mono.just(-1)) : answer;
    }

    private static FakeSubgraph capricious(boolean http2) {
        return FakeSubgraph.shaped(server -> http2 ? server.protocol(HttpProtocol.H2C) : server, (asked, response) -> {
            Mono<Void> answer = Mono.from(FakeSubgraph.json(response, asked.body()));
            return switch (CHANCE.nextInt(10)) {
                case 0 -> Mono.from(FakeSubgraph.send(response, 503, Map.of(), "later"));
                case 1, 2 -> Mono.delay(Duration.ofMillis(5)).then(answer);
                case 3 ->
                    http2
                            ? answer
                            : Mono.<Void>fromRunnable(() -> response.withConnection(
                                    connection -> connection.channel().close()));
                default -> answer;
            };
        });
    }
}
