package io.asyncflow.gateway.server.subgraph.live;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.message.JsonObject;
import io.asyncflow.gateway.server.message.MalformedMessage;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpStatusClass;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Subscriptions over event streams, each a request of its own. A stream is read as fast as its events are asked for;
 * beyond, the subgraph has to wait.
 */
final class EventStreams {

    private final HttpClient http;
    private final SubscriptionSettings settings;

    EventStreams(HttpClient http, SubscriptionSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** @param running called when the subgraph has taken it */
    Flux<Json> subscribe(Target target, Json body, Runnable running) {
        Faults faults = new Faults(target.subgraph());
        return Flux.defer(() -> events(target, body, faults))
                .timeout(late(), event -> Mono.never(), Flux.error(faults.late()))
                .<Json>handle((event, sink) -> handle(event, sink, running, faults));
    }

    /** Only the answer's beginning has to come in time; between events there may be any. */
    private Mono<Long> late() {
        return Mono.delay(settings.handshakeTimeout());
    }

    private Flux<ServerSentEvent> events(Target target, Json body, Faults faults) {
        return http.doOnConnected(connection -> Probes.every(target.heartbeat(), connection.channel()))
                .headers(headers -> {
                    target.write(headers);
                    headers.set(HttpHeaderNames.ACCEPT, "text/event-stream");
                    headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
                })
                .post()
                .uri(target.url())
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body.bytes(), body.from(), body.length())))
                .response((response, content) -> read(response, content, faults))
                .onErrorMap(failure -> faults.broken(failure, false));
    }

    private Flux<ServerSentEvent> read(HttpClientResponse response, ByteBufFlux content, Faults faults) {
        String type = response.responseHeaders()
                .get(HttpHeaderNames.CONTENT_TYPE, "")
                .toLowerCase(Locale.ROOT)
                .split(";", 2)[0]
                .strip();
        boolean successful = response.status().codeClass() == HttpStatusClass.SUCCESS;
        if (successful && type.equals("text/event-stream")) {
            return stream(content, faults);
        }
        boolean serverError = response.status().codeClass() == HttpStatusClass.SERVER_ERROR;
        if (!serverError && (type.equals("application/json") || type.equals("application/graphql-response+json"))) {
            return answer(content, faults);
        }
        return Flux.error(successful ? faults.invalid() : faults.status(response.status()));
    }

    private Flux<ServerSentEvent> stream(ByteBufFlux content, Faults faults) {
        EventStreamReader reader =
                new EventStreamReader(settings.maxMessageSize().toBytes(), faults);
        Flux<ServerSentEvent> events = content.asByteArray()
                .concatMapIterable(reader::read, 1)
                .onErrorMap(failure -> faults.broken(failure, true))
                // Without an event that says so the subscription has not ended, only its connection.
                .concatWith(Mono.error(faults::lost));
        return Flux.just(ServerSentEvent.OPENED).concatWith(events);
    }

    /** A subgraph that does not even begin a stream says why in a response as of a query. */
    private Flux<ServerSentEvent> answer(ByteBufFlux content, Faults faults) {
        long most = settings.maxMessageSize().toBytes();
        return content.asByteArray()
                .collect(ByteArrayOutputStream::new, (all, piece) -> {
                    if (all.size() + (long) piece.length > most) {
                        throw faults.tooLarge();
                    }
                    all.writeBytes(piece);
                })
                .map(all -> new ServerSentEvent("next", Json.of(all.toByteArray())))
                .flatMapMany(only -> Flux.just(only, new ServerSentEvent("complete", Json.of(""))));
    }

    private static void handle(ServerSentEvent event, SynchronousSink<Json> sink, Runnable running, Faults faults) {
        if (event == ServerSentEvent.OPENED) {
            running.run();
            return;
        }
        switch (event.name()) {
            case "complete" -> sink.complete();
            // Some servers do not name their events.
            case "next", "message", "" -> next(event.data(), sink, faults);
            default -> {}
        }
    }

    private static void next(Json data, SynchronousSink<Json> sink, Faults faults) {
        try {
            JsonObject.read(data);
            sink.next(data);
        } catch (MalformedMessage malformed) {
            sink.error(faults.invalid());
        }
    }
}
