package io.asyncflow.support.events;

import io.asyncflow.service.RequestContext;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reacts to events of some types. Its effect and the note that the event was handled share a transaction, so that the
 * effect happens once, however often the event is delivered. Events of one key of a topic come in their order, one after the
 * other.
 */
public interface EventHandler {

    /**
     * Names its place in the topics, in all of the system: begin it with the service's name. Replicas share it; under a
     * new name everything is handled anew. A type that is added later needs a group of its own, for this one has already
     * passed over its events.
     */
    String group();

    Set<String> types();

    /** The effect, within the transaction. A failure undoes it, and is tried again a few times. */
    Mono<Void> handle(Event event);

    /** The effects of several. One failure undoes all of them; then each is handled alone. */
    default Mono<Void> handleAll(List<Event> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> handle(event)
                        .contextWrite(
                                context -> RequestContext.of(group(), event.id().toString(), event.trace())
                                        .writeTo(context)))
                .then();
    }
}
