package io.asyncflow.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Marks the application class of a subgraph. Its package and those below are scanned; no other subgraph's are. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootApplication(proxyBeanMethods = false)
@Import(SubgraphConfiguration.class)
public @interface Subgraph {}
