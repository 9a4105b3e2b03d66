package io.asyncflow.ai.recommendation;

import io.asyncflow.ai.catalog.CatalogFollower;
import io.asyncflow.ai.catalog.ProductProfiles;
import io.asyncflow.ai.similarity.ProductIndex;
import io.asyncflow.ai.similarity.ProductIndexBuilder;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * The index of all profiles, built anew when they change and swapped at once: who asks meanwhile is answered by the old
 * one. However fast changes come, there is a pause between two builds.
 */
@Component
public class LiveIndex implements SmartLifecycle {

    /**
     * An index and the state of the profiles that it shows.
     *
     * @param version null of the empty one that stands in until the first is built
     */
    public record Edition(@Nullable UUID version, ProductIndex index) {}

    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

    private final CatalogFollower catalog;
    private final ProductProfiles profiles;
    private final RecommendationProperties properties;
    private final AtomicReference<Edition> current;
    private final Timer builds;
    private @Nullable Disposable running;

    LiveIndex(
            CatalogFollower catalog,
            ProductProfiles profiles,
            RecommendationProperties properties,
            MeterRegistry metrics) {
        this.catalog = catalog;
        this.profiles = profiles;
        this.properties = properties;
        this.current = new AtomicReference<>(new Edition(null, builder().build()));
        this.builds = metrics.timer("recommendations.index.build");
        Gauge.builder(
                        "recommendations.index.products",
                        () -> current.get().index().size())
                .register(metrics);
    }

    public Edition current() {
        return current.get();
    }

    @Override
    public void start() {
        running = catalog.versions()
                .onBackpressureLatest()
                .concatMap(this::caughtUp, 1)
                .contextCapture()
                .subscribe();
    }

    @Override
    public void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private Mono<?> caughtUp(UUID version) {
        if (version.equals(current.get().version())) {
            return Mono.empty();
        }
        return rebuilt()
                .doOnNext(current::set)
                .then(Mono.delay(properties.rebuildPause()))
                // The version is announced again after each round: the next one repeats what failed.
                .onErrorResume(failure -> Mono.fromRunnable(
                        () -> LOG.warn("Going on with the old index: the new one could not be built", failure)));
    }

    /** The version is read before the profiles: at worst an edition holds more than its version says, and is rebuilt. */
    private Mono<Edition> rebuilt() {
        return profiles.version().flatMap(version -> {
            long began = System.nanoTime();
            return profiles.all()
                    .collect(this::builder, ProductIndexBuilder::add)
                    .map(builder -> new Edition(version, builder.build()))
                    .doOnNext(_ -> builds.record(System.nanoTime() - began, TimeUnit.NANOSECONDS));
        });
    }

    private ProductIndexBuilder builder() {
        return new ProductIndexBuilder(properties.useAttributes());
    }
}
