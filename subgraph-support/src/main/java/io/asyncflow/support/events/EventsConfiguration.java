package io.asyncflow.support.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventsProperties.class)
public class EventsConfiguration {

    /** The tables of this package lie in a PostgreSQL schema, and have a history, of their own. */
    @Bean
    FlywayMigrationStrategy withEventTables() {
        return service -> {
            service.migrate();
            Flyway.configure()
                    .configuration(service.getConfiguration())
                    .locations("classpath:db/events")
                    .schemas("events")
                    .load()
                    .migrate();
        };
    }

    @Bean
    Outbox outbox(DatabaseClient database, ReactiveTransactionManager transactions, Clock clock) {
        return new Outbox(database, transactions, new EventSchemas(), clock);
    }

    @Bean
    DeadLetters deadLetters(DatabaseClient database, Clock clock) {
        return new DeadLetters(database, clock);
    }

    @Bean
    EventTraffic eventTraffic(
            DatabaseClient database,
            TransactionalOperator transactions,
            ConnectionFactory connections,
            Bus bus,
            List<EventHandler> handlers,
            EventsProperties properties,
            MeterRegistry registry,
            Clock clock) {
        var metrics = new EventMetrics(registry, database, bus, clock);
        var inbox = new Inbox(database, clock, properties);
        var lines = new WaitingLines(database, clock, properties);
        var relay = new Relay(database, transactions, new Nudges(connections), bus, properties, clock);
        return new EventTraffic(
                relay,
                bus,
                inbox,
                handlers,
                handler -> new Reception(handler, inbox, lines, transactions, metrics, properties),
                metrics,
                properties);
    }
}
