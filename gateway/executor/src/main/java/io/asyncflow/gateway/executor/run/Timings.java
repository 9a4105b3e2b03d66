package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonWriter;
import io.asyncflow.gateway.planner.plan.Fetch;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long each fetch took, for those who want to know. */
class Timings {

    /** For those who do not. */
    static final Timings NONE = new Timings(0, Json.NULL) {
        @Override
        void started(int fetch) {}

        @Override
        void ended(int fetch, @Nullable String code) {}

        @Override
        void done(int fetch) {}

        @Override
        @Nullable
        Json told(List<Fetch> fetches) {
            return null;
        }

        @Override
        @Nullable
        Json toldWithPlan(List<Fetch> fetches) {
            return null;
        }
    };

    private static final double NANOS = 1e6;

    private final Json plan;
    private final long start = System.nanoTime();
    private final long[] began;
    private final long[] ended;
    private final int[] requests;
    private final @Nullable String[] codes;
    private final BitSet done = new BitSet();

    Timings(int fetches, Json plan) {
        this.plan = plan;
        began = new long[fetches];
        ended = new long[fetches];
        requests = new int[fetches];
        codes = new String[fetches];
    }

    void started(int fetch) {
        if (requests[fetch]++ == 0) {
            began[fetch] = System.nanoTime() - start;
        }
    }

    void ended(int fetch, @Nullable String code) {
        ended[fetch] = System.nanoTime() - start;
        codes[fetch] = code == null ? codes[fetch] : code;
    }

    void done(int fetch) {
        done.set(fetch);
    }

    /** The {@code extensions} that tell of the fetches done so far; one for which nothing was asked has no requests. */
    @Nullable
    Json told(List<Fetch> fetches) {
        return write(fetches, new JsonWriter(256).add('{'));
    }

    /** The same with the plan. */
    @Nullable
    Json toldWithPlan(List<Fetch> fetches) {
        return write(
                fetches,
                new JsonWriter(256 + plan.length())
                        .raw("{\"queryPlan\":")
                        .add(plan)
                        .add(','));
    }

    private Json write(List<Fetch> fetches, JsonWriter writer) {
        writer.raw("\"fetches\":[");
        int start = writer.length();
        for (Fetch fetch : fetches) {
            if (done.get(fetch.id())) {
                write(fetch, writer.raw(writer.length() == start ? "" : ","));
            }
        }
        return writer.raw("]}").toJson();
    }

    private void write(Fetch fetch, JsonWriter writer) {
        int id = fetch.id();
        writer.raw("{\"id\":" + id + ",\"subgraph\":").string(fetch.graph().name());
        writer.raw(",\"startMillis\":" + millis(began[id]) + ",\"millis\":" + millis(ended[id] - began[id]));
        writer.raw(",\"requests\":" + requests[id] + ",\"code\":");
        String code = codes[id];
        if (code == null) {
            writer.raw("null}");
        } else {
            writer.string(code).add('}');
        }
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f", Math.max(0, nanos) / NANOS);
    }
}
