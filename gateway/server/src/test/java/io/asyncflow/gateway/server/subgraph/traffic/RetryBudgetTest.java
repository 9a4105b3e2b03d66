package io.asyncflow.gateway.server.subgraph.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    private long now;

    @Test
    void allowsAFewEverySecond() {
        RetryBudget budget = budget(2, 0);

        assertThat(retries(budget)).isEqualTo(20);
        pass(Duration.ofSeconds(1));
        assertThat(retries(budget)).isEqualTo(2);
        pass(Duration.ofHours(1));
        assertThat(retries(budget)).isEqualTo(20);
    }

    @Test
    void allowsAShareOfTheRequestsOfLate() {
        RetryBudget budget = budget(0, 0.2);
        for (int i = 0; i < 101; i++) {
            budget.deposit();
        }
        assertThat(retries(budget)).isEqualTo(20);
    }

    @Test
    void forgetsRequestsOfLongAgo() {
        RetryBudget budget = budget(0, 0.2);
        for (int i = 0; i < 100; i++) {
            budget.deposit();
        }
        pass(Duration.ofSeconds(60));
        assertThat(retries(budget)).isZero();
    }

    @Test
    void settlesAtTheShareOfThoseWithinALifetime() {
        RetryBudget budget = budget(0, 0.2);
        for (int i = 0; i < 10_000; i++) {
            pass(Duration.ofMillis(10));
            budget.deposit();
        }
        assertThat(retries(budget)).isBetween(190, 205);
    }

    @Test
    void allowsAFewASecondHoweverShortTheLifetimeIs() {
        var settings = new RetrySettings(2, 1, 0, Duration.ofMillis(100), Duration.ofMillis(20));
        var budget = new RetryBudget(settings, () -> now);
        assertThat(retries(budget)).isEqualTo(1);

        pass(Duration.ofMillis(1001));
        assertThat(retries(budget)).isEqualTo(1);
    }

    private RetryBudget budget(int minPerSec, double percent) {
        var settings = new RetrySettings(2, minPerSec, percent, Duration.ofSeconds(10), Duration.ofMillis(20));
        return new RetryBudget(settings, () -> now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static int retries(RetryBudget budget) {
        int count = 0;
        while (budget.withdraw()) {
            count++;
        }
        return count;
    }
}
