package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.asking.EntityLookup;
import io.asyncflow.gateway.executor.asking.Question;
import io.asyncflow.gateway.executor.asking.Targets;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonCursor;
import io.asyncflow.gateway.executor.json.JsonException;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.executor.program.Program;
import io.asyncflow.gateway.executor.program.Step;
import io.asyncflow.gateway.executor.projection.Fault;
import io.asyncflow.gateway.executor.projection.Faults;
import io.asyncflow.gateway.executor.reading.Reader;
import io.asyncflow.gateway.executor.reading.TreeReader;
import io.asyncflow.gateway.executor.tree.Cell;
import io.asyncflow.gateway.executor.tree.Ints;
import io.asyncflow.gateway.executor.tree.Tree;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes what subgraphs answer into the tree, whatever they answer. */
final class Answers {

    private static final String INVALID = "SUBGRAPH_RESPONSE_INVALID";

    private final Tree tree;
    private final Faults faults;
    private final TreeReader reader;
    private final Merging merging;
    private final Predicate<String> showsErrors;

    /**
     * @param showsErrors whether clients may read what the subgraph of that name reports
     */
    Answers(Workspace workspace, Program program, Predicate<String> showsErrors) {
        this.tree = workspace.tree;
        this.faults = workspace.faults;
        this.reader = new TreeReader(tree, program.types());
        this.merging = new Merging(tree, program.shares());
        this.showsErrors = showsErrors;
    }

    /** What an answer is for, in the tree. */
    private interface Recipients {

        /** Reads {@code data}; the cursor stands at its brace. */
        void read(JsonCursor cursor);

        /** Puts the fault where the path leads to nothing; false where it does not lead there. */
        boolean put(List<Object> path, int fault);

        /** Puts the fault wherever the answer should have brought something and has not. */
        void failAll(int fault);

        /** Whether the answer has brought all that it should have, though perhaps as null. */
        boolean haveCome();

        /** Takes back what was read since the tree had that much in it. */
        void undo(int cells, int text);
    }

    void take(Step.Root step, Ints objects, Json body) {
        take(body, step.fetch().graph().name(), new Roots(step.reader(), objects));
    }

    void take(Step.Entities step, Question question, Json body) {
        take(body, step.fetch().graph().name(), new Entities(step.lookups(), question));
    }

    void fail(Step.Root step, Ints objects, Fault fault) {
        new Roots(step.reader(), objects).failAll(faults.add(fault));
    }

    void fail(Step.Entities step, Question question, Fault fault) {
        new Entities(step.lookups(), question).failAll(faults.add(fault));
    }

    /** Hands on a fault that has kept an object from being asked for. */
    void leaveOut(EntityLookup lookup, int object, int fault) {
        merging.fail(lookup.reader(), object, fault);
    }

    private void take(Json body, String subgraph, Recipients recipients) {
        int cells = tree.cells();
        int text = tree.add(body);
        try {
            read(reader.over(text, text + body.length()), subgraph, recipients);
        } catch (JsonException rubbish) {
            recipients.undo(cells, text);
            recipients.failAll(faults.add(Fault.of(
                    "The subgraph " + subgraph + " has answered something else than JSON that fits the request",
                    INVALID,
                    subgraph)));
        }
    }

    private void read(JsonCursor cursor, String subgraph, Recipients recipients) {
        boolean data = false;
        Json errors = null;
        cursor.expect('{');
        if (!cursor.take('}')) {
            do {
                String name = name(cursor);
                if (name.equals("data") && cursor.peek() == '{') {
                    recipients.read(cursor);
                    data = true;
                } else {
                    int start = cursor.skip();
                    if (name.equals("errors")) {
                        errors = new Json(cursor.bytes(), start, cursor.at());
                    }
                }
            } while (cursor.take(','));
            cursor.expect('}');
        }
        cursor.expectEnd();
        report(data, errors == null ? List.of() : reported(errors, subgraph), subgraph, recipients);
    }

