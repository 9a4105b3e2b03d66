package io.asyncflow.order;

import static io.asyncflow.order.Shelf.product;
import static io.asyncflow.order.Shelf.variant;

import io.asyncflow.order.StandInCatalog.Product;
import io.asyncflow.order.StandInCatalog.Variant;
import io.asyncflow.order.offer.Follow;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.testing.StatementCounter;
import io.asyncflow.testing.SubgraphTest;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The order service beside a catalogue that holds a few products. It polls so rarely that no test meets a poll: it asks
 * when somebody asks for something unknown, or when a test makes it {@link #follow()}.
 */
@SubgraphTest
@TestPropertySource(
        properties = {
            "asyncflow.order.catalog.poll=1h",
            "asyncflow.order.catalog.timeout=1s",
            "asyncflow.order.catalog.patience=2s"
        })
public abstract class WithCatalog {

    protected static final StandInCatalog CATALOG = new StandInCatalog();

    protected static final Product MUG = product(
            "Morning Fog Mug",
            variant("MUG-S", "Grey / 350 ml", "12000", "8.99"),
            variant("MUG-L", "Grey / 500 ml", "15000", "10.99"));
    protected static final Variant SMALL = MUG.variants().get(0);
    protected static final Variant LARGE = MUG.variants().get(1);
    protected static final Variant TEA = variant("TEA", "Default Title", "9900", "7.01");

    static {
        CATALOG.put(MUG);
        CATALOG.put(product("Jeju Tea", TEA));
    }

    @Autowired
    protected ApplicationContext service;

    @Autowired
    protected HttpGraphQlTester http;

    @Autowired
    protected StatementCounter counter;

    @DynamicPropertySource
    static void catalog(DynamicPropertyRegistry properties) {
        properties.add("asyncflow.order.catalog.url", CATALOG::url);
    }

    protected static UserId someone() {
        return new UserId(Uuid7.next(Clock.systemUTC()));
    }

    /** Lets the service learn what has changed in the catalogue. */
    protected void follow() {
        Follow.once(service, CATALOG.url());
    }
}
