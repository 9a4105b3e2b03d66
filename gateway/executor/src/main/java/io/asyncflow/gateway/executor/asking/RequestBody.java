package io.asyncflow.gateway.executor.asking;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonWriter;
import io.asyncflow.gateway.planner.plan.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes the bodies of a request: the document, which is always the same, and the variables. Immutable. */
public final class RequestBody {

    private static final byte[] VARIABLES = ",\"variables\":{".getBytes(StandardCharsets.US_ASCII);

    private final byte[] document;
    private final List<Variable> variables;

    private record Variable(String name, byte[] quoted) {}

    public RequestBody(Request request) {
        this.document = new JsonWriter(request.document().length() + 32)
                .raw("{\"query\":")
                .string(request.document())
                .toJson()
                .bytes();
        this.variables = request.variables().stream()
                .map(name -> new Variable(name, quoted(name)))
                .toList();
    }

    static byte[] quoted(String name) {
        return ('"' + name + "\":").getBytes(StandardCharsets.UTF_8);
    }

    /** A whole body that needs nothing from the tree. */
    public Json whole(Map<String, Json> values) {
        JsonWriter writer = new JsonWriter(document.length + 64);
        begin(values, writer);
        return end(writer);
    }

    /** Writes up to the last of the client's variables; false where there is none, so that no comma has to follow. */
    boolean begin(Map<String, Json> values, JsonWriter writer) {
        writer.add(document).add(VARIABLES);
        boolean any = false;
        for (int i = 0; i < variables.size(); i++) {
            Json value = values.get(variables.get(i).name());
            if (value != null) {
                if (any) {
                    writer.add(',');
                }
                any = true;
                writer.add(variables.get(i).quoted()).add(value);
            }
        }
        return any;
    }

    static Json end(JsonWriter writer) {
        return writer.raw("}}").toJson();
    }
}
