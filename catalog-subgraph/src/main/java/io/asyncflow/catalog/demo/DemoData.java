package io.asyncflow.catalog.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills an empty catalogue, once its tables are there and before anybody can ask for them. One transaction: whoever
 * kills it half-way leaves the catalogue empty, for the next start to fill.
 */
final class DemoData implements Callback {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "demo-data";
    }

    @Override
    public void handle(Event event, Context context) {
        try (var connection = context.getConfiguration().getDataSource().getConnection()) {
            connection.setAutoCommit(false);
            fill(connection);
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot load the demo data", failure);
        }
    }

    private static void fill(Connection connection) throws SQLException {
        if (!empty(connection)) {
            return;
        }
        var tables = new DemoCatalogue(new DemoFiles()).tables();
        for (var table : tables.rows().entrySet()) {
            insert(connection, table.getKey(), table.getValue());
        }
        LOG.info("Loaded {} demo products", tables.rows("product").size());
    }

    /** Of several services that start at once, one fills; the others wait here and then find it full. */
    private static boolean empty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table product in exclusive mode");
            try (var result = statement.executeQuery("select not exists (select from product)")) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static void insert(Connection connection, String table, List<Map<String, @Nullable Object>> rows)
            throws SQLException {
        String columns = String.join(", ", rows.getFirst().keySet());
        String sql = """
                insert into %1$s (%2$s)
                select %2$s from jsonb_populate_recordset(null::%1$s, cast(? as jsonb))""".formatted(table, columns);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, JsonMapper.shared().writeValueAsString(rows));
            statement.executeUpdate();
        }
    }
}