    private List<SubgraphFault> reported(Json errors, String subgraph) {
        return SubgraphFault.read(errors, subgraph, showsErrors.test(subgraph));
    }

    private static String name(JsonCursor cursor) {
        if (cursor.peek() != '"') {
            throw cursor.wrong("Expected a name");
        }
        int start = cursor.skip();
        String name = JsonValues.text(new Json(cursor.bytes(), start, cursor.at()));
        cursor.expect(':');
        return name;
    }

    private void report(boolean data, List<SubgraphFault> reported, String subgraph, Recipients recipients) {
        int first = -1;
        for (SubgraphFault each : reported) {
            int fault = faults.add(each.fault());
            first = first < 0 ? fault : first;
            if (!each.path().isEmpty()) {
                recipients.put(each.path(), fault);
            }
        }
        if (!data || !recipients.haveCome()) {
            recipients.failAll(
                    first >= 0
                            ? first
                            : faults.add(Fault.of(
                                    "The subgraph " + subgraph + " has answered without data", INVALID, subgraph)));
        }
    }

    /** Puts the fault where the path leads from the object, unless there is something. */
    private boolean put(@Nullable Reader below, int object, List<Object> path, int at, int fault) {
        int field = below == null || at >= path.size() ? -1 : below.field(String.valueOf(path.get(at)));
        if (below == null || field < 0) {
            return false;
        }
        int slot = below.slot(field);
        long cell = tree.slot(object, slot);
        if (Cell.isEmpty(cell)) {
            if (Cell.kind(cell) != Cell.ERROR) {
                tree.slot(object, slot, Cell.of(Cell.ERROR, fault));
            }
            return true;
        }
        return within(below.below(field), cell, path, at + 1, fault);
    }

    private boolean within(@Nullable Reader below, long cell, List<Object> path, int at, int fault) {
        if (Cell.kind(cell) == Cell.OBJECT) {
            return put(below, Cell.number(cell), path, at, fault);
        }
        boolean item = Cell.kind(cell) == Cell.LIST && at < path.size() && path.get(at) instanceof Integer;
        int list = Cell.number(cell);
        int position = item ? (int) path.get(at) : -1;
        if (position < 0 || position >= tree.size(list)) {
            return false;
        }
        long value = tree.get(Tree.item(list, position));
        if (Cell.isEmpty(value)) {
            tree.set(Tree.item(list, position), Cell.of(Cell.ERROR, fault));
            return true;
        }
        return within(below, value, path, at + 1, fault);
    }

    /** Objects of a root type, all of which get the same fields. */
    private final class Roots implements Recipients {

        private final Reader fields;
        private final Ints objects;

        private Roots(Reader fields, Ints objects) {
            this.fields = fields;
            this.objects = objects;
        }

        @Override
        public void read(JsonCursor cursor) {
            reader.object(fields, objects.get(0));
            copy();
        }

        private void copy() {
            for (int i = 1; i < objects.size(); i++) {
                merging.copy(fields, objects.get(0), objects.get(i));
            }
        }

        @Override
        public boolean put(List<Object> path, int fault) {
            boolean put = false;
            for (int i = 0; i < objects.size(); i++) {
                put |= Answers.this.put(fields, objects.get(i), path, 0, fault);
            }
            return put;
        }

        @Override
        public void failAll(int fault) {
            for (int i = 0; i < objects.size(); i++) {
                merging.fail(fields, objects.get(i), fault);
            }
        }

        @Override
        public boolean haveCome() {
            return true;
        }

        @Override
        public void undo(int cells, int text) {
            for (int i = 0; i < objects.size(); i++) {
                merging.undo(fields, objects.get(i), cells, text);
            }
        }
    }

    /** Entities, by lookup and representation. */
    private final class Entities implements Recipients {

        private final List<EntityLookup> lookups;
        private final List<Targets> targets;

        /** For each lookup, the entities that were there; null where there was no list of them. */
        private final @Nullable BitSet[] come;

