package io.asyncflow.support.events;

import static io.asyncflow.support.events.Ledger.counted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asyncflow.embedded.RedisServer;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class RedisEventFlowIT extends EventFlow {

    /** Each test's own, by its number. */
    private static final Map<Integer, RedisServer> SERVERS = new ConcurrentHashMap<>();

    @AfterAll
    static void stopServers() {
        SERVERS.values().forEach(RedisServer::close);
    }

    /** As an operator may do by mistake, with the lanes leased. */
    @Test
    void goesOnWhenItsGroupWasRemoved() {
        happen(counted("a", 1));
        soon().untilAsserted(() -> assertThat(effects()).containsExactly("a 1"));
        try (var client = RedisClient.create(bus(test()).get("asyncflow.redis.url"));
                var connection = client.connect()) {
            for (int lane = 0; lane < 4; lane++) {
                connection.sync().xgroupDestroy("events:{test:" + lane + "}", "ledger");
            }
        }
        happen(counted("a", 2));
        soon().untilAsserted(() -> assertThat(effects()).containsExactly("a 1", "a 2"));
    }

    /** Neither sees the other: both keys are in one lane, so that their events come in one transaction. */
    @Test
    void goesOnWithAnEventThatJoinsWhileTheOneBeforeItLeaves() {
        var joined = Sinks.<Void>empty();
        var release = Sinks.<Void>empty();
        var ledger = service().ledger();
        ledger.failAt(event -> event.key().equals("a"));
        happen(counted("a", 1));
        soon().until(() -> !letters().isEmpty());
        ledger.failAt(_ -> false);
        ledger.hold(event -> event.key().equals("e")
                ? Mono.fromRunnable(joined::tryEmitEmpty).then(release.asMono())
                : Mono.empty());
        happen(counted("a", 2), counted("e", 1));
        StepVerifier.create(joined.asMono()).verifyComplete();
        StepVerifier.create(service()
                        .deadLetters()
                        .replay(List.of(letters().getFirst().id()), null))
                .expectNext(1L)
                .verifyComplete();
        soon().until(() -> effects().contains("a 1"));
        release.tryEmitEmpty();
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(effects()).endsWith("a 2"));
    }

    private List<DeadLetter> letters() {
        return service().deadLetters().all().collectList().blockOptional().orElseThrow();
    }

    @Override
    protected Map<String, String> bus(int test) {
        RedisServer server = SERVERS.computeIfAbsent(test, _ -> RedisServer.throwaway());
        return Map.of("asyncflow.redis.url", server.url(), "asyncflow.events.redis.lease", "1s");
    }
}
