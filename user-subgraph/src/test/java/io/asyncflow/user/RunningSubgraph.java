package io.asyncflow.user;

import io.asyncflow.testing.SubgraphTest;
import io.asyncflow.user.password.ObservedHashing;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** A test of the running subgraph, whose clock can be put forward and whose hashing can be watched. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SubgraphTest
@Import({MovableClock.class, ObservedHashing.class})
public @interface RunningSubgraph {}
