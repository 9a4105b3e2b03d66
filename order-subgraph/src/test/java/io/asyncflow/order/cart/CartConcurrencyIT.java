package io.asyncflow.order.cart;

import static io.asyncflow.order.cart.CartClient.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CartConcurrencyIT extends WithCarts {

    private static final int CLIENTS = 32;

    @Test
    void losesNoneOf32AddsOfOneVariant() throws Exception {
        String cart = guest().create(null).changed().id();

        together(_ -> guest().add(cart, line(SMALL.id(), 1)).changed());

        var after = guest().known(cart);
        assertThat(after.quantities()).containsExactly(CLIENTS);
        assertThat(after.total()).isEqualTo(String.valueOf(CLIENTS * 12000));
    }

    @Test
    void losesNoneOf32AddsOfDifferentVariants() throws Exception {
        String cart = guest().create(null).changed().id();
        var variants = List.of(SMALL.id(), LARGE.id(), TEA.id());

        together(client -> guest().add(cart, line(variants.get(client % 3), 1), line(variants.get((client + 1) % 3), 1))
                .changed());

        var after = guest().known(cart);
        assertThat(after.totalQuantity()).isEqualTo(2 * CLIENTS);
        assertThat(after.variants()).containsExactlyInAnyOrderElementsOf(variants);
        assertThat(after.lines().nodes()).extracting(CartClient.Line::id).doesNotHaveDuplicates();
    }

    @Test
    void neverExceedsALimitTogether() throws Exception {
        var cart = guest().createWith(line(TEA.id(), 990));

        var answers = together(_ -> guest().add(cart.id(), line(TEA.id(), 1)));

        assertThat(answers.stream().filter(answer -> answer.cart() != null)).hasSize(9);
        var after = guest().known(cart.id());
        assertThat(after.quantities()).containsExactly(999);
    }

    @Test
    void lastsThroughAddsUpdatesAndRemovesAtOnce() throws Exception {
        var cart = guest().createWith(line(SMALL.id(), 1), line(LARGE.id(), 1));

        together(client -> switch (client % 4) {
            case 0 -> guest().add(cart.id(), line(TEA.id(), 1)).changed();
            case 1 -> guest().update(cart.id(), Map.of("id", cart.line(0).id(), "quantity", 7));
            case 2 -> guest().update(cart.id(), Map.of("id", cart.line(1).id(), "merchandiseId", SMALL.id()));
            default -> guest().remove(cart.id(), cart.line(1).id());
        });

        var after = guest().known(cart.id());
        assertThat(after.variants()).doesNotHaveDuplicates().contains(TEA.id()).doesNotContain(LARGE.id());
        assertThat(after.lines().nodes())
                .filteredOn(line -> line.merchandise().id().equals(TEA.id()))
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualTo(CLIENTS / 4));
    }

    private interface Client<T> {
        T act(int number);
    }

    private static <T> List<T> together(Client<T> clients) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            var work = IntStream.range(0, CLIENTS)
                    .<Callable<T>>mapToObj(number -> () -> clients.act(number))
                    .toList();
            var results = new ArrayList<T>();
            for (Future<T> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
