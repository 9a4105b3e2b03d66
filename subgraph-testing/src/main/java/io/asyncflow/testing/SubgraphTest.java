package io.asyncflow.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureHttpGraphQlTester;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;

/**
 * A test through the public door of a running subgraph, started as its {@code main} starts it: real port, real
 * PostgreSQL, real Redis. Classes share one running subgraph and its database, unless {@link FreshDatabase} says
 * otherwise.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        useMainMethod = SpringBootTest.UseMainMethod.ALWAYS)
@AutoConfigureHttpGraphQlTester
@AutoConfigureWebTestClient(timeout = "20s")
@Import(StatementCounter.class)
public @interface SubgraphTest {}
