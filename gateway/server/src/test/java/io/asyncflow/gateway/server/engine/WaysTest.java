package io.asyncflow.gateway.server.engine;

import static io.asyncflow.gateway.server.engine.RunningGateway.OPEN;
import static io.asyncflow.gateway.server.engine.RunningGateway.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.ClientRequest.Way;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.Outcome.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the way in which a request came has no room for is refused before anything runs. */
class WaysTest {

    private static final String DEFERRED = "mutation { rename(name: \"x\") { name ... @defer { price } } }";

    private final RunningGateway gateway = new RunningGateway(OPEN);

    @BeforeEach
    void serve() {
        gateway.served.take(Supergraphs.FIRST, "first");
    }

    @Test
    void changesNothingForARequestThatMayOnlyRead() {
        String mutation = "mutation { rename(name: \"x\") { name } }";

        expect(gateway.answer(by(new Way(true, true, true), mutation)), Kind.READ_ONLY, "METHOD_NOT_ALLOWED");
        assertThat(gateway.subgraphs.asked).isEmpty();
        assertThat(gateway.answer(request(mutation)).kind()).isEqualTo(Kind.EXECUTED);
    }

    @Test
    void changesNothingForAClientThatDoesNotTakeParts() {
        expect(gateway.answer(by(new Way(false, false, true), DEFERRED)), Kind.UNACCEPTABLE, "NOT_ACCEPTABLE");
        assertThat(gateway.subgraphs.asked).isEmpty();
        assertThat(gateway.ask(DEFERRED).block(RunningGateway.PATIENCE)).isInstanceOf(Outcome.Incremental.class);
    }

    @Test
    void subscribesToNothingForAClientThatDoesNotTakeEvents() {
        var request = by(new Way(false, true, false), "subscription { renamed { name } }");

        expect(gateway.answer(request), Kind.UNACCEPTABLE, "NOT_ACCEPTABLE");
        assertThat(gateway.subgraphs.subscribers).hasValue(0);
    }

    @Test
    void showsThePlanOfWhatAClientCouldNotTake() {
        Outcome.Single answer = gateway.answer(by(Way.PLAIN, DEFERRED), "apollo-expose-query-plan", "dry-run");

        assertThat(answer.response().toString()).contains("\"queryPlan\"");
    }

    private static ClientRequest by(Way way, String query) {
        return new ClientRequest(request(query).query(), null, null, null, way);
    }

    private static void expect(Outcome.Single answer, Kind kind, String code) {
        assertThat(answer.kind()).isEqualTo(kind);
        assertThat(answer.response().toString()).contains("\"code\":\"" + code + "\"");
    }
}
