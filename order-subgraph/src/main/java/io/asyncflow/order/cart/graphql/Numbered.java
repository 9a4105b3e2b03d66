package io.asyncflow.order.cart.graphql;

import io.asyncflow.order.cart.CartLineId;
import io.asyncflow.order.cart.LineChange;
import io.asyncflow.support.errors.BadInput;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Turns a list of inputs into changes that know where they stand in it. */
final class Numbered {

    private static final int MOST = 250;

    private Numbered() {}

    static <T> List<LineChange> map(String argument, List<T> inputs, BiFunction<T, String, LineChange> change) {
        if (inputs.size() > MOST) {
            throw new BadInput(argument, "must not hold more than " + MOST + " entries");
        }
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> change.apply(inputs.get(i), argument + "." + i))
                .toList();
    }

    static LineChange remove(String lineId, String at) {
        return new LineChange.Remove(at, CartLineId.parse(at, lineId));
    }
}
