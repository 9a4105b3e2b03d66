package io.asyncflow.gateway.server;

import io.asyncflow.gateway.server.engine.ServedGraph;
import io.asyncflow.gateway.server.source.Loaded;
import io.asyncflow.gateway.server.source.SupergraphSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/** Brings what the source has to where it is served. The server's port opens once there is a first graph, if that is soon. */
final class SupergraphFeed implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SupergraphFeed.class);

    /** Before the web server. */
    private static final int PHASE = 0;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final SupergraphSource source;
    private final ServedGraph served;
    private final CountDownLatch first = new CountDownLatch(1);
    private @Nullable Disposable subscription;

    SupergraphFeed(SupergraphSource source, ServedGraph served) {
        this.source = source;
        this.served = served;
    }

    @Override
    public void start() {
        subscription = source.changes()
                .publishOn(Schedulers.boundedElastic())
                .subscribe(this::take, failure -> LOG.error("The supergraph is not watched any more", failure));
        try {
            if (!first.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("There is no supergraph yet; /readiness answers 503 until there is");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever comes of one element, the next one is taken. */
    private void take(Loaded loaded) {
        try {
            tell(loaded);
        } catch (RuntimeException | StackOverflowError unexpected) {
            LOG.error("Not everybody was told of {}", loaded.origin(), unexpected);
        } finally {
            first.countDown();
        }
    }

    private void tell(Loaded loaded) {
        switch (loaded) {
            case Loaded.Found(String sdl, String origin) -> served.take(sdl, origin);
            case Loaded.Failed(String message, String origin) -> served.refuse(message, origin);
            case Loaded.Unchanged(String origin) -> served.confirm(origin);
        }
    }

    @Override
    public void stop() {
        Disposable running = subscription;
        if (running != null) {
            running.dispose();
        }
        subscription = null;
    }

    @Override
    public boolean isRunning() {
        return subscription != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
