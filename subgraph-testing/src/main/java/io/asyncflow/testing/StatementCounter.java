package io.asyncflow.testing;

import io.r2dbc.proxy.ProxyConnectionFactory;
import io.r2dbc.proxy.core.QueryInfo;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;

/** Remembers each SQL statement that the subgraph under test sends, but for those that move events behind its back. */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCounter implements BeanPostProcessor {

    private final Queue<String> statements = new ConcurrentLinkedQueue<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof ConnectionFactory connections
                ? ProxyConnectionFactory.builder(connections)
                        .onAfterQuery(execution -> statements.addAll(execution.getQueries().stream()
                                .map(QueryInfo::getQuery)
                                .filter(query -> !query.contains("events."))
                                .toList()))
                        .build()
                : bean;
    }

    public void reset() {
        statements.clear();
    }

    /** What was sent since the last {@link #reset()}. */
    public List<String> statements() {
        return List.copyOf(statements);
    }
}
