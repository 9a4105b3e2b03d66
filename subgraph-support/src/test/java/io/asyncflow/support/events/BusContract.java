package io.asyncflow.support.events;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

/** What {@link Bus} promises, whatever it is made of. */
abstract class BusContract {

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

    /** What leads a service to the bus. */
    protected abstract Map<String, String> settings();

    /** The servers go away and come back with what they kept. */
    protected abstract void restartServers();

    /** The process of the server. */
    protected abstract long server();

    @BeforeEach
    void connect() {
        bus = another();
    }

    @AfterEach
    void disconnect() {
        members.forEach(Disposable::dispose);
        connections.forEach(BusConnection::close);
    }

    @Test
    void deliversWhatWasPublished() {
        var traced = new Event(
                UUID.randomUUID(),
                topic + ".happened",
                "a key with Ümläut",
                Instant.parse("2026-11-22T01:02:03.123456789Z"),
                "{\"text\":\"Grüße, 안녕\"}",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        Event untraced = event("other", 1);
        join("one");
        publish(traced, untraced);

        awaitAll(2);
        assertThat(deliveries.firsts()).containsExactlyInAnyOrder(traced, untraced);
    }

    @Test
    void keepsTheOrderOfEachKeyUnderSeveralPublishersAndMembers() {
        Stream.of("one", "two", "three").forEach(this::join);
        var streams = Stream.of("a", "b", "c")
                .map(publisher -> mixed(List.of(publisher + 1, publisher + 2, publisher + 3, publisher + 4), 1000))
                .toList();
        StepVerifier.create(Flux.fromIterable(streams)
                        .flatMap(
                                events -> {
                                    Bus publisher = another();
                                    return Flux.fromIterable(events).buffer(70).concatMap(publisher::publish, 1);
                                },
                                streams.size()))
                .verifyComplete();

        awaitAll(3000);
        assertInOrder(streams.stream().flatMap(List::stream).toList());
    }

    @Test
    void givesEverythingToEachGroup() {
        var others = new Deliveries();
        join("one");
        member(another(), "others", others.by("other"));
        var events = mixed(keys(8), 100);
        publish(events);

        awaitAll(100);
        patiently().untilAsserted(() -> assertThat(others.count()).isEqualTo(100));
    }

    @Test
    void beginsWithTheOldestForANewGroup() {
        var events = mixed(keys(8), 300);
        publish(events);
        join("late");

        awaitAll(300);
        assertInOrder(events);
    }

    @Test
    void repeatsWhatCouldNotBeTakenWhileOtherLanesGoOn() {
        var failing = new AtomicBoolean(true);
        var attempts = new CopyOnWriteArrayList<List<Event>>();
        var events = mixed(keys(64), 64);
        String unlucky = events.getFirst().key();
        publish(events);
        member(bus, "group", batch -> {
            if (failing.get() && batch.stream().anyMatch(event -> event.key().equals(unlucky))) {
                attempts.add(batch);
                return Mono.error(new IllegalStateException("It cannot be taken now"));
            }
            return deliveries.by("one").apply(batch);
        });

        patiently().untilAsserted(() -> {
            assertThat(attempts).hasSizeGreaterThan(3);
            assertThat(deliveries.count()).isGreaterThan(16);
        });
        Event stuck = events.getFirst();
        assertThat(attempts).allSatisfy(batch -> assertThat(batch).contains(stuck));
        assertThat(deliveries.firsts()).doesNotContain(stuck);
        failing.set(false);
        awaitAll(64);
        assertInOrder(events);
    }

    @Test
    void handsTheNextBatchOutWhenTheOneBeforeWasTaken() {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var largest = new AtomicInteger();
        publish(mixed(List.of("only"), 1000));
        member(
                bus,
                "group",
                batch -> Mono.fromRunnable(() -> {
                            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                            largest.accumulateAndGet(batch.size(), Math::max);
                        })
                        .then(Mono.delay(Duration.ofMillis(20)))
                        .doOnNext(_ -> atOnce.decrementAndGet())
                        .then(deliveries.by("one").apply(batch)));

        awaitAll(1000);
        assertThat(most).hasValue(1);
        assertThat(largest.get()).isBetween(2, Bus.BATCH);
    }

    @Test
    void passesTheLanesOfAMemberThatLeavesToOthers() {
        Disposable leaving = join("leaving");
        var before = mixed(keys(16), 160);
        publish(before);
        awaitAll(160);
        leaving.dispose();
        join("staying");
        var after = mixed(keys(16), 160);
        publish(after);

        awaitAll(320);
        assertInOrder(Stream.of(before, after).flatMap(List::stream).toList());
        assertThat(deliveries.members()).contains("leaving", "staying");
    }

    @Test
    void deliversAgainWhatAMemberHadInHandWhenItDied() throws Exception {
        var events = mixed(keys(16), 160);
        publish(events);
        try (var hung = HungMember.start(settings(), "group", topic)) {
            List<UUID> inHand = hung.inHand();
            await().during(Duration.ofSeconds(2)).until(() -> lag("group") == 160);
            hung.close();
            join("heir");

            awaitAll(160);
            assertThat(deliveries.firsts()).extracting(Event::id).containsAll(inHand);
            assertInOrder(events);
        }
    }

    @Test
    void sharesTheLanesAmongThoseWhoJoin() {
        join("first");
        publish(mixed(keys(16), 16));
        awaitAll(16);
        join("second");
        join("third");

        patiently().pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            publish(mixed(keys(32), 32));
            assertThat(deliveries.members()).containsExactlyInAnyOrder("first", "second", "third");
        });
    }

    @Test
    void goesOnByItselfWhenTheServersComeBack() {
        join("one");
        join("two");
        var events = mixed(keys(8), 2000);
        var published = Flux.fromIterable(events)
                .buffer(20)
                .delayElements(Duration.ofMillis(30))
                .concatMap(this::published, 1)
                .then()
                .toFuture();
        patiently().until(() -> deliveries.count() > 200);
        restartServers();

        patiently().until(published::isDone);
        awaitAll(2000);
        assertThat(published).isCompleted();
        assertInOrder(events);
    }

    @Test
    void losesNothingThatNobodyHadTakenWhenTheServersWentAway() {
        var events = mixed(keys(8), 200);
        publish(events);
        restartServers();
        join("late");

        awaitAll(200);
        assertInOrder(events);
    }

    @Test
    void countsWhatAGroupHasNotTaken() {
        assertThat(lag("group")).isZero();
        publish(mixed(keys(8), 50));
        assertThat(lag("group")).isEqualTo(50);
        join("one");
        awaitAll(50);
        patiently().untilAsserted(() -> assertThat(lag("group")).isZero());

        assertThat(lag("another")).isEqualTo(50);
    }

    @Test
    void countsWhatIsInHandAsNotTaken() {
        member(bus, "group", _ -> Mono.never());
        publish(mixed(List.of("only"), 5));
        publish(mixed(List.of("only"), 5));
        patiently()
                .during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(lag("group")).isEqualTo(10));
    }

    @Test
    void carriesLargeEvents() {
        var events = IntStream.range(0, 20)
                .mapToObj(i -> event("large" + i % 2, i, "x".repeat(512 * 1024)))
                .toList();
        join("one");
        publish(events);

        awaitAll(20);
        assertInOrder(events);
    }

    @Test
    void keepsOnlyTheFirstOfEachLaneWhenPublishingIsGivenUp() throws Exception {
        join("one");
        Event first = event("first", 0);
        publish(first);
        awaitAll(1);
        var events = IntStream.range(0, 4000)
                .mapToObj(i -> event("key" + i % 4, i, "x".repeat(2000)))
                .toList();
        var publishing = bus.publish(events).timeout(Duration.ofSeconds(2)).toFuture();
        patiently().pollInterval(Duration.ofMillis(2)).until(() -> deliveries.count() > 1);
        signal("STOP");
        patiently().until(publishing::isDone);
        signal("CONT");
        assertThat(publishing).as("it was stopped in the middle").isCompletedExceptionally();
        var later = Stream.of("first", "key0", "key1", "key2", "key3")
                .map(key -> event(key, 0, "later"))
                .toList();
        publish(later);

        patiently().untilAsserted(() -> assertThat(deliveries.firsts()).containsAll(later));
        var expected = Deliveries.byKey(Stream.concat(Stream.of(first), events.stream()));
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> deliveries.byKey().forEach((key, delivered) -> {
                    int kept = delivered.size() - 1;
                    assertThat(delivered.subList(0, kept))
                            .isEqualTo(expected.getOrDefault(key, List.of()).subList(0, kept));
                    assertThat(delivered.getLast()).contains("later");
                }));
    }

    @Test
    void keepsOrderWhenWhatWasGivenUpIsPublishedAgain() throws Exception {
        join("one");
        publish(mixed(keys(4), 4));
        awaitAll(4);
        var events = mixed(keys(4), 3000);
        signal("STOP");
        for (int attempt = 0; attempt < 2; attempt++) {
            StepVerifier.create(bus.publish(events).timeout(Duration.ofMillis(700)))
                    .verifyError();
        }
        signal("CONT");
        publish(events);

        awaitAll(3004);
        var before = deliveries.firsts().subList(0, 4);
        assertInOrder(Stream.of(before, events).flatMap(List::stream).toList());
    }

    @Test
    void publishesNothingWhenThereIsNothing() {
        StepVerifier.create(bus.publish(List.of())).verifyComplete();
    }

    @Test
    void keepsOrderWhileMembersComeAndGo() {
        var random = new Random(6);
        var slots = new ArrayList<Disposable>();
        IntStream.range(0, 4).forEach(i -> slots.add(joinSlowly("member " + i)));
        var events = mixed(keys(40), 10_000);
        var published = Flux.fromIterable(events)
                .buffer(100)
                .delayElements(Duration.ofMillis(50))
                .concatMap(this::published, 1)
                .then()
                .toFuture();
        patiently().pollInterval(Duration.ofMillis(400)).until(() -> {
            int slot = random.nextInt(slots.size());
            if (slots.get(slot).isDisposed()) {
                slots.set(slot, joinSlowly("member " + slot + " anew"));
            } else {
                slots.get(slot).dispose();
            }
            return published.isDone();
        });
        join("last");

        awaitAll(10_000);
        assertInOrder(events);
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(server()))
                .inheritIO()
                .start()
                .waitFor();
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

    private Bus another() {
        var connection = BusConnection.open(settings());
        connections.add(connection);
        return connection.bus();
    }

    /** In a process of its own, as far as the bus can tell. */
    final Disposable join(String member) {
        return member(another(), "group", deliveries.by(member));
    }

    /** So that it has something in hand when it leaves. */
    private Disposable joinSlowly(String member) {
        return member(
                another(),
                "group",
                batch -> deliveries
                        .by(member)
                        .apply(batch)
                        .then(Mono.delay(Duration.ofMillis(batch.size() % 20)))
                        .then());
    }

    private Disposable member(Bus end, String group, Function<List<Event>, Mono<Void>> take) {
        Disposable member = end.deliver(group, Set.of(topic), take).subscribe();
        members.add(member);
        return member;
    }

    final void publish(Event... events) {
        publish(List.of(events));
    }

    private void publish(List<Event> events) {
        StepVerifier.create(published(events)).verifyComplete();
    }

    /** As a relay does: the same again until they are kept. */
    private Mono<Void> published(List<Event> events) {
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

    private static List<String> keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "key" + i).toList();
    }

    private List<Event> mixed(List<String> keys, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> event(keys.get(i % keys.size()), i))
                .toList();
    }

    private Event event(String key, int number) {
        return event(key, number, "");
    }

    final Event event(String key, int number, String text) {
        String data = "{\"number\":" + number + ",\"text\":\"" + text + "\"}";
        return new Event(UUID.randomUUID(), topic + ".happened", key, Instant.now(), data, null);
    }

    private void awaitAll(int count) {
        patiently().untilAsserted(() -> assertThat(deliveries.count()).isGreaterThanOrEqualTo(count));
    }

    private void assertInOrder(Collection<Event> published) {
        assertThat(deliveries.firsts().stream().map(Event::id).collect(toSet()))
                .isEqualTo(published.stream().map(Event::id).collect(toSet()));
        assertThat(deliveries.byKey()).isEqualTo(Deliveries.byKey(published.stream()));
    }

    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE);
    }
}
