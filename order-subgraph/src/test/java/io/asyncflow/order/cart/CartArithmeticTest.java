package io.asyncflow.order.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.order.offer.Offer;
import io.asyncflow.order.offer.ProductId;
import io.asyncflow.order.offer.VariantId;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Random carts against the arithmetic of {@link BigDecimal}. A failure names the seed that repeats it. */
class CartArithmeticTest {

    private static final Clock CLOCK = Clock.systemUTC();

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final CurrencyCode currency = CurrencyCode.values()[random.nextInt(CurrencyCode.values().length)];
    private final Map<VariantId, Offer> offers = IntStream.range(0, 1 + random.nextInt(30))
            .mapToObj(_ -> offer())
            .collect(Collectors.toMap(Offer::id, Function.identity()));

    private Offer offer() {
        long price = random.nextBoolean()
                ? random.nextLong(100_000)
                : random.nextLong(Offer.LARGEST_PRICE - 100, Offer.LARGEST_PRICE + 1);
        return new Offer(
                new VariantId(Uuid7.next(CLOCK)),
                new ProductId(Uuid7.next(CLOCK)),
                "Thing",
                Map.of(currency, price),
                true,
                false);
    }

    private VariantId anyVariant() {
        return List.copyOf(offers.keySet()).get(random.nextInt(offers.size()));
    }

    private List<LineChange> adds() {
        return IntStream.range(0, random.nextInt(60))
                .<LineChange>mapToObj(i -> new LineChange.Add("lines." + i, anyVariant(), 1 + random.nextInt(15)))
                .toList();
    }

    private Cart empty() {
        return new Cart(CartId.random(), null, null, currency, Instant.EPOCH, Instant.EPOCH, List.of(), CartTerms.NONE);
    }

    private Cart changed(Cart cart, List<? extends LineChange> changes) {
        return Objects.requireNonNull(
                new CartEdit(cart, offers, CLOCK).apply(changes).cart(), "refused");
    }

    private static Map<String, Integer> contents(Cart cart) {
        var contents = new TreeMap<String, Integer>();
        cart.lines().forEach(line -> contents.put(line.item().variant().toString(), line.quantity()));
        return contents;
    }

    @RepeatedTest(200)
    void sumsItsParts() {
        Cart cart = changed(empty(), adds());

        BigDecimal expected = BigDecimal.ZERO;
        int quantity = 0;
        for (CartCosts.Line line : cart.costs().lines()) {
            Money price = Objects.requireNonNull(
                    Objects.requireNonNull(offers.get(line.line().item().variant()))
                            .price(currency));
            BigDecimal sum = price.amount().multiply(BigDecimal.valueOf(line.quantity()));
            assertThat(line.cost().totalAmount().amount()).as(repeat()).isEqualByComparingTo(sum);
            assertThat(line.cost().subtotalAmount())
                    .as(repeat())
                    .isEqualTo(line.cost().totalAmount());
            expected = expected.add(sum);
            quantity += line.quantity();
        }
        assertThat(cart.cost().totalAmount().amount()).as(repeat()).isEqualByComparingTo(expected);
        assertThat(cart.cost().subtotalAmount())
                .as(repeat())
                .isEqualTo(cart.cost().totalAmount());
        assertThat(cart.totalQuantity()).as(repeat()).isEqualTo(quantity);
    }

    @RepeatedTest(200)
    void comesToTheSameInWhateverOrderThingsAreAdded() {
        var adds = adds();
        var shuffled = new ArrayList<>(adds);
        Collections.shuffle(shuffled, random);

        Cart cart = changed(empty(), adds);
        Cart other = changed(empty(), shuffled);

        assertThat(contents(other)).as(repeat()).isEqualTo(contents(cart));
        assertThat(other.cost()).as(repeat()).isEqualTo(cart.cost());
    }

    @RepeatedTest(200)
    void comesToTheSameInOneStepOrInMany() {
        var adds = adds();
        Cart stepByStep = empty();
        for (LineChange add : adds) {
            stepByStep = changed(stepByStep, List.of(add));
        }

        assertThat(contents(stepByStep)).as(repeat()).isEqualTo(contents(changed(empty(), adds)));
    }

    @RepeatedTest(200)
    void staysWhatAModelOfItSays() {
        Cart cart = empty();
        var model = new HashMap<VariantId, Integer>();
        for (int step = 0; step < 40; step++) {
            LineChange change = anyChange(cart);
            var answer = new CartEdit(cart, offers, CLOCK).apply(List.of(change));
            if (answer.cart() != null) {
                follow(model, cart, change);
                cart = answer.cart();
            }
            assertThat(cart.lines().stream()
                            .collect(Collectors.toMap(line -> line.item().variant(), CartLine::quantity)))
                    .as(repeat())
                    .isEqualTo(model);
            assertThat(cart.lines().stream().map(CartLine::position))
                    .as(repeat())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    private LineChange anyChange(Cart cart) {
        int kind = cart.lines().isEmpty() ? 0 : random.nextInt(4);
        if (kind == 0) {
            return new LineChange.Add("lines.0", anyVariant(), random.nextInt(-1, 700));
        }
        CartLineId line = cart.lines().get(random.nextInt(cart.lines().size())).id();
        return switch (kind) {
            case 1 -> new LineChange.Remove("lineIds.0", line);
            case 2 -> new LineChange.Update("lines.0", line, null, random.nextInt(-1, 1002));
            default -> new LineChange.Update("lines.0", line, anyVariant(), null);
        };
    }

    private static void follow(Map<VariantId, Integer> model, Cart before, LineChange change) {
        switch (change) {
            case LineChange.Add add -> model.merge(add.variant(), add.quantity(), Integer::sum);
            case LineChange.Remove remove ->
                model.remove(line(before, remove.line()).item().variant());
            case LineChange.Update update -> {
                CartLine line = line(before, update.line());
                int quantity = update.quantity() == null ? line.quantity() : update.quantity();
                model.remove(line.item().variant());
                VariantId variant = update.variant() == null ? line.item().variant() : update.variant();
                if (quantity > 0) {
                    model.merge(variant, quantity, Integer::sum);
                }
            }
        }
    }

    private static CartLine line(Cart cart, CartLineId id) {
        return cart.lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String repeat() {
        return "-Dseed=" + seed;
    }

    @Test
    void addsUpTheFullestCartOfTheDearestThings() {
        Money dearest = new Money(Offer.LARGEST_PRICE, CurrencyCode.KRW);
        var lines = IntStream.range(0, Cart.MOST_LINES)
                .mapToObj(i -> new CartLine(
                        new CartLineId(Uuid7.next(CLOCK)),
                        i,
                        new Item(new VariantId(Uuid7.next(CLOCK)), null, "Gold", dearest, Item.Standing.ON_SALE),
                        CartLine.LARGEST_QUANTITY))
                .toList();
        var cart = new Cart(
                CartId.random(), null, null, CurrencyCode.KRW, Instant.EPOCH, Instant.EPOCH, lines, CartTerms.NONE);

        assertThat(cart.cost().totalAmount().amount().toBigIntegerExact())
                .isEqualTo(BigInteger.valueOf(Offer.LARGEST_PRICE)
                        .multiply(BigInteger.valueOf(999))
                        .multiply(BigInteger.valueOf(250)));
    }
}
