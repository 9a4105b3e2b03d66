package io.asyncflow.support.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

class ConnectionFollowerTest {

    private static final String LAST = "{\"hasNextPage\": false, \"endCursor\": null}";
    private static final String MORE = "{\"hasNextPage\": true, \"endCursor\": \"next\"}";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final ScriptedGraph graph = new ScriptedGraph();
    private final AtomicReference<@Nullable Instant> newest = new AtomicReference<>();
    private final List<String> taken = new ArrayList<>();
    private Instant now = NOON.plusSeconds(10);

    private final ConnectionFollower follower = new ConnectionFollower(
            new ConnectionFollower.Source(graph.client(), "query", "things", Duration.ofMinutes(1)),
            new ConnectionFollower.Bookmark() {
                @Override
                public Mono<Instant> newest() {
                    return Mono.justOrEmpty(newest.get());
                }

                @Override
                public Mono<Void> moveTo(Instant moment) {
                    return Mono.fromRunnable(() -> newest.accumulateAndGet(
                            moment, (known, next) -> known != null && known.isAfter(next) ? known : next));
                }
            },
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }
            });

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void readsEverythingFirstAndKeepsTheNewestChange() {
        graph.answersPage(thing("a", NOON.minusSeconds(5)), MORE).answersPage(thing("b", NOON), LAST);

        StepVerifier.create(follower.changes(this::take)).verifyComplete();

        assertThat(taken).containsExactly("a", "b");
        assertThat(newest.get()).isEqualTo(NOON);
        assertThat(askedSince()).containsExactly(Instant.EPOCH, Instant.EPOCH);
    }

    @Test
    void readsAgainWhatMayHaveBecomeVisibleLate() {
        newest.set(NOON);
        graph.answersPage("[]", LAST).answersPage("[]", LAST);

        StepVerifier.create(follower.changes(this::take)).verifyComplete();
        StepVerifier.create(follower.changes(this::take)).verifyComplete();

        assertThat(askedSince()).containsExactly(NOON.minusSeconds(60), NOON.minusSeconds(60));
    }

    @Test
    void readsNothingTwiceOnceTheNewestChangeHasSettled() {
        newest.set(NOON);
        now = NOON.plusSeconds(61);
        graph.answersPage("[]", LAST)
                .answersPage(thing("late", NOON.plusSeconds(62)), LAST)
                .answersPage("[]", LAST);

        StepVerifier.create(follower.changes(this::take)).verifyComplete();
        StepVerifier.create(follower.changes(this::take)).verifyComplete();
        StepVerifier.create(follower.changes(this::take)).verifyComplete();

        assertThat(askedSince()).containsExactly(NOON.minusSeconds(60), NOON, NOON.plusSeconds(2));
    }

    @Test
    void goesOnWhereARoundBrokeOff() {
        graph.answersPage(thing("a", NOON), MORE).fails(3).answersPage(thing("b", NOON.plusSeconds(1)), LAST);

        StepVerifier.create(follower.changes(this::take)).verifyError();
        assertThat(newest.get()).isEqualTo(NOON);
        StepVerifier.create(follower.changes(this::take)).verifyComplete();

        assertThat(taken).containsExactly("a", "b");
        assertThat(askedSince().getLast()).isEqualTo(NOON.minusSeconds(60));
    }

    @Test
    void leavesThePageUnreadThatWasNotTaken() {
        graph.answersPage(thing("a", NOON), LAST);

        StepVerifier.create(follower.changes(_ -> Mono.error(new IllegalStateException("disk full"))))
                .verifyErrorMessage("disk full");

        assertThat(newest.get()).isNull();
    }

    @Test
    void asksForTheWholeListWithoutMovingBack() {
        newest.set(NOON);
        graph.answersPage(thing("old", NOON.minusSeconds(500)), LAST);

        StepVerifier.create(follower.everything(this::take)).verifyComplete();

        assertThat(askedSince()).containsExactly(Instant.EPOCH);
        assertThat(newest.get()).isEqualTo(NOON);
    }

    @Test
    void refusesANodeWithoutItsTime() {
        graph.answersPage("[{\"id\": \"a\", \"updatedAt\": \"yesterday\"}]", LAST);

        StepVerifier.create(follower.changes(this::take))
                .verifyErrorSatisfies(failure -> assertThat(failure).hasMessageContaining("updatedAt"));
        assertThat(taken).isEmpty();
    }

    private Mono<Void> take(List<JsonNode> nodes) {
        return Mono.fromRunnable(
                () -> nodes.forEach(node -> taken.add(node.path("id").asString())));
    }

    private List<Instant> askedSince() {
        return graph.asked().stream()
                .map(variables -> Instant.parse(variables.path("since").asString()))
                .toList();
    }

    private static String thing(String id, Instant updatedAt) {
        return "[{\"id\": \"%s\", \"updatedAt\": \"%s\"}]".formatted(id, updatedAt);
    }
}
