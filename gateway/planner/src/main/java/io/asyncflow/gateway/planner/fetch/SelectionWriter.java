package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.Selection.InlineFragment;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.VariableValue;
import io.asyncflow.gateway.planner.fetch.SelectionDraft.FieldDraft;
import io.asyncflow.gateway.planner.operation.Condition;
import io.asyncflow.gateway.planner.operation.Selected.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes drafts as the selections of a request, and notes the variables that they use. */
final class SelectionWriter {

    private static final Selection TYPENAME =
            new Selection.Field(null, "__typename", List.of(), List.of(), List.of(), Position.NONE);

    /** Hold for the whole request. */
    private final List<Condition> conditions;

    private final Set<String> variables = new LinkedHashSet<>();

    SelectionWriter(List<Condition> conditions) {
        this.conditions = conditions;
    }

    Set<String> variables() {
        return variables;
    }

    List<Selection> write(SelectionDraft draft) {
        if (draft.isEmpty()) {
            return List.of(TYPENAME);
        }
        List<Selection> written = new ArrayList<>(draft.fields().size());
        Set<String> leaves = new HashSet<>();
        Map<String, List<FieldDraft>> narrowed = new LinkedHashMap<>();
        for (FieldDraft field : draft.fields()) {
            if (field.types() != null) {
                field.types()
                        .forEach(type -> narrowed.computeIfAbsent(type, _ -> new ArrayList<>())
                                .add(field));
            } else if (!isPlainLeaf(field) || leaves.add(field.slot().key())) {
                written.add(write(field));
            }
        }
        narrowed.forEach((type, fields) -> written.add(fragment(type, fields, leaves)));
        return written;
    }

    private static Map<String, List<FieldDraft>> byType(SelectionDraft draft) {
        Map<String, List<FieldDraft>> byType = new LinkedHashMap<>();
        for (FieldDraft field : draft.fields()) {
            if (field.types() != null) {
                for (String type : field.types()) {
                    byType.computeIfAbsent(type, _ -> new ArrayList<>()).add(field);
                }
            }
        }
        return byType;
    }

    private static boolean isPlainLeaf(FieldDraft field) {
        return field.selections() == null && field.slot().isPlain();
    }

    private Selection fragment(String type, List<FieldDraft> fields, Set<String> leavesOfAll) {
        List<Selection> written = new ArrayList<>(fields.size());
        Set<String> leaves = new HashSet<>(leavesOfAll);
        for (FieldDraft field : fields) {
            if (!isPlainLeaf(field) || leaves.add(field.slot().key())) {
                written.add(write(field));
            }
        }
        return new InlineFragment(type, List.of(), written.isEmpty() ? List.of(TYPENAME) : written, Position.NONE);
    }

    private Selection write(FieldDraft draft) {
        Field field = draft.slot().field();
        List<Condition> own = own(field);
        Selection written = field(draft, field, directives(field, own));
        for (int i = 1; i < own.size(); i++) {
            written = new InlineFragment(null, List.of(directive(own.get(i))), List.of(written), Position.NONE);
        }
        return written;
    }

    private List<Condition> own(Field field) {
        if (field.conditions().isEmpty() || conditions.isEmpty()) {
            return field.conditions();
        }
        List<Condition> own = new ArrayList<>(field.conditions());
        own.removeAll(conditions);
        return own;
    }

    private List<Directive> directives(Field field, List<Condition> own) {
        if (field.directives().isEmpty() && own.isEmpty()) {
            return List.of();
        }
        List<Directive> directives = new ArrayList<>(field.directives());
        if (!own.isEmpty()) {
            directives.add(directive(own.getFirst()));
        }
        directives.forEach(directive -> directive.arguments().forEach(argument -> note(argument.value())));
        return directives;
    }

    private Selection field(FieldDraft draft, Field field, List<Directive> directives) {
        String key = draft.slot().key();
        return new Selection.Field(
                key.equals(field.name()) ? null : key,
                field.name(),
                arguments(draft),
                directives,
                draft.selections() == null ? List.of() : write(draft.selections()),
                Position.NONE);
    }

    private List<Argument> arguments(FieldDraft draft) {
        List<Argument> given = draft.slot().arguments();
        for (Argument argument : given) {
            note(argument.value());
        }
        if (draft.contexts().isEmpty()) {
            return given;
        }
        List<Argument> all = new ArrayList<>(given);
        draft.contexts()
                .forEach(context -> all.add(
                        new Argument(context.argument().name(), new VariableValue(context.variable()), Position.NONE)));
        return all;
    }

    private Directive directive(Condition condition) {
        variables.add(condition.variable());
        return new Directive(
                condition.expected() ? "include" : "skip",
                List.of(new Argument("if", new VariableValue(condition.variable()), Position.NONE)),
                Position.NONE);
    }

    private void note(Value value) {
        switch (value) {
            case VariableValue(String name) -> variables.add(name);
            case Value.ListValue list -> list.values().forEach(this::note);
            case Value.ObjectValue object -> object.fields().values().forEach(this::note);
            case Value.IntValue _,
                    Value.FloatValue _,
                    Value.StringValue _,
                    Value.BooleanValue _,
                    Value.NullValue _,
                    Value.EnumValue _ -> {}
        }
    }
}
