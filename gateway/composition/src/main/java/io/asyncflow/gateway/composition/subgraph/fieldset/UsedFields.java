package io.asyncflow.gateway.composition.subgraph.fieldset;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnField;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnType;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.SyntaxException;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that a subgraph names for a purpose of Federation, or because an interface asks for them. */
public final class UsedFields {

    private final Draft draft;
    private final FieldSets fieldSets;
    private final Set<Coordinate> used = new HashSet<>();

    private UsedFields(Draft draft, FieldSets fieldSets) {
        this.draft = draft;
        this.fieldSets = fieldSets;
    }

    public static Set<Coordinate> of(Draft draft, FieldSets fieldSets) {
        UsedFields fields = new UsedFields(draft, fieldSets);
        List.of(Federation.KEY, Federation.REQUIRES, Federation.PROVIDES).forEach(fields::fieldSets);
        fields.contexts();
        draft.types().values().forEach(fields::implementations);
        return fields.used;
    }

    private void fieldSets(String directive) {
        for (Applied applied : draft.applications(directive)) {
            TypeDefinition type = switch (applied.site()) {
                case OnType(TypeDefinition part) -> part;
                case OnField(FieldsDefinition part, FieldDefinition field) ->
                    directive.equals(Federation.REQUIRES) ? part : draft.type(field.type());
                default -> null;
            };
            if (type != null && Draft.isComposite(type)) {
                used.addAll(fieldSets.fieldsAndImplementations(applied.directive(), type));
            }
        }
    }

    private void contexts() {
        Map<String, List<TypeDefinition>> contexts = Contexts.of(draft);
        for (Applied applied : draft.applications(Federation.FROM_CONTEXT)) {
            ContextField field = ContextField.of(applied.directive());
            if (field.context() == null || field.selection() == null) {
                continue;
            }
            for (TypeDefinition type : contexts.getOrDefault(field.context(), List.of())) {
                try {
                    collect(fieldSets.read(Parser.selections(field.selection()), type));
                } catch (FieldSetProblem | SyntaxException problem) {
                    continue;
                }
            }
        }
    }

    private void collect(List<Selected> selections) {
        for (Selected selected : selections) {
            FieldDefinition field = selected.field();
            if (field != null) {
                Coordinate coordinate = Coordinate.of(selected.parent(), field);
                used.add(coordinate);
                used.addAll(fieldSets.implementations(coordinate));
            }
            collect(selected.selections());
        }
    }

    private void implementations(TypeDefinition type) {
        if (type instanceof InterfaceDefinition promised) {
            for (ObjectDefinition implementation : draft.implementations(promised)) {
                promised.fields().forEach(field -> used.add(new Coordinate(implementation.name(), field.name())));
            }
        }
    }
}
