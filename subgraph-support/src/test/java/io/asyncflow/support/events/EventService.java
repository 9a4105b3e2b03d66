package io.asyncflow.support.events;

import io.asyncflow.embedded.PostgresAddress;
import io.asyncflow.support.events.redis.RedisBusConfiguration;
import io.asyncflow.support.redis.RedisConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A service that does nothing but move events, put together as services are. */
final class EventService implements AutoCloseable {

    static final EventType<Counted> COUNTED = new EventType<>("test.counted", Counted.class);

    /** What a test's events carry. */
    record Counted(int number) {}

    @Configuration(proxyBeanMethods = false)
    @Import({RedisConfiguration.class, EventsConfiguration.class, RedisBusConfiguration.class})
    @ImportAutoConfiguration({
        R2dbcAutoConfiguration.class,
        R2dbcTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Parts {

        /** Whoever only tells and does not listen has none. */
        @Bean
        @ConditionalOnProperty(name = "test.listens", matchIfMissing = true)
        Ledger ledger(DatabaseClient database) {
            return new Ledger(database);
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    private final ConfigurableApplicationContext context;

    private EventService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static EventService start(PostgresAddress postgres, String database, Map<String, ?> settings) {
        var all = new HashMap<String, Object>(settings);
        String location = postgres.host() + ":" + postgres.port() + "/" + database;
        all.put("spring.r2dbc.url", "r2dbc:postgresql://" + location);
        all.put("spring.r2dbc.username", postgres.user());
        all.put("spring.r2dbc.password", postgres.password());
        all.put("spring.flyway.url", "jdbc:postgresql://" + location);
        all.put("spring.flyway.user", postgres.user());
        all.put("spring.flyway.password", postgres.password());
        all.put("spring.flyway.locations", "classpath:db/test");
        return new EventService(new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(all)
                .run());
    }

    DatabaseClient database() {
        return context.getBean(DatabaseClient.class);
    }

    Ledger ledger() {
        return context.getBean(Ledger.class);
    }

    Optional<Ledger> ledgerIfAny() {
        return context.getBeanProvider(Ledger.class).stream().findFirst();
    }

    Outbox outbox() {
        return context.getBean(Outbox.class);
    }

    DeadLetters deadLetters() {
        return context.getBean(DeadLetters.class);
    }

    MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }

    Bus bus() {
        return context.getBean(Bus.class);
    }

    /** In one transaction. */
    <T> Mono<T> together(Mono<T> work) {
        return context.getBean(TransactionalOperator.class).transactional(work);
    }

    @Override
    public void close() {
        context.close();
    }
}
