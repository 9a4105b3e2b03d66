package io.asyncflow.catalog.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Conditions that must all hold, each with the values it is about. */
public final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** Each question mark of the condition stands for the next value. */
    public Where and(String condition, Object... values) {
        var named = new StringBuilder(condition);
        for (Object value : values) {
            String parameter = "where" + parameters.size();
            parameters.put(parameter, value);
            int mark = named.indexOf("?");
            named.replace(mark, mark + 1, ":" + parameter);
        }
        conditions.add(named.toString());
        return this;
    }

    /** For a value that the statement uses in several places. */
    public Where bound(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    public String sql() {
        return conditions.isEmpty() ? "true" : String.join("\n   and ", conditions);
    }

    public GenericExecuteSpec bind(GenericExecuteSpec statement) {
        return statement.bindValues(parameters);
    }
}
