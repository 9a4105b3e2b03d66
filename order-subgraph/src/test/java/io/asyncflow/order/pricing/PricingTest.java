package io.asyncflow.order.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricingTest {

    private static final Set<Integer> ALL = Set.of(0, 1, 2);

    @Test
    void dividesADiscountSoThatItsPartsSumToIt() {
        Totals totals = won(List.of(amount("A", 1000, ALL)), 10_000, 10_000, 10_000);

        assertThat(totals.discount()).isEqualTo(krw(1000));
        assertThat(totals.total()).isEqualTo(krw(29_000));
        assertThat(totals.lines().stream().map(Totals.Line::discounts))
                .containsExactly(
                        List.of(new Allocation("A", krw(334))),
                        List.of(new Allocation("A", krw(333))),
                        List.of(new Allocation("A", krw(333))));
    }

    @Test
    void givesWhatIsLeftToThoseThatLostMostByRounding() {
        Totals totals = won(List.of(amount("A", 100, ALL)), 100, 260, 640);

        // The shares of 100 are 10, 26 and 64; those of 101 are 10.1, 26.26 and 64.64.
        assertThat(lineTotals(totals)).containsExactly(90L, 234L, 576L);
        assertThat(lineTotals(won(List.of(amount("A", 101, ALL)), 100, 260, 640)))
                .containsExactly(90L, 234L, 575L);
    }

    @Test
    void takesPercentagesOffBeforeAmounts() {
        var amount = amount("AMOUNT", 5000, ALL);
        var percentage = percentage("PERCENTAGE", "10", null, ALL);

        for (var order : List.of(List.of(amount, percentage), List.of(percentage, amount))) {
            Totals totals = won(order, 20_000);
            assertThat(totals.discounts())
                    .containsExactly(new Allocation("PERCENTAGE", krw(2000)), new Allocation("AMOUNT", krw(5000)));
            assertThat(totals.total()).isEqualTo(krw(13_000));
        }
    }

    @Test
    void takesEachPercentageOffWhatTheOthersHaveLeft() {
        Totals totals = won(List.of(percentage("A", "50", null, ALL), percentage("B", "50", null, ALL)), 1000);

        assertThat(totals.total()).isEqualTo(krw(250));
    }

    @Test
    void neverTakesOffMoreThanThereIs() {
        Totals totals = won(List.of(amount("A", 900, Set.of(0)), amount("B", 900, ALL)), 1000, 500);

        assertThat(totals.discounts()).containsExactly(new Allocation("A", krw(900)), new Allocation("B", krw(600)));
        assertThat(totals.total()).isEqualTo(krw(0));
        assertThat(totals.tax()).isEqualTo(krw(0));
        assertThat(lineTotals(totals)).containsExactly(0L, 0L);
    }

    @Test
    void takesOffNoMoreThanTheCap() {
        assertThat(won(List.of(percentage("A", "50", krw(3000), ALL)), 10_000).discount())
                .isEqualTo(krw(3000));
        assertThat(won(List.of(percentage("A", "50", krw(3000), ALL)), 4000).discount())
                .isEqualTo(krw(2000));
    }

    @Test
    void leavesLinesAloneThatADiscountIsNotFor() {
        Totals totals = won(List.of(percentage("A", "10", null, Set.of(1))), 1000, 2000);

        assertThat(lineTotals(totals)).containsExactly(1000L, 1800L);
        assertThat(totals.lines().getFirst().discounts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"105, 10.5", "95, 9.5", "5, 0.5", "4, 0.4"})
    void roundsAHalfUp(long price, BigDecimal exact) {
        long off =
                won(List.of(percentage("A", "10", null, ALL)), price).discount().minorUnits();

        assertThat(off).isEqualTo(exact.add(new BigDecimal("0.5")).longValue());
    }

    @Test
    void findsTheTaxThatPricesInWonContain() {
        Totals totals = won(List.of(), 33_000);

        assertThat(totals.tax()).isEqualTo(krw(3000));
        assertThat(totals.total()).isEqualTo(krw(33_000));
    }

    @Test
    void taxesWhatIsPaidAndNotWhatWasTakenOff() {
        assertThat(won(List.of(amount("A", 11_000, ALL)), 33_000).tax()).isEqualTo(krw(2000));
    }

    @Test
    void addsTheTaxOfTheDestination() {
        Totals totals = Pricing.of(dollars(999, 0, TaxRule.of(CurrencyCode.USD, new Country("DE"))));

        assertThat(totals.tax()).isEqualTo(usd(190));
        assertThat(totals.total()).isEqualTo(usd(1189));
        assertThat(totals.lines().getFirst().total()).isEqualTo(usd(999));
    }

    @Test
    void taxesShippingLikeALine() {
        Totals totals = Pricing.of(dollars(1000, 500, TaxRule.of(CurrencyCode.USD, new Country("DE"))));

        assertThat(totals.tax()).isEqualTo(usd(285));
        assertThat(totals.shippingTax()).isEqualTo(usd(95));
        assertThat(totals.lines().getFirst().tax()).isEqualTo(usd(190));
        assertThat(totals.total()).isEqualTo(usd(1785));
    }

    @Test
    void doesNotKnowATaxWithoutADestination() {
        Totals totals = Pricing.of(dollars(1000, 500, TaxRule.of(CurrencyCode.USD, null)));

        assertThat(totals.tax()).isNull();
        assertThat(totals.shippingTax()).isNull();
        assertThat(totals.lines().getFirst().tax()).isNull();
        assertThat(totals.total()).isEqualTo(usd(1500));
    }

    @Test
    void addsNoTaxWhereTheShopCollectsNone() {
        Totals totals = Pricing.of(dollars(1000, 0, TaxRule.of(CurrencyCode.USD, new Country("US"))));

        assertThat(totals.tax()).isEqualTo(usd(0));
        assertThat(totals.total()).isEqualTo(usd(1000));
    }

    @Test
    void costsNothingWhenEmpty() {
        Totals totals = won(List.of(percentage("A", "10", null, Set.of())));

        assertThat(totals.total()).isEqualTo(krw(0));
        assertThat(totals.lines()).isEmpty();
    }

    @Test
    void mixesNoCurrencies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> won(List.of(new Discount("A", new Reduction.Amount(usd(5)), null, ALL)), 1000));
        assertThatIllegalArgumentException().isThrownBy(() -> won(List.of(percentage("A", "5", usd(5), ALL)), 1000));
        assertThatIllegalArgumentException().isThrownBy(() -> won(List.of(), -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.01", "-1"})
    void knowsNoRateBeyondTheWhole(String percent) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.percent(new BigDecimal(percent)));
    }

    private static List<Long> lineTotals(Totals totals) {
        return totals.lines().stream().map(line -> line.total().minorUnits()).toList();
    }

    private static Totals won(List<Discount> discounts, long... prices) {
        return Pricing.of(new Basket(
                CurrencyCode.KRW,
                LongStream.of(prices)
                        .mapToObj(price -> new Basket.Line(krw(price), 1))
                        .toList(),
                discounts,
                krw(0),
                Objects.requireNonNull(TaxRule.of(CurrencyCode.KRW, null))));
    }

    private static Basket dollars(long price, long shipping, @Nullable TaxRule rule) {
        return new Basket(CurrencyCode.USD, List.of(new Basket.Line(usd(price), 1)), List.of(), usd(shipping), rule);
    }

    private static Discount amount(String code, long amount, Set<Integer> lines) {
        return new Discount(code, new Reduction.Amount(krw(amount)), null, lines);
    }

    private static Discount percentage(String code, String percent, @Nullable Money cap, Set<Integer> lines) {
        return new Discount(code, new Reduction.Percentage(Rate.percent(new BigDecimal(percent))), cap, lines);
    }

    private static Money krw(long minorUnits) {
        return new Money(minorUnits, CurrencyCode.KRW);
    }

    private static Money usd(long minorUnits) {
        return new Money(minorUnits, CurrencyCode.USD);
    }
}
