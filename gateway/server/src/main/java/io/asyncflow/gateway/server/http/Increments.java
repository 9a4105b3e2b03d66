package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.Outcome.Part;
import io.asyncflow.gateway.executor.Outcome.Patch;
import io.asyncflow.gateway.executor.Outcome.Pending;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the parts of one incremental answer in the format that its client speaks. */
public abstract sealed class Increments {

    /** What a client is told that waits for something which will never come. */
    private static final String FAULT =
            "[" + Refusal.error(Refusal.FAULT.code(), "Something went wrong on our side") + "]";

    private final Map<Integer, Pending> open = new LinkedHashMap<>();

    /** The format that is current: ids tell what belongs to what. */
    public static Increments current() {
        return new Current();
    }

    /** One part after the other, in their order. */
    public Json part(Part part) {
        part.pending().forEach(pending -> open.put(pending.id(), pending));
        part.patches().forEach(patch -> open.remove(patch.pending().id()));
        var json = new Bytes(256);
        Json initial = part.initial();
        if (initial == null) {
            json.add("{");
        } else {
            json.addOpen(initial).add(",");
        }
        if (!part.pending().isEmpty()) {
            announce(part.pending(), json);
        }
        if (!part.patches().isEmpty()) {
            patch(part.patches(), json);
        }
        Json extensions = part.extensions();
        if (extensions != null) {
            json.add("\"extensions\":").add(extensions).add(",");
        }
        return json.add("\"hasNext\":" + part.hasNext() + "}").toJson();
    }

    /** The last part of an answer that broke off: all that is open has failed. */
    Json failure() {
        var json = new Bytes(256).add("{");
        if (!open.isEmpty()) {
            patch(open.values().stream().map(Increments::failed).toList(), json);
        }
        return json.add("\"hasNext\":false}").toJson();
    }

    private static Patch failed(Pending pending) {
        return new Patch(pending, null, Json.of(FAULT));
    }

    abstract void announce(Collection<Pending> pending, Bytes json);

    abstract void patch(Collection<Patch> patches, Bytes json);

    private static void label(@Nullable String label, Bytes json) {
        if (label != null) {
            json.add(",\"label\":" + JsonValues.write(label));
        }
    }

    private static void errors(@Nullable Json errors, Bytes json) {
        if (errors != null) {
            json.add(",\"errors\":").add(errors);
        }
    }

    /** As graphql-js 17 writes them: what is to come is announced with an id, and what has come names the id. */
    static final class Current extends Increments {

        @Override
        void announce(Collection<Pending> pending, Bytes json) {
            String separator = "\"pending\":[";
            for (Pending next : pending) {
                json.add(separator + "{\"id\":\"" + next.id() + "\",\"path\":").add(JsonValues.write(next.path()));
                label(next.label(), json);
                json.add("}");
                separator = ",";
            }
            json.add("],");
        }

        @Override
        void patch(Collection<Patch> patches, Bytes json) {
            String separator = "\"incremental\":[";
            for (Patch patch : patches) {
                Json data = patch.data();
                if (data != null) {
                    json.add(separator + "{\"id\":\"" + patch.pending().id() + "\",\"data\":")
                            .add(data);
                    errors(patch.errors(), json);
                    json.add("}");
                    separator = ",";
                }
            }
            if (separator.equals(",")) {
                json.add("],");
            }
            complete(patches, json);
        }

        private static void complete(Collection<Patch> patches, Bytes json) {
            String separator = "\"completed\":[";
            for (Patch patch : patches) {
                json.add(separator + "{\"id\":\"" + patch.pending().id() + "\"");
                if (patch.data() == null) {
                    errors(patch.errors(), json);
                }
                json.add("}");
                separator = ",";
            }
            json.add("],");
        }
    }

    /** As graphql-js 17.0.0-alpha.2 wrote them, known as 20220824: what has come carries its path. */
    static final class Earlier extends Increments {

        @Override
        void announce(Collection<Pending> pending, Bytes json) {
            // Nothing is announced in this format.
        }

        @Override
        void patch(Collection<Patch> patches, Bytes json) {
            String separator = "\"incremental\":[";
            for (Patch patch : patches) {
                Json data = patch.data();
                json.add(separator + "{\"data\":")
                        .add(data == null ? Json.NULL : data)
                        .add(",\"path\":")
                        .add(JsonValues.write(patch.pending().path()));
                label(patch.pending().label(), json);
                errors(patch.errors(), json);
                json.add("}");
                separator = ",";
            }
            json.add("],");
        }
    }
}
