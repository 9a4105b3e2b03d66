package io.asyncflow.gateway.server.live;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.Outcome.Part;
import io.asyncflow.gateway.executor.Outcome.Patch;
import io.asyncflow.gateway.executor.Outcome.Pending;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import java.util.List;
import java.util.StringJoiner;

/** Writes a part of an incremental answer as the current format of incremental delivery has it. */
final class IncrementalPayload {

    private IncrementalPayload() {}

    static Json of(Part part) {
        StringJoiner members = new StringJoiner(",", "{", "}");
        if (part.initial() != null) {
            inner(part.initial(), members);
        }
        if (!part.pending().isEmpty()) {
            members.add(list(
                    "pending",
                    part.pending().stream().map(IncrementalPayload::pending).toList()));
        }
        List<Patch> come =
                part.patches().stream().filter(patch -> patch.data() != null).toList();
        if (!come.isEmpty()) {
            members.add(list(
                    "incremental",
                    come.stream().map(IncrementalPayload::incremental).toList()));
        }
        if (!part.patches().isEmpty()) {
            members.add(list(
                    "completed",
                    part.patches().stream().map(IncrementalPayload::completed).toList()));
        }
        if (part.extensions() != null) {
            members.add("\"extensions\":" + part.extensions());
        }
        return Json.of(members.add("\"hasNext\":" + part.hasNext()).toString());
    }

    /** The response's own members, without its braces. */
    private static void inner(Json response, StringJoiner members) {
        String text = response.toString().strip();
        String inner = text.substring(1, text.length() - 1).strip();
        if (!inner.isEmpty()) {
            members.add(inner);
        }
    }

    private static String pending(Pending pending) {
        Json path = JsonValues.write(pending.path());
        String label = pending.label() == null ? "" : ",\"label\":" + JsonValues.write(pending.label());
        return "{" + id(pending) + ",\"path\":" + path + label + "}";
    }

    private static String incremental(Patch patch) {
        return "{" + id(patch.pending()) + ",\"data\":" + patch.data() + errors(patch) + "}";
    }

    /** Errors without data are why there is none: then they belong to the end of what was pending. */
    private static String completed(Patch patch) {
        return "{" + id(patch.pending()) + (patch.data() == null ? errors(patch) : "") + "}";
    }

    private static String errors(Patch patch) {
        return patch.errors() == null ? "" : ",\"errors\":" + patch.errors();
    }

    private static String id(Outcome.Pending pending) {
        return "\"id\":\"" + pending.id() + "\"";
    }

    private static String list(String name, List<String> elements) {
        return "\"" + name + "\":[" + String.join(",", elements) + "]";
    }
}
