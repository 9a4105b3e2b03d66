package io.asyncflow.catalog.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncflow.embedded.PostgresAddress;
import io.asyncflow.testing.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoDataIT {

    private static int databases;

    private final PostgresAddress server = TestServers.postgres();
    private String url = "";

    @BeforeEach
    void makeAnEmptyDatabase() {
        String name = "demo_" + Long.toString(System.currentTimeMillis(), 36) + "_" + databases++;
        server.createDatabase(name);
        url = "jdbc:postgresql://%s:%d/%s".formatted(server.host(), server.port(), name);
    }

    @Test
    void fillsAnEmptyCatalogueOnce() throws SQLException {
        start();
        assertThat(count("product")).isEqualTo(204);

        execute("delete from product where handle <> 'morning-fog-mug'");
        start();

        assertThat(count("product")).isEqualTo(1);
    }

    @Test
    void leavesNothingBehindWhenItDoesNotGetToTheEnd() throws SQLException {
        start();
        execute("truncate product, collection, page, menu, drawing cascade");
        execute("alter table drawing add constraint broken check (shape <> 'POUCH')");

        assertThatThrownBy(this::start).hasMessageContaining("demo data");
        assertThat(count("product")).isZero();
        assertThat(count("collection")).isZero();

        execute("alter table drawing drop constraint broken");
        start();
        assertThat(count("product")).isEqualTo(204);
    }

    private void start() {
        Flyway.configure()
                .dataSource(url, server.user(), server.password())
                .locations("classpath:db/catalog")
                .callbacks(new DemoData())
                .load()
                .migrate();
    }

    private long count(String table) throws SQLException {
        try (var connection = connect();
                var result = connection.createStatement().executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, server.user(), server.password());
    }
}