        private Entities(List<EntityLookup> lookups, Question question) {
            this.lookups = lookups;
            this.targets = question.targets();
            this.come = new BitSet[lookups.size()];
        }

        @Override
        public void read(JsonCursor cursor) {
            cursor.expect('{');
            if (!cursor.take('}')) {
                do {
                    int lookup = lookup(name(cursor));
                    if (lookup < 0 || cursor.peek() != '[') {
                        cursor.skip();
                    } else {
                        come[lookup] = list(cursor, lookups.get(lookup).reader(), targets.get(lookup));
                    }
                } while (cursor.take(','));
                cursor.expect('}');
            }
        }

        private int lookup(String key) {
            for (int i = 0; i < lookups.size(); i++) {
                if (lookups.get(i).key().equals(key)) {
                    return i;
                }
            }
            return -1;
        }

        private BitSet list(JsonCursor cursor, Reader fields, Targets wanted) {
            BitSet found = new BitSet();
            int[] first = first(wanted);
            int position = 0;
            cursor.expect('[');
            if (!cursor.take(']')) {
                do {
                    if (position < first.length && cursor.peek() == '{') {
                        reader.object(fields, first[position]);
                        found.set(position);
                    } else {
                        cursor.skip();
                    }
                    position++;
                } while (cursor.take(','));
                cursor.expect(']');
            }
            if (position != first.length) {
                throw cursor.wrong("Expected " + first.length + " entities");
            }
            for (int i = 0; i < wanted.size(); i++) {
                merging.copy(fields, first[wanted.representation(i)], wanted.object(i));
            }
            return found;
        }

        /** The first object of each representation. */
        private static int[] first(Targets wanted) {
            int[] first = new int[wanted.asked()];
            for (int i = wanted.size() - 1; i >= 0; i--) {
                first[wanted.representation(i)] = wanted.object(i);
            }
            return first;
        }

        @Override
        public boolean put(List<Object> path, int fault) {
            int lookup = lookup(String.valueOf(path.getFirst()));
            if (lookup < 0) {
                return false;
            }
            Targets wanted = targets.get(lookup);
            Reader fields = lookups.get(lookup).reader();
            BitSet found = come[lookup];
            if (found == null || path.size() < 2 || !(path.get(1) instanceof Integer representation)) {
                failAll(fields, wanted, fault);
                return true;
            }
            boolean within = path.size() > 2 && found.get(Math.max(0, representation));
            boolean put = false;
            for (int i = wanted.last(representation); i != Targets.NONE; i = wanted.before(i)) {
                put |= within
                        ? Answers.this.put(fields, wanted.object(i), path, 2, fault)
                        : fail(fields, wanted.object(i), fault);
            }
            return put;
        }

        private boolean fail(Reader fields, int object, int fault) {
            merging.fail(fields, object, fault);
            return true;
        }

        @Override
        public boolean haveCome() {
            for (int i = 0; i < come.length; i++) {
                if (come[i] == null && targets.get(i).asked() > 0) {
                    return false;
                }
            }
            return true;
        }

        /** Those that came and had nothing are not failed for what another lookup of the request has not brought. */
        @Override
        public void failAll(int fault) {
            for (int lookup = 0; lookup < lookups.size(); lookup++) {
                if (come[lookup] == null) {
                    failAll(lookups.get(lookup).reader(), targets.get(lookup), fault);
                }
            }
        }

        private void failAll(Reader fields, Targets wanted, int fault) {
            for (int i = 0; i < wanted.size(); i++) {
                merging.fail(fields, wanted.object(i), fault);
            }
        }

        @Override
        public void undo(int cells, int text) {
            Arrays.fill(come, null);
            for (int lookup = 0; lookup < lookups.size(); lookup++) {
                for (int i = 0; i < targets.get(lookup).size(); i++) {
                    merging.undo(
                            lookups.get(lookup).reader(), targets.get(lookup).object(i), cells, text);
                }
            }
        }
    }
}
