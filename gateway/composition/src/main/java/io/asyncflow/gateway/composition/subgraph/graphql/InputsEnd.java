package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeRef.NamedType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** No input type requires itself: nobody could ever write such a value down. */
final class InputsEnd implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        Walk walk = new Walk(draft, reporter);
        draft.types().values().forEach(type -> {
            if (type instanceof InputDefinition input) {
                walk.from(input);
            }
        });
    }

    /** A depth-first walk over required fields that keeps its own stack, as chains can be as long as a schema. */
    private static final class Walk {

        private final Draft draft;
        private final Reporter reporter;
        private final Set<String> done = new HashSet<>();
        private final Map<String, Step> open = new LinkedHashMap<>();
        private final Deque<Step> stack = new ArrayDeque<>();

        private static final class Step {

            private final InputDefinition type;
            private int next;

            Step(InputDefinition type) {
                this.type = type;
            }
        }

        Walk(Draft draft, Reporter reporter) {
            this.draft = draft;
            this.reporter = reporter;
        }

        void from(InputDefinition start) {
            enter(start);
            while (!stack.isEmpty()) {
                Step step = stack.getLast();
                if (step.next == step.type.fields().size()) {
                    open.remove(step.type.name());
                    stack.removeLast();
                } else {
                    follow(step.type, step.type.fields().get(step.next++));
                }
            }
        }

        private void enter(InputDefinition type) {
            if (done.add(type.name())) {
                Step step = new Step(type);
                open.put(type.name(), step);
                stack.addLast(step);
            }
        }

        private void follow(InputDefinition type, InputValueDefinition field) {
            if (!(field.type() instanceof NonNullType(NamedType(String name)))
                    || !(draft.type(name) instanceof InputDefinition next)) {
                return;
            }
            if (open.containsKey(name)) {
                reporter.report(
                        ErrorCode.INVALID_GRAPHQL,
                        "Input \"%s\" requires itself through \"%s.%s\"; make a field on the way nullable."
                                .formatted(name, type.name(), field.name()),
                        field);
            } else {
                enter(next);
            }
        }
    }
}
