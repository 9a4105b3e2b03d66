package io.asyncflow.support.events;

import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reacts to events of some types. Its effect and the note that the event was handled share a transaction, so that the
 * effect happens once, however often the event is delivered. Events of one key come in their order, one after the other.
 */
public interface EventHandler {

    /** Names its place in the topics; replicas share it. Under a new name everything is handled anew. */
    String group();

    Set<String> types();

    /** The effect, within the transaction. A failure undoes it, and is tried again a few times. */
    Mono<Void> handle(Event event);

    /** The effects of several. One failure undoes all of them; then each is handled alone. */
    default Mono<Void> handleAll(List<Event> events) {
        return Flux.fromIterable(events).concatMap(this::handle).then();
    }
}
