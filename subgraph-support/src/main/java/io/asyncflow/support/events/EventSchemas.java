package io.asyncflow.support.events;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The contracts in {@code schema/events}: what each type of event carries. */
final class EventSchemas {

    private static final SchemaRegistry DIALECT = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Map<String, Schema> byType = new ConcurrentHashMap<>();

    /** A fault of whoever wants to send it: nobody could rely on the schema otherwise. */
    void require(String type, String data) {
        List<Error> errors = byType.computeIfAbsent(type, EventSchemas::read).validate(data, InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(
                    "An event " + type + " does not conform to " + file(type) + ": " + errors.getFirst());
        }
    }

    private static Schema read(String type) {
        try (var schema = EventSchemas.class.getResourceAsStream(file(type))) {
            if (schema == null) {
                throw new IllegalArgumentException("There is no schema of " + type + ": write " + file(type));
            }
            return DIALECT.getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String file(String type) {
        return "/schema/events/" + type + ".schema.json";
    }
}
