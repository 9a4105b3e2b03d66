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
 * How often somebody may be wrong, and right.
 *
 * @param failuresPerNetwork how many wrong passwords for one e-mail address from one network lock it for that network
 * @param failures how many from everywhere lock it for everybody
 * @param window how long a wrong password counts
 * @param lock how long the first lock lasts; each that follows lasts twice as long
 * @param longestLock how long a lock lasts at most
 * @param attemptsPerNetwork how many wrong passwords one network may send in a window, for whatever address
 * @param successes how many times an hour an account may be opened by its password, from wherever
 */
@Validated
@ConfigurationProperties("asyncflow.user.sign-in")
record SignInProperties(
        @Min(3) @Max(1_000_000) @DefaultValue("10") int failuresPerNetwork,
        @Min(3) @Max(1_000_000) @DefaultValue("100") int failures,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("15m")
        Duration window,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("15m")
        Duration lock,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("4h")
        Duration longestLock,

        @Min(3) @Max(1_000_000) @DefaultValue("200") int attemptsPerNetwork,
        @Min(3) @Max(1_000_000) @DefaultValue("100") int successes) {}
