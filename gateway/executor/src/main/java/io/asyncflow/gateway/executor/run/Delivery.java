package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.Outcome.Part;
import io.asyncflow.gateway.executor.Outcome.Patch;
import io.asyncflow.gateway.executor.Outcome.Pending;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.executor.json.JsonWriter;
import io.asyncflow.gateway.executor.json.OversizeException;
import io.asyncflow.gateway.executor.program.Program;
import io.asyncflow.gateway.executor.projection.Later;
import io.asyncflow.gateway.executor.projection.Projector;
import io.asyncflow.gateway.planner.plan.Deferred;
import io.asyncflow.gateway.planner.plan.Fetch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what of the answer can be sent: the first part once all its fetches are done, then each deferred part. */
final class Delivery {

    /** What is sent, or that nothing can be. */
    sealed interface Sent {

        boolean isLast();

        /** The whole answer, or the first part of it. */
        record First(Part part) implements Sent {

            @Override
            public boolean isLast() {
                return !part.hasNext();
            }
        }

        record Next(Part part) implements Sent {

            @Override
            public boolean isLast() {
                return !part.hasNext();
            }
        }

        record Failed(Throwable failure) implements Sent {

            @Override
            public boolean isLast() {
                return true;
            }
        }
    }

    /** A deferred part of an object that the client has seen. */
    private record Open(Pending pending, int deferred, int object) {}

    private final Program program;
    private final Workspace workspace;
    private final int root;
    private final Program.Answering answering;
    private final Projector projector;
    private final Map<Integer, Integer> remaining = new HashMap<>();
    private final Map<Integer, Integer> around = new HashMap<>();
    private final Map<Integer, BitSet> reaches = new HashMap<>();
    private List<Open> open = new ArrayList<>();
    private int first;
    private boolean begun;
    private int announced;

    Delivery(Program program, Run run, Workspace workspace, int root) {
        this.program = program;
        this.workspace = workspace;
        this.root = root;
        this.answering = program.answering(run::isTrue);
        this.projector = workspace.projector(program);
        program.plan().deferred().forEach(each -> around.put(each.id(), each.parent()));
        for (Fetch fetch : program.plan().fetches()) {
            if (fetch.deferral() == 0) {
                first++;
            } else {
                remaining.merge(fetch.deferral(), 1, Integer::sum);
            }
        }
    }

    void done(Fetch fetch) {
        if (fetch.deferral() == 0) {
            first--;
        } else {
            remaining.merge(fetch.deferral(), -1, Integer::sum);
        }
    }

    /** The next part that is ready, or null. */
    @Nullable
    Sent next(Timings timings) {
        if (!begun) {
            return first == 0 ? begin(timings) : null;
        }
        return further(timings);
    }

    private Sent begin(Timings timings) {
        JsonWriter out = workspace.out;
        out.raw("{\"data\":");
        List<Later> later = projector.write(answering.initial(), root, List.of(), this::isDeferred);
        if (later.isEmpty()) {
            workspace.faults.tellRest();
        }
        workspace.faults.moveTo(out, ",\"errors\":");
        Json told = timings.toldWithPlan(program.plan().fetches());
        if (told != null) {
            out.raw(",\"extensions\":").add(told);
        }
        Json response = out.add('}').toJson();
        List<Pending> pending = announce(later);
        begun = true;
        return new Sent.First(new Part(response, pending, List.of(), !open.isEmpty()));
    }

    /** The answer where the operation has outgrown its memory; parts that were promised cannot come. */
    Sent refused(OversizeException oversize) {
        if (begun) {
            return new Sent.Failed(oversize);
        }
        Map<String, Object> error = Map.of(
                "message", String.valueOf(oversize.getMessage()),
                "extensions", Map.of("code", OversizeException.CODE));
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("data", null);
        response.put("errors", List.of(error));
        return new Sent.First(new Part(JsonValues.write(response), List.of(), List.of(), false));
    }

    private boolean isDeferred(int deferred, int object) {
        boolean reached = reaches.computeIfAbsent(deferred, this::objects).get(object);
        return reached && !answering.later(deferred).isEmpty(workspace.tree, object);
    }

    private BitSet objects(int deferred) {
        BitSet objects = new BitSet();
        program.deferred(deferred).walk(workspace.tree, root, (object, _) -> objects.set(object));
        return objects;
    }

    private List<Pending> announce(List<Later> later) {
        List<Pending> pending = new ArrayList<>(later.size());
        for (Later each : later) {
            Deferred deferred = program.plan().deferred().get(each.deferred());
            Pending one = new Pending(announced++, deferred.label(), each.path());
            pending.add(one);
            open.add(new Open(one, each.deferred(), each.object()));
        }
        return pending;
    }

    /** What is announced with a part can be ready with it. */
    private @Nullable Sent further(Timings timings) {
        reaches.clear();
        List<Pending> pending = new ArrayList<>();
        List<Patch> patches = new ArrayList<>();
        for (List<Open> some = takeReady(); !some.isEmpty(); some = takeReady()) {
            for (int i = 0; i < some.size(); i++) {
                boolean last = open.isEmpty() && i == some.size() - 1;
                patches.add(patch(some.get(i), last, pending));
            }
        }
        return patches.isEmpty()
                ? null
                : new Sent.Next(new Part(
                        null,
                        pending,
                        patches,
                        !open.isEmpty(),
                        timings.told(program.plan().fetches())));
    }

    private List<Open> takeReady() {
        List<Open> some = new ArrayList<>();
        List<Open> others = new ArrayList<>();
        for (Open each : open) {
            int deferral = program.plan().deferred().get(each.deferred()).id();
            (isReady(deferral) ? some : others).add(each);
        }
        open = others;
        return some;
    }

    /** Whether all fetches are done that it, or a part around it, takes. */
    private boolean isReady(int deferral) {
        for (int at = deferral; at != 0; at = around.getOrDefault(at, 0)) {
            if (remaining.getOrDefault(at, 0) > 0) {
                return false;
            }
        }
        return true;
    }

    private Patch patch(Open each, boolean isLast, List<Pending> pending) {
        JsonWriter out = workspace.out;
        out.cut(0);
        List<Later> later = projector.write(
                answering.later(each.deferred()), each.object(), each.pending().path(), this::isDeferred);
        Json data = out.toJson();
        out.cut(0);
        if (isLast && later.isEmpty()) {
            workspace.faults.tellRest();
        }
        Json errors = workspace.faults.moveTo(out, "") ? out.toJson() : null;
        pending.addAll(announce(later));
        return new Patch(each.pending(), data.equals(Json.NULL) ? null : data, errors);
    }
}
