package io.asyncflow.support.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What {@link Bus} promises while members and servers come and go, whatever it is made of. */
abstract class OutageContract extends BusFixture {

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
        assertThat(deliveries().members()).contains("leaving", "staying");
    }

    @Test
    void deliversAgainWhatAMemberHadInHandWhenItDied() throws Exception {
        var events = mixed(keys(16), 160);
        publish(events);
        try (var hung = HungMember.start(servers().settings(), "group", topic())) {
            List<UUID> inHand = hung.inHand();
            await().during(Duration.ofSeconds(2)).until(() -> lag("group") == 160);
            hung.close();
            join("heir");

            awaitAll(160);
            assertThat(deliveries().firsts()).extracting(Event::id).containsAll(inHand);
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
            assertThat(deliveries().members()).containsExactlyInAnyOrder("first", "second", "third");
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
        patiently().until(() -> deliveries().count() > 200);
        servers().restart();

        patiently().until(published::isDone);
        awaitAll(2000);
        assertThat(published).isCompleted();
        assertInOrder(events);
    }

    @Test
    void losesNothingThatNobodyHadTakenWhenTheServersWentAway() {
        var events = mixed(keys(8), 200);
        publish(events);
        servers().restart();
        join("late");

        awaitAll(200);
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
        var publishing = bus().publish(events).timeout(Duration.ofSeconds(2)).toFuture();
        patiently().pollInterval(Duration.ofMillis(2)).until(() -> deliveries().count() > 1);
        signal("STOP");
        patiently().until(publishing::isDone);
        signal("CONT");
        assertThat(publishing).as("it was stopped in the middle").isCompletedExceptionally();
        var later = Stream.of("first", "key0", "key1", "key2", "key3")
                .map(key -> event(key, 0, "later"))
                .toList();
        publish(later);

        patiently().untilAsserted(() -> assertThat(deliveries().firsts()).containsAll(later));
        var expected = Deliveries.byKey(Stream.concat(Stream.of(first), events.stream()));
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> deliveries().byKey().forEach((key, delivered) -> {
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
            StepVerifier.create(bus().publish(events).timeout(Duration.ofMillis(700)))
                    .verifyError();
        }
        signal("CONT");
        publish(events);

        awaitAll(3004);
        var before = deliveries().firsts().subList(0, 4);
        assertInOrder(Stream.of(before, events).flatMap(List::stream).toList());
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
        new ProcessBuilder("kill", "-" + name, Long.toString(servers().pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** So that it has something in hand when it leaves. */
    private Disposable joinSlowly(String member) {
        return member(
                another(),
                "group",
                batch -> deliveries()
                        .by(member)
                        .apply(batch)
                        .then(Mono.delay(Duration.ofMillis(batch.size() % 20)))
                        .then());
    }
}
