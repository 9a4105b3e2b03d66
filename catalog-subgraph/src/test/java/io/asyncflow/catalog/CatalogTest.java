package io.asyncflow.catalog;

import io.asyncflow.testing.SubgraphTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test through the public door of a catalog that holds the demo data. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SubgraphTest
@TestPropertySource(properties = "asyncflow.catalog.demo-data=true")
public @interface CatalogTest {}
