package io.asyncflow.gateway.composition.subgraph.fieldset;

import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.fieldset.FieldSetProblem.Kind;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.SyntaxException;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.Value.StringValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the fields that a field set means. */
public final class FieldSets {

    private static final FieldVisitor NO_OBJECTION = (_, _) -> {};

    private static final String QUERY = OperationType.QUERY.rootName();

    private final Draft draft;
    private final FieldChecks checks;

    public FieldSets(Draft draft) {
        this.draft = draft;
        this.checks = new FieldChecks(draft);
    }

    /** Sees each field as it is found, and may object to it. */
    public interface FieldVisitor {

        void visit(TypeDefinition parent, FieldDefinition field) throws FieldSetProblem;
    }

    /** What the {@code fields} of the directive select from the type. */
    public List<Selected> read(Directive directive, TypeDefinition type, FieldVisitor visitor) throws FieldSetProblem {
        List<Selected> selected = resolve(type, parse(directive), visitor);
        checks.check(selected, true);
        return selected;
    }

    /** Throws what makes the directive impossible to understand, whether it could be met or not. */
    public void understand(Directive directive, TypeDefinition type) throws FieldSetProblem {
        resolve(type, parse(directive), NO_OBJECTION);
    }

    /** What the selections select from the type; aliases and directives are left to the caller. */
    public List<Selected> read(List<Selection> selections, TypeDefinition type) throws FieldSetProblem {
        List<Selected> selected = resolve(type, selections, NO_OBJECTION);
        checks.check(selected, false);
        return selected;
    }

    /** All fields that the directive names, as far as it can be understood. */
    public List<Coordinate> fields(Directive directive, TypeDefinition type) {
        List<Coordinate> found = new ArrayList<>();
        try {
            resolve(type, parse(directive), (parent, field) -> found.add(Coordinate.of(parent, field)));
        } catch (FieldSetProblem problem) {
            return found;
        }
        return found;
    }

    /** The same, together with the fields that implement those of interfaces. */
    public List<Coordinate> fieldsAndImplementations(Directive directive, TypeDefinition type) {
        List<Coordinate> found = new ArrayList<>();
        for (Coordinate field : fields(directive, type)) {
            found.add(field);
            found.addAll(implementations(field));
        }
        return found;
    }

    public List<Coordinate> implementations(Coordinate field) {
        return draft.type(field.type()) instanceof InterfaceDefinition type
                ? draft.implementations(type).stream()
                        .filter(implementation -> draft.field(implementation, field.field()) != null)
                        .map(implementation -> new Coordinate(implementation.name(), field.field()))
                        .toList()
                : List.of();
    }

    private static List<Selection> parse(Directive directive) throws FieldSetProblem {
        if (!(directive.argument("fields") instanceof StringValue(String text))) {
            throw new FieldSetProblem(Kind.NOT_A_STRING, "its fields are not a string; put them in quotes");
        }
        try {
            return Parser.selections(text);
        } catch (SyntaxException problem) {
            throw new FieldSetProblem(
                    Kind.INVALID,
                    "its fields are not a field set such as \"id name\": " + withoutPeriod(problem.getMessage()));
        }
    }

    private static String withoutPeriod(@Nullable String sentence) {
        return sentence == null || !sentence.endsWith(".")
                ? String.valueOf(sentence)
                : sentence.substring(0, sentence.length() - 1);
    }

    private List<Selected> resolve(TypeDefinition parent, List<Selection> selections, FieldVisitor visitor)
            throws FieldSetProblem {
        List<Selected> resolved = new ArrayList<>();
        for (Selection selection : selections) {
            checks.directives(selection);
            resolved.add(
                    switch (selection) {
                        case Selection.Field field -> resolve(parent, field, visitor);
                        case Selection.InlineFragment fragment -> resolve(parent, fragment, visitor);
                        case Selection.FragmentSpread spread ->
                            throw new FieldSetProblem(
                                    Kind.INVALID,
                                    "it spreads the fragment \"%s\", but there are no named fragments here"
                                            .formatted(spread.name()));
                    });
        }
        return resolved;
    }

    private Selected resolve(TypeDefinition parent, Selection.Field field, FieldVisitor visitor)
            throws FieldSetProblem {
        FieldDefinition definition = draft.field(parent, field.name());
        if (definition == null) {
            throw new FieldSetProblem(
                    Kind.INVALID,
                    "\"%s\" has no field \"%s\" in this subgraph; add it, as @external if another subgraph resolves it, or correct the name"
                            .formatted(parent.name(), field.name()),
                    parent);
        }
        visitor.visit(parent, definition);
        checks.arguments(parent, definition, field);
        TypeDefinition type = draft.type(definition.type());
        List<Selected> within = List.of();
        if (!field.selections().isEmpty()) {
            if (type == null || !Draft.isComposite(type)) {
                throw new FieldSetProblem(
                        Kind.INVALID,
                        "\"%s.%s\" is of type %s, which has no fields to select"
                                .formatted(parent.name(), field.name(), definition.type()),
                        definition);
            }
            within = resolve(type, field.selections(), visitor);
        }
        return new Selected(field, parent, definition, within);
    }

    /** A condition that names no type here is none: other subgraphs may know the type. All of them have a Query. */
    private Selected resolve(TypeDefinition parent, Selection.InlineFragment fragment, FieldVisitor visitor)
            throws FieldSetProblem {
        String condition = fragment.typeCondition();
        TypeDefinition known = condition == null ? null : draft.type(condition);
        TypeDefinition type = known == null && !QUERY.equals(condition) ? parent : known;
        if (type == null || !Draft.isComposite(type)) {
            throw new FieldSetProblem(
                    Kind.INVALID, "it selects on \"%s\", which is no type with fields here".formatted(condition));
        }
        return new Selected(fragment, type, null, resolve(type, fragment.selections(), visitor));
    }
}
