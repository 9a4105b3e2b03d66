package io.asyncflow.support.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What {@link Bus} promises while everything works, whatever it is made of. */
abstract class DeliveryContract extends BusFixture {

    @Test
    void deliversWhatWasPublished() {
        var traced = new Event(
                UUID.randomUUID(),
                topic() + ".happened",
                "a key with Ümläut",
                Instant.parse("2026-11-22T01:02:03.123456789Z"),
                "{\"text\":\"Grüße, 안녕\"}",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        Event untraced = event("other", 1);
        join("one");
        publish(traced, untraced);

        awaitAll(2);
        assertThat(deliveries().firsts()).containsExactlyInAnyOrder(traced, untraced);
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
        member(bus(), "group", batch -> {
            if (failing.get() && batch.stream().anyMatch(event -> event.key().equals(unlucky))) {
                attempts.add(batch);
                return Mono.error(new IllegalStateException("It cannot be taken now"));
            }
            return deliveries().by("one").apply(batch);
        });

        patiently().untilAsserted(() -> {
            assertThat(attempts).hasSizeGreaterThan(3);
            assertThat(deliveries().count()).isGreaterThan(16);
        });
        Event stuck = events.getFirst();
        assertThat(attempts).allSatisfy(batch -> assertThat(batch).contains(stuck));
        assertThat(deliveries().firsts()).doesNotContain(stuck);
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
                bus(),
                "group",
                batch -> Mono.fromRunnable(() -> {
                            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                            largest.accumulateAndGet(batch.size(), Math::max);
                        })
                        .then(Mono.delay(Duration.ofMillis(20)))
                        .doOnNext(_ -> atOnce.decrementAndGet())
                        .then(deliveries().by("one").apply(batch)));

        awaitAll(1000);
        assertThat(most).hasValue(1);
        assertThat(largest.get()).isBetween(2, Bus.BATCH);
    }

    @Test
    void finishesWhatIsInHandAtTheEnd() {
        var begun = new AtomicInteger();
        var end = Sinks.<Void>empty();
        publish(mixed(List.of("only"), 300));
        var delivery = bus().deliver(
                        "group",
                        Set.of(topic()),
                        batch -> Mono.fromRunnable(begun::incrementAndGet)
                                .then(Mono.delay(Duration.ofSeconds(1)))
                                .then(deliveries().by("one").apply(batch)),
                        end.asMono())
                .then()
                .toFuture();
        patiently().untilAtomic(begun, is(1));
        end.tryEmitEmpty();

        patiently().until(delivery::isDone);
        assertThat(delivery).isCompleted();
        assertThat(begun).hasValue(1);
        assertThat(deliveries().count()).isBetween(1, Bus.BATCH);
        assertThat(lag("group")).isEqualTo(300 - deliveries().count());
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
        member(bus(), "group", _ -> Mono.never());
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
    void publishesNothingWhenThereIsNothing() {
        StepVerifier.create(bus().publish(List.of())).verifyComplete();
    }
}
