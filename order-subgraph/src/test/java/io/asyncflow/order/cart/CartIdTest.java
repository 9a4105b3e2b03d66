package io.asyncflow.order.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CartIdTest {

    @Test
    void isRandomInEachOfIts128Bits() {
        var ids = Stream.generate(CartId::random).limit(4000).map(CartId::uuid).toList();

        // A fair bit strays further from the middle than this once in 10^14 tries.
        assertThat(IntStream.range(0, 128)
                        .mapToLong(bit -> ids.stream()
                                .filter(id -> ((bit < 64 ? id.getMostSignificantBits() : id.getLeastSignificantBits())
                                                        >>> (bit % 64)
                                                & 1)
                                        == 1)
                                .count()))
                .allSatisfy(ones -> assertThat(ones).isBetween(1750L, 2250L));
    }

    @Test
    void survivesItsTextForm() {
        var id = CartId.random();

        assertThat(CartId.parse("id", id.toString())).isEqualTo(id);
    }
}
