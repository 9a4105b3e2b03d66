package io.asyncflow.user.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How accounts are opened and closed.
 *
 * @param registration whether an account is opened at once, or when its address has been verified
 * @param erasureAfter how long what is known of somebody is kept who has given the account up
 * @param requestsPerNetwork how often one network may register, and as often ask for a reset, in a quarter of an hour
 */
@Validated
@ConfigurationProperties("asyncflow.user.accounts")
record AccountProperties(
        @NotNull @DefaultValue("verified") Mode registration,

        @NotNull @DurationMin(seconds = 0) @DefaultValue("30d")
        Duration erasureAfter,

        @Min(1) @Max(1_000_000) @DefaultValue("60") int requestsPerNetwork) {

    /** When an account is opened. */
    enum Mode {
        /** When the address has been verified. Nobody learns whether an address has an account. */
        VERIFIED,
        /** At once. Whether an address has an account is told to whoever tries to register with it. */
        IMMEDIATE
    }
}
