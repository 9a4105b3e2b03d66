package io.asyncflow.order.cart;

import static io.asyncflow.order.Shelf.newId;
import static io.asyncflow.order.cart.CartClient.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Carts beside a catalogue that does not answer, and one that is asked too often. */
class CartOutageIT extends WithCarts {

    @BeforeEach
    void know() {
        follow();
        CATALOG.forget();
    }

    @AfterEach
    void behave() {
        CATALOG.behave();
    }

    @Test
    void goesOnWithWhatIsKnown() {
        CATALOG.misbehave(Mono::never);

        var cart = guest().createWith(line(TEA.id(), 2));
        assertThat(guest().update(cart.id(), Map.of("id", cart.line(0).id(), "quantity", 3))
                        .changed()
                        .total())
                .isEqualTo("29700");
        assertThat(CATALOG.asked()).isEmpty();
    }

    @Test
    void waitsForTheCatalogueNoLongerThanItsPatience() {
        CATALOG.misbehave(Mono::never);
        Instant asked = Instant.now();

        var answer = guest().create(Map.of("lines", List.of(line(newId("variant"), 1))));

        assertThat(answer.userErrors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("NOT_FOUND"));
        assertThat(Duration.between(asked, Instant.now())).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(9));
    }

    @Test
    void asksTheCatalogueOnceForManyWhoAskForTheUnknown() throws Exception {
        Instant begun = Instant.now();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var adds = IntStream.range(0, 64)
                    .<Callable<CartClient.Payload>>mapToObj(_ ->
                            () -> guest().create(Map.of("lines", List.of(line(newId("variant"), 1)))))
                    .toList();
            for (var add : threads.invokeAll(adds)) {
                assertThat(add.get().cart()).isNull();
            }
        }
        long seconds = Duration.between(begun, Instant.now()).toSeconds();

        assertThat(CATALOG.asked()).hasSizeBetween(1, (int) seconds + 1);
    }
}
