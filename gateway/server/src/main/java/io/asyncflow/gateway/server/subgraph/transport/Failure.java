package io.asyncflow.gateway.server.subgraph.transport;

import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.json.Json;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A request that did not end well; inside the gateway it still carries what retries and circuit breakers go by. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final int status;
    private final transient @Nullable Json body;

    private Failure(Fault fault, int status, @Nullable Json body) {
        super(fault.name(), null, false, false);
        this.fault = fault;
        this.status = status;
        this.body = body;
    }

    public static Failure of(Fault fault) {
        return new Failure(fault, 0, null);
    }

    /** A status of failure; the body is GraphQL's, or null where the answer has none. */
    static Failure ofStatus(int status, @Nullable Json body) {
        return new Failure(Fault.ofStatus(status), status, body);
    }

    public Fault fault() {
        return fault;
    }

    /** What is handed on: what the subgraph has to say for itself, or else an error that names it. */
    public Mono<Json> answer(String subgraph) {
        return body == null ? Mono.error(toException(subgraph)) : Mono.just(body);
    }

    private SubgraphException toException(String subgraph) {
        String number = status == 0 ? "" : " " + status;
        return new SubgraphException(fault.code(), "The subgraph " + subgraph + " " + fault.phrase() + number);
    }
}
