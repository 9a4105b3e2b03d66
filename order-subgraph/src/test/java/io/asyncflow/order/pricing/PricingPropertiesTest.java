package io.asyncflow.order.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;

/** Random baskets against the arithmetic of {@link BigDecimal}. A failure names the seed that repeats it. */
class PricingPropertiesTest {

    private static final long DEAREST = 1_000_000_000_000L;
    private static final List<String> COUNTRIES = List.of("KR", "DE", "FI", "US", "JP");

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final CurrencyCode currency = CurrencyCode.values()[random.nextInt(CurrencyCode.values().length)];
    private final Basket basket = basket();
    private final Totals totals = Pricing.of(basket);

    private Basket basket() {
        int size = random.nextInt(30);
        return new Basket(
                currency,
                IntStream.range(0, size)
                        .mapToObj(_ -> new Basket.Line(money(price()), 1 + random.nextInt(999)))
                        .toList(),
                IntStream.range(0, random.nextInt(5))
                        .mapToObj(i -> discount("CODE" + i, size))
                        .toList(),
                money(random.nextBoolean() ? 0 : random.nextLong(10_000)),
                TaxRule.of(
                        currency,
                        random.nextInt(4) == 0 ? null : new Country(COUNTRIES.get(random.nextInt(COUNTRIES.size())))));
    }

    private long price() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextLong(DEAREST + 1);
            default -> random.nextLong(100_000);
        };
    }

    private Discount discount(String code, int lines) {
        return new Discount(
                code,
                random.nextBoolean()
                        ? new Reduction.Percentage(new Rate(1 + random.nextInt(10_000)))
                        : new Reduction.Amount(money(1 + random.nextLong(50_000_000))),
                random.nextInt(3) == 0 ? money(1 + random.nextLong(100_000)) : null,
                IntStream.range(0, lines)
                        .filter(_ -> random.nextBoolean())
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    private Money money(long minorUnits) {
        return new Money(minorUnits, currency);
    }

    @RepeatedTest(500)
    void partsSumToTheWhole() {
        assertThat(sum(totals.lines(), Totals.Line::subtotal)).as(repeat()).isEqualTo(totals.subtotal());
        assertThat(sum(totals.discounts(), Allocation::discountedAmount))
                .as(repeat())
                .isEqualTo(totals.discount());
        for (Allocation discount : totals.discounts()) {
            assertThat(sum(
                            totals.lines().stream()
                                    .flatMap(line -> line.discounts().stream())
                                    .filter(part -> part.code().equals(discount.code()))
                                    .toList(),
                            Allocation::discountedAmount))
                    .as(repeat())
                    .isEqualTo(discount.discountedAmount());
        }
        for (Totals.Line line : totals.lines()) {
            assertThat(line.total().plus(sum(line.discounts(), Allocation::discountedAmount)))
                    .as(repeat())
                    .isEqualTo(line.subtotal());
        }
        assertThat(sum(totals.lines(), Totals.Line::total).plus(totals.discount()))
                .as(repeat())
                .isEqualTo(totals.subtotal());
    }

    @RepeatedTest(500)
    void taxesOfAllPartsSumToTheTax() {
        if (totals.tax() == null) {
            assertThat(basket.tax()).as(repeat()).isNull();
            return;
        }
        assertThat(sum(totals.lines(), line -> Objects.requireNonNull(line.tax()))
                        .plus(Objects.requireNonNull(totals.shippingTax())))
                .as(repeat())
                .isEqualTo(totals.tax());
    }

    @RepeatedTest(500)
    void nothingIsNegative() {
        for (Totals.Line line : totals.lines()) {
            assertNotNegative(line.total());
            assertNotNegative(line.tax());
        }
        totals.discounts().forEach(discount -> assertNotNegative(discount.discountedAmount()));
        assertNotNegative(totals.total());
        assertNotNegative(totals.tax());
        assertNotNegative(totals.shippingTax());
    }

    private void assertNotNegative(@Nullable Money amount) {
        assertThat(amount == null ? 0 : amount.minorUnits()).as(repeat()).isNotNegative();
    }

    @RepeatedTest(500)
    void whatIsPaidIsWhatAllOfItCosts() {
        BigDecimal goods = BigDecimal.valueOf(
                        totals.subtotal().minorUnits() - totals.discount().minorUnits())
                .add(BigDecimal.valueOf(basket.shipping().minorUnits()));
        TaxRule rule = basket.tax();
        BigDecimal added = rule == null || rule.included()
                ? BigDecimal.ZERO
                : goods.multiply(rule.rate().percent()).movePointLeft(2).setScale(0, RoundingMode.HALF_UP);

        assertThat(BigDecimal.valueOf(totals.total().minorUnits())).as(repeat()).isEqualByComparingTo(goods.add(added));
        if (rule != null && !rule.included()) {
            assertThat(BigDecimal.valueOf(Objects.requireNonNull(totals.tax()).minorUnits()))
                    .as(repeat())
                    .isEqualByComparingTo(added);
        }
    }

    @RepeatedTest(500)
    void noDiscountTakesOffMoreThanItMay() {
        for (Discount discount : basket.discounts()) {
            long off = totals.discounts().stream()
                    .filter(taken -> taken.code().equals(discount.code()))
                    .mapToLong(taken -> taken.discountedAmount().minorUnits())
                    .sum();
            long eligible = discount.lines().stream()
                    .mapToLong(i -> basket.lines().get(i).subtotal())
                    .sum();
            assertThat(off).as(repeat()).isLessThanOrEqualTo(discount.off(eligible));
            IntStream.range(0, totals.lines().size())
                    .filter(i -> !discount.lines().contains(i))
                    .forEach(i -> assertThat(totals.lines().get(i).discounts())
                            .as(repeat())
                            .noneMatch(part -> part.code().equals(discount.code())));
        }
    }

    @RepeatedTest(500)
    void eachPartIsTheExactShareRoundedUpOrDown() {
        long[] weights = IntStream.range(0, 1 + random.nextInt(40))
                .mapToLong(_ -> price())
                .toArray();
        weights[0]++;
        long all = LongStream.of(weights).sum();
        long amount = random.nextLong(all + 1);

        long[] parts = Proration.of(amount, weights);

        assertThat(LongStream.of(parts).sum()).as(repeat()).isEqualTo(amount);
        for (int i = 0; i < parts.length; i++) {
            long down = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divide(BigInteger.valueOf(all))
                    .longValueExact();
            assertThat(parts[i]).as(repeat()).isBetween(down, Math.min(down + 1, weights[i]));
        }
    }

    private <T> Money sum(List<T> parts, Function<T, Money> amount) {
        return parts.stream().map(amount).reduce(Money.zero(currency), Money::plus);
    }

    private String repeat() {
        return "-Dseed=" + seed;
    }
}
