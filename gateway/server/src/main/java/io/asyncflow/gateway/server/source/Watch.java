package io.asyncflow.gateway.server.source;

import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One subscriber's watch over a source: it remembers what it saw. Looks never overlap. */
interface Watch {

    /** Looks once; empty where there is nothing to say yet. */
    Mono<Loaded> look();

    /** How long to wait now until the next look. */
    Duration pause();

    /** Looks again and again, and tells what is new. */
    static Flux<Loaded> changes(Supplier<Watch> watches, String origin) {
        return Flux.defer(() -> {
            Watch watch = watches.get();
            var news = new News();
            return Mono.defer(watch::look)
                    .onErrorResume(e -> Mono.just(new Loaded.Failed(Reasons.of(e), origin)))
                    .repeatWhen(looks -> looks.concatMap(_ -> Mono.delay(watch.pause()), 1))
                    .concatMapIterable(loaded -> news.of(loaded).stream().toList(), 1);
        });
    }
}
