package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.GraphQLService;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.JsonValues;
import reactor.core.publisher.Mono;

/** Answers what npm's graphql-http asks when it audits a server. */
final class AuditTarget {

    private AuditTarget() {}

    static final GraphQLService SERVICE = AuditTarget::answer;

    private static Mono<Outcome> answer(ClientRequest request, Caller caller) {
        String query = request.query() == null ? "" : JsonValues.text(request.query());
        if (query.startsWith("mutation")) {
            return Mono.just(
                    FakeService.refused(request.way().readOnly() ? Outcome.Kind.READ_ONLY : Outcome.Kind.REFUSED));
        }
        if (query.equals("{")
                || query.contains("8f31403dfe404bccbb0e835f2629c6a7")
                || query.contains("CoerceFailure")) {
            return Mono.just(FakeService.refused(Outcome.Kind.REFUSED));
        }
        if (query.contains("__type(")) {
            return Mono.just(FakeService.single("{\"data\":{\"__type\":null}}", Outcome.Kind.EXECUTED));
        }
        return Mono.just(FakeService.TYPENAME);
    }
}
