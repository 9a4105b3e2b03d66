package io.asyncflow.support.events;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

/** A topic of a bus, those who publish there, and the members of its groups. */
abstract class BusFixture {

    /** Enough for the brokers to miss a member that died. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicInteger TOPICS = new AtomicInteger();

    /** A topic that no other test uses. */
    private final String topic =
            "contract" + (char) ('a' + TOPICS.get() / 26) + (char) ('a' + TOPICS.getAndIncrement() % 26);

    private final List<BusConnection> connections = new CopyOnWriteArrayList<>();
    private final List<Disposable> members = new CopyOnWriteArrayList<>();
    private final Deliveries deliveries = new Deliveries();
    private Bus bus;

    /** What the bus is made of. */
    protected abstract BusServers servers();

    @BeforeEach
    void connect() {
        bus = another();
    }

    @AfterEach
    void disconnect() {
        members.forEach(Disposable::dispose);
        connections.forEach(BusConnection::close);
    }

    final String topic() {
        return topic;
    }

    final Bus bus() {
        return bus;
    }

    final Deliveries deliveries() {
        return deliveries;
    }

    final Bus another() {
        var connection = BusConnection.open(servers().settings());
        connections.add(connection);
        return connection.bus();
    }

    /** In a process of its own, as far as the bus can tell. */
    final Disposable join(String member) {
        return member(another(), "group", deliveries.by(member));
    }

    final Disposable member(Bus end, String group, Function<List<Event>, Mono<Void>> take) {
        Disposable member =
                end.deliver(group, Set.of(topic), take, Mono.never()).subscribe();
        members.add(member);
        return member;
    }

    final void publish(Event... events) {
        publish(List.of(events));
    }

    final void publish(List<Event> events) {
        StepVerifier.create(published(events)).verifyComplete();
    }

    /** As a relay does: the same again until they are kept. */
    final Mono<Void> published(List<Event> events) {
        return bus.publish(events)
                .timeout(Duration.ofSeconds(5))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, Duration.ofMillis(100)));
    }

    final long lag(String group) {
        var lags = new ArrayList<Bus.Lag>();
        StepVerifier.create(bus.lag(group, Set.of(topic)))
                .recordWith(() -> lags)
                .expectNextCount(1)
                .verifyComplete();
        assertThat(lags).singleElement().extracting(Bus.Lag::topic).isEqualTo(topic);
        return lags.getFirst().events();
    }

    static List<String> keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "key" + i).toList();
    }

    final List<Event> mixed(List<String> keys, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> event(keys.get(i % keys.size()), i))
                .toList();
    }

    final Event event(String key, int number) {
        return event(key, number, "");
    }

    final Event event(String key, int number, String text) {
        String data = "{\"number\":" + number + ",\"text\":\"" + text + "\"}";
        return new Event(UUID.randomUUID(), topic + ".happened", key, Instant.now(), data, null);
    }

    final void awaitAll(int count) {
        patiently().untilAsserted(() -> assertThat(deliveries.count()).isGreaterThanOrEqualTo(count));
    }

    final void assertInOrder(Collection<Event> published) {
        assertThat(deliveries.firsts().stream().map(Event::id).collect(toSet()))
                .isEqualTo(published.stream().map(Event::id).collect(toSet()));
        assertThat(deliveries.byKey()).isEqualTo(Deliveries.byKey(published.stream()));
    }

    static ConditionFactory patiently() {
        return await().atMost(PATIENCE);
    }
}
