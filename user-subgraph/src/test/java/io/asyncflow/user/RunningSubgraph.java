package io.asyncflow.user;

import io.asyncflow.testing.SubgraphTest;
import io.asyncflow.user.password.ObservedHashing;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A test of the running subgraph, whose clock can be put forward, whose hashing can be watched, and where nothing is
 * swept up unless a test does it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SubgraphTest
@TestPropertySource(properties = "asyncflow.user.points.sweep=1h")
@Import({MovableClock.class, ObservedHashing.class})
public @interface RunningSubgraph {}
