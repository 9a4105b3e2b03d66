package io.asyncflow.order.offer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationContext;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;

/** Makes a service follow a catalogue step by step, with a follower that neither polls nor remembers failures. */
public final class Follow {

    /** How long a reading of the catalogue may take. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private Follow() {}

    public static void once(ApplicationContext service, URI catalog) {
        with(service, catalog).catchUp().block(PATIENCE);
    }

    static CatalogFollower with(ApplicationContext service, URI catalog) {
        var properties = new CatalogProperties(
                catalog,
                Duration.ofMillis(500),
                DataSize.ofMegabytes(1),
                Duration.ofHours(1),
                Duration.ofHours(1),
                Duration.ofSeconds(30),
                Duration.ofHours(1));
        return new OfferConfiguration()
                .catalogFollower(
                        properties,
                        service.getBean(OfferTable.class),
                        service.getBean(SyncTable.class),
                        WebClient.builder(),
                        new SimpleMeterRegistry(),
                        Clock.systemUTC());
    }
}
