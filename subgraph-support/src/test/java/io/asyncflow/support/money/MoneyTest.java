package io.asyncflow.support.money;

import static io.asyncflow.support.money.CurrencyCode.KRW;
import static io.asyncflow.support.money.CurrencyCode.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"1299, USD, 12.99", "5, USD, 0.05", "-5, EUR, -0.05", "12000, KRW, 12000", "0, JPY, 0", "0, USD, 0.00"})
    void showsMinorUnitsAsAnAmountAndReadsThemBack(long minorUnits, CurrencyCode currency, String amount) {
        var money = new Money(minorUnits, currency);

        assertThat(money.amount().toPlainString()).isEqualTo(amount);
        assertThat(Money.of(new BigDecimal(amount), currency)).isEqualTo(money);
    }

    @ParameterizedTest
    @CsvSource({"12.999, USD", "0.5, KRW", "9223372036854775808, KRW", "92233720368547758.08, USD", "1e999999999, USD"})
    void refusesAnAmountThatItCannotHoldExactly(BigDecimal amount, CurrencyCode currency) {
        assertThatThrownBy(() -> Money.of(amount, currency)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void readsTrailingZerosAndTheLargestAmount() {
        assertThat(Money.of(new BigDecimal("12.5000"), USD)).isEqualTo(new Money(1250, USD));
        assertThat(Money.of(BigDecimal.valueOf(Long.MAX_VALUE), KRW)).isEqualTo(new Money(Long.MAX_VALUE, KRW));
    }

    @Test
    void addsAndMultiplies() {
        assertThat(Money.zero(USD).plus(new Money(10, USD)).times(3)).isEqualTo(new Money(30, USD));
    }

    @Test
    void neverMixesCurrencies() {
        assertThatThrownBy(() -> new Money(1, USD).plus(new Money(1, KRW)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot add KRW to USD");
    }

    @Test
    void neverOverflowsSilently() {
        var most = new Money(Long.MAX_VALUE, KRW);

        assertThatThrownBy(() -> most.plus(new Money(1, KRW))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    }
}
