package io.asyncflow.bench.events;

import io.asyncflow.embedded.PostgresAddress;
import io.asyncflow.support.events.EventsConfiguration;
import io.asyncflow.support.events.Fact;
import io.asyncflow.support.events.Outbox;
import io.asyncflow.support.events.kafka.KafkaBusConfiguration;
import io.asyncflow.support.events.redis.RedisBusConfiguration;
import io.asyncflow.support.redis.RedisConfiguration;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
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

/** A service that tells, with its relay, or one that listens, with its consumer. */
final class Side implements AutoCloseable {

    @Configuration(proxyBeanMethods = false)
    @Import({
        RedisConfiguration.class,
        EventsConfiguration.class,
        RedisBusConfiguration.class,
        KafkaBusConfiguration.class
    })
    @ImportAutoConfiguration({
        R2dbcAutoConfiguration.class,
        R2dbcTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Parts {

        @Bean
        @ConditionalOnProperty("bench.listens")
        Effects effects(DatabaseClient database) {
            return new Effects(database);
        }

        @Bean
        MeterRegistry meters() {
            var registry = new SimpleMeterRegistry();
            registry.config().meterFilter(new MeterFilter() {
                @Override
                public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                    return DistributionStatisticConfig.builder()
                            .percentiles(0.5, 0.99)
                            .percentilesHistogram(false)
                            .build()
                            .merge(config);
                }
            });
            return registry;
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    private final ConfigurableApplicationContext context;

    Side(PostgresAddress postgres, String database, boolean listens, Map<String, String> settings) {
        postgres.createDatabase(database);
        Map<String, Object> all = new HashMap<>(settings);
        String location = postgres.host() + ":" + postgres.port() + "/" + database;
        all.put("spring.r2dbc.url", "r2dbc:postgresql://" + location);
        all.put("spring.r2dbc.username", postgres.user());
        all.put("spring.r2dbc.password", postgres.password());
        all.put("spring.flyway.url", "jdbc:postgresql://" + location);
        all.put("spring.flyway.user", postgres.user());
        all.put("spring.flyway.password", postgres.password());
        all.put("spring.flyway.locations", "classpath:db/bench");
        all.put("bench.listens", listens ? "true" : "false");
        context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(all)
                .run();
    }

    DatabaseClient database() {
        return context.getBean(DatabaseClient.class);
    }

    /** From now on. */
    void countAnew() {
        context.getBean(MeterRegistry.class).clear();
    }

    /** How long the events took whose effects are committed. */
    HistogramSnapshot handled() {
        Timer timer = context.getBean(MeterRegistry.class)
                .find("asyncflow.events.handled")
                .timer();
        return timer == null ? HistogramSnapshot.empty(0, 0, 0) : timer.takeSnapshot();
    }

    <T> Mono<T> together(Mono<T> work) {
        return context.getBean(TransactionalOperator.class).transactional(work);
    }

    Mono<Void> tell(List<? extends Fact<?>> facts) {
        return together(context.getBean(Outbox.class).append(facts));
    }

    @Override
    public void close() {
        context.close();
    }
}
