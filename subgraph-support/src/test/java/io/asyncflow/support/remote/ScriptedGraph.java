package io.asyncflow.support.remote;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another service's graph that gives the answers it was told to, one after another, and then fails. */
final class ScriptedGraph implements AutoCloseable {

    private record Answer(int status, String body) {}

    private static final Answer SILENCE = new Answer(0, "");

    private final LinkedBlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final List<JsonNode> variables = new CopyOnWriteArrayList<>();
    private final DisposableServer server = HttpServer.create()
            .port(0)
            .host("127.0.0.1")
            .handle((request, response) -> request.receive()
                    .aggregate()
                    .asString()
                    .doOnNext(body ->
                            variables.add(JsonMapper.shared().readTree(body).path("variables")))
                    .flatMap(_ -> {
                        var answer = answers.poll();
                        var given = answer == null ? new Answer(500, "") : answer;
                        if (given == SILENCE) {
                            return Mono.never();
                        }
                        return response.status(given.status())
                                .header("Content-Type", "application/json")
                                .sendString(Mono.just(given.body()))
                                .then();
                    }))
            .bindNow();

    ScriptedGraph answers(String body) {
        answers.add(new Answer(200, body));
        return this;
    }

    ScriptedGraph answersPage(String nodes, String pageInfo) {
        return answers("""
                {"data": {"things": {"nodes": %s, "pageInfo": %s}}}""".formatted(nodes, pageInfo));
    }

    ScriptedGraph fails(int times) {
        for (int i = 0; i < times; i++) {
            answers.add(new Answer(503, "busy"));
        }
        return this;
    }

    ScriptedGraph refuses() {
        answers.add(new Answer(400, "what?"));
        return this;
    }

    ScriptedGraph staysSilent(int times) {
        for (int i = 0; i < times; i++) {
            answers.add(SILENCE);
        }
        return this;
    }

    /** The variables of each request, in order. */
    List<JsonNode> asked() {
        return variables;
    }

    RemoteGraph client() {
        return client(Duration.ofSeconds(5), RemoteGraph.breaker("scripted", new SimpleMeterRegistry()));
    }

    RemoteGraph client(Duration timeout, CircuitBreaker breaker) {
        var properties = new RemoteProperties(
                URI.create("http://127.0.0.1:" + server.port() + "/graphql"), timeout, DataSize.ofKilobytes(16));
        return new RemoteGraph(properties, WebClient.builder(), breaker);
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
