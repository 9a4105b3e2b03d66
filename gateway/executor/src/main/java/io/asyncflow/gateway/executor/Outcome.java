package io.asyncflow.gateway.executor;

import io.asyncflow.gateway.executor.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** What comes of a client's request. */
public sealed interface Outcome {

    /**
     * One response, {@code {"data": ..., "errors": ...}}.
     *
     * @param kind tells transports with status codes which to choose
     */
    record Single(Json response, Kind kind) implements Outcome {}

    /** What a response is about. */
    enum Kind {
        /** The operation ran, perhaps with errors; there is {@code data}. */
        EXECUTED,
        /** The request is wrong: it does not parse, is not valid, or its variables do not fit. There is no {@code data}. */
        REFUSED,
        /** A document was named by a hash that nobody knows. */
        UNKNOWN_DOCUMENT,
        /** A mutation came in a way that may only read. */
        READ_ONLY,
        /** The answer would come in parts or events, which its client does not take. */
        UNACCEPTABLE,
        /** It took longer than it may. */
        TIMED_OUT,
        /** There is more to do than can be done; later it may work. */
        OVERLOADED,
        /** A fault of ours. */
        FAILED
    }

    /** An answer in parts, for {@code @defer}: the first at once, the others as they come. */
    record Incremental(Flux<Part> parts) implements Outcome {}

    /** The responses to a subscription's events. */
    record Events(Flux<Json> responses) implements Outcome {}

    /**
     * A part of an incremental answer.
     *
     * @param initial the first part's response, as in {@link Single}, or null
     * @param pending what is announced with this part
     * @param patches what has come; each ends what was announced under its id
     * @param extensions a JSON object for the part, or null; the first part has its own within its response
     */
    record Part(
            @Nullable Json initial,
            List<Pending> pending,
            List<Patch> patches,
            boolean hasNext,
            @Nullable Json extensions) {

        public Part(@Nullable Json initial, List<Pending> pending, List<Patch> patches, boolean hasNext) {
            this(initial, pending, patches, hasNext, null);
        }

        public Part {
            pending = List.copyOf(pending);
            patches = List.copyOf(patches);
        }
    }

    /**
     * A part of the answer that is to come.
     *
     * @param path the keys (strings) and list positions (integers) of the object that it adds to
     */
    record Pending(int id, @Nullable String label, List<Object> path) {

        public Pending {
            path = List.copyOf(path);
        }
    }

    /**
     * A part of the answer that has come.
     *
     * @param data the object's fields, or null where one that cannot be null is
     * @param errors a JSON array, or null where there are none
     */
    record Patch(
            Pending pending, @Nullable Json data, @Nullable Json errors) {}
}
