package io.asyncflow.user;

import io.asyncflow.testing.SubgraphTest;
import io.asyncflow.user.password.ObservedHashing;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A test of the running subgraph, which opens accounts at once, whose clock can be put forward, whose hashing can be
 * watched, and where no points are swept up, and no notices delivered, unless a test does it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SubgraphTest
@ExtendWith(MovableClock.Reset.class)
@Import({MovableClock.class, ObservedHashing.class})
@TestPropertySource(
        properties = {
            "asyncflow.user.accounts.registration=immediate",
            "asyncflow.user.accounts.requests-per-network=1000000",
            "asyncflow.user.sign-in.attempts-per-network=1000000",
            "asyncflow.user.mail.delivery=outbox",
            "asyncflow.user.mail.poll=50ms",
            "asyncflow.user.points.sweep=1h",
            "asyncflow.user.restock.deliver=1h"
        })
public @interface RunningSubgraph {}
