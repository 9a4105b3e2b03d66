package io.asyncflow.gateway.executor.asking;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonWriter;
import io.asyncflow.gateway.executor.tree.Ints;
import io.asyncflow.gateway.executor.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the requests of an entity fetch: one, or several where objects take different values from their contexts, since
 * a variable has but one value in a request.
 */
public final class Questions {

    /** Told of objects that cannot be asked for, since an error left one of their inputs without a value. */
    public interface LeftOut {

        void becauseOf(int error, EntityLookup lookup, int object);
    }

    private final Tree tree;
    private final JsonWriter writer = new JsonWriter(1 << 10);
    private final Distinct distinct = new Distinct();

    public Questions(Tree tree) {
        this.tree = tree;
    }

    /** About how many bytes it takes between uses. */
    public long memory() {
        return writer.bytes().length + distinct.memory();
    }

    /** The objects of a lookup that take the same values from their contexts. */
    private static final class Group {

        private final Ints objects = new Ints();
        private Json contexts = Json.of("");
    }

    public List<Question> of(
            int root, RequestBody body, List<EntityLookup> lookups, Map<String, Json> values, LeftOut leftOut) {
        List<List<Group>> groups = new ArrayList<>(lookups.size());
        int rounds = 0;
        for (EntityLookup lookup : lookups) {
            List<Group> found = groups(root, lookup);
            groups.add(found);
            rounds = Math.max(rounds, found.size());
        }
        List<Question> questions = new ArrayList<>(rounds);
        for (int round = 0; round < rounds; round++) {
            add(questions, round, groups, body, lookups, values, leftOut);
        }
        return questions;
    }

    private List<Group> groups(int root, EntityLookup lookup) {
        if (lookup.contexts().isEmpty()) {
            Group all = new Group();
            lookup.way().walk(tree, root, (object, _) -> all.objects.add(object));
            return all.objects.size() == 0 ? List.of() : List.of(all);
        }
        Map<Json, Group> groups = new LinkedHashMap<>();
        lookup.way().walk(tree, root, (object, chain) -> {
            JsonWriter contexts = new JsonWriter(64);
            lookup.contexts().write(tree, chain, contexts);
            Json key = contexts.toJson();
            Group group = groups.computeIfAbsent(key, _ -> new Group());
            group.contexts = key;
            group.objects.add(object);
        });
        return List.copyOf(groups.values());
    }

    private void add(
            List<Question> questions,
            int round,
            List<List<Group>> groups,
            RequestBody body,
            List<EntityLookup> lookups,
            Map<String, Json> values,
            LeftOut leftOut) {
        writer.cut(0);
        boolean comma = body.begin(values, writer);
        List<Targets> targets = new ArrayList<>(lookups.size());
        int asked = 0;
        for (int i = 0; i < lookups.size(); i++) {
            Group group = round < groups.get(i).size() ? groups.get(i).get(round) : new Group();
            if (group.contexts.length() > 0) {
                writer.raw(comma ? "," : "").add(group.contexts);
                comma = true;
            }
            writer.raw(comma ? "," : "").add(lookups.get(i).variable());
            comma = true;
            Targets found = representations(lookups.get(i), group.objects, leftOut);
            targets.add(found);
            asked += found.asked();
        }
        if (asked > 0) {
            questions.add(new Question(RequestBody.end(writer), targets));
        }
    }

    private Targets representations(EntityLookup lookup, Ints objects, LeftOut leftOut) {
        Targets targets = new Targets();
        distinct.clear();
        writer.add('[');
        for (int i = 0; i < objects.size(); i++) {
            int object = objects.get(i);
            Representation representation = lookup.representation(tree, object);
            if (representation != null) {
                add(representation, object, lookup, targets, leftOut);
            }
        }
        writer.add(']');
        return targets;
    }

    private void add(Representation representation, int object, EntityLookup lookup, Targets targets, LeftOut leftOut) {
        int before = writer.length();
        if (targets.asked() > 0) {
            writer.add(',');
        }
        int start = writer.length();
        int outcome = representation.write(tree, object, writer);
        if (outcome != Representation.WRITTEN) {
            writer.cut(before);
            if (outcome != Representation.LACKING) {
                leftOut.becauseOf(outcome, lookup, object);
            }
            return;
        }
        int number = distinct.number(writer, start);
        if (number < targets.asked()) {
            writer.cut(before);
        }
        targets.add(object, number);
    }
}
