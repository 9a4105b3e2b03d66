package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.asking.EntityLookup;
import io.asyncflow.gateway.executor.asking.Question;
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
import io.asyncflow.gateway.executor.tree.Ints;
import io.asyncflow.gateway.executor.tree.Tree;
import java.util.List;
import java.util.function.Predicate;

/** Takes what subgraphs answer into the tree, whatever they answer. */
final class Answers {

    private static final String INVALID = "SUBGRAPH_RESPONSE_INVALID";

    private final Tree tree;
    private final Faults faults;
    private final TreeReader reader;
    private final Merging merging;
    private final FaultPlaces places;
    private final Predicate<String> showsErrors;

    /**
     * @param showsErrors whether clients may read what the subgraph of that name reports
     */
    Answers(Workspace workspace, Program program, Predicate<String> showsErrors) {
        this.tree = workspace.tree;
        this.faults = workspace.faults;
        this.reader = new TreeReader(tree, program.types());
        this.merging = new Merging(tree, program.shares());
        this.places = new FaultPlaces(tree);
        this.showsErrors = showsErrors;
    }

    void take(Step.Root step, Ints objects, Json body) {
        take(body, step.fetch().graph().name(), new Roots(step.reader(), objects));
    }

    void take(Step.Entities step, Question question, Json body) {
        take(body, step.fetch().graph().name(), entities(step, question));
    }

    void fail(Step.Root step, Ints objects, Fault fault) {
        new Roots(step.reader(), objects).failAll(faults.add(fault));
    }

    void fail(Step.Entities step, Question question, Fault fault) {
        entities(step, question).failAll(faults.add(fault));
    }

    /** Hands on a fault that has kept an object from being asked for. */
    void leaveOut(EntityLookup lookup, int object, int fault) {
        merging.fail(lookup.reader(), object, fault);
    }

    private Recipients entities(Step.Entities step, Question question) {
        return new EntityRecipients(step.lookups(), question, reader, merging, places);
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

    static String name(JsonCursor cursor) {
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
        public void put(List<Object> path, int fault) {
            for (int i = 0; i < objects.size(); i++) {
                places.put(fields, objects.get(i), path, 0, fault);
            }
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
}
