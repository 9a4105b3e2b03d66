package io.asyncflow.support.remote;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Keeps up with a list of another service's graph, which that service gives in the order of {@code updatedAt}. The
 * document takes {@code $since} and {@code $after}. A page counts as read once it was taken, so a round that breaks off
 * goes on where it stopped, and may deliver a node twice.
 *
 * <p>A change carries a time from before its transaction ended, and becomes visible after it. So each round starts one
 * overlap before the newest change that is known; only when a round began an overlap after that change, and so must have
 * seen all its neighbours, does the next one start at the change itself.
 */
public final class ConnectionFollower {

    /** How far the list was read. Belongs where that which was read is kept. */
    public interface Bookmark {

        /** When the newest change was made that was read; empty before the first. */
        Mono<Instant> newest();

        /** Never moves back: an earlier time changes nothing. */
        Mono<Void> moveTo(Instant newest);
    }

    /**
     * What is followed.
     *
     * @param field the root field that holds the connection
     * @param overlap longer than a transaction there takes, and than the clocks differ
     */
    public record Source(RemoteGraph graph, String document, String field, Duration overlap) {}

    private final Source source;
    private final Bookmark bookmark;
    private final Clock clock;
    private volatile Instant caughtUpAt = Instant.MIN;

    public ConnectionFollower(Source source, Bookmark bookmark, Clock clock) {
        this.source = source;
        this.bookmark = bookmark;
        this.clock = clock;
    }

    /** Hands over what changed since the last round. */
    public Mono<Void> changes(Function<List<JsonNode>, Mono<Void>> take) {
        return bookmark.newest().map(this::since).defaultIfEmpty(Instant.EPOCH).flatMap(since -> read(since, take));
    }

    /** Hands over the whole list: what is missing in it is gone. */
    public Mono<Void> everything(Function<List<JsonNode>, Mono<Void>> take) {
        return read(Instant.EPOCH, take);
    }

    private Instant since(Instant newest) {
        Instant settled = newest.plus(source.overlap());
        return settled.isBefore(caughtUpAt) ? newest : newest.minus(source.overlap());
    }

    private Mono<Void> read(Instant since, Function<List<JsonNode>, Mono<Void>> take) {
        return Mono.defer(() -> {
            Instant began = clock.instant();
            return source.graph()
                    .pages(source.document(), Map.of("since", since.toString()), source.field())
                    .concatMap(page -> taken(page.valueStream().toList(), take), 1)
                    .then(Mono.fromRunnable(() -> caughtUpAt = began));
        });
    }

    private Mono<Void> taken(List<JsonNode> nodes, Function<List<JsonNode>, Mono<Void>> take) {
        return nodes.stream()
                .map(ConnectionFollower::updatedAt)
                .max(Comparator.naturalOrder())
                .map(newest -> take.apply(nodes).then(bookmark.moveTo(newest)))
                .orElse(Mono.empty());
    }

    private static Instant updatedAt(JsonNode node) {
        try {
            return OffsetDateTime.parse(node.path("updatedAt").asString("")).toInstant();
        } catch (DateTimeException malformed) {
            throw new RemoteGraphException("a node without a readable updatedAt");
        }
    }
}
