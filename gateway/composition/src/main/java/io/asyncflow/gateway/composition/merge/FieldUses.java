package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import java.util.HashSet;
import java.util.Set;

/** Which fields of one subgraph its keys, {@code @requires}, {@code @provides}, contexts and interfaces rely on. */
final class FieldUses {

    private final Contributor subgraph;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> provided = new HashSet<>();
    private final Set<String> others = new HashSet<>();

    FieldUses(Contributor subgraph) {
        this.subgraph = subgraph;
        for (TypeDefinition type : subgraph.schema().types().values()) {
            if (type instanceof FieldsDefinition definition) {
                read(definition);
            }
        }
    }

    boolean isKey(String type, String field) {
        return keys.contains(Coordinate.of(type, field));
    }

    boolean isProvided(String type, String field) {
        return !provided.isEmpty() && provided.contains(Coordinate.of(type, field));
    }

    boolean isUsed(String type, String field) {
        String coordinate = Coordinate.of(type, field);
        return keys.contains(coordinate) || provided.contains(coordinate) || others.contains(coordinate);
    }

    private void read(FieldsDefinition type) {
        for (Directive directive : type.directives()) {
            if (directive.name().equals(Federation.KEY)) {
                collect(type.name(), directive, keys);
            }
        }
        for (FieldDefinition field : type.fields()) {
            read(type, field);
            if (type instanceof InterfaceDefinition) {
                implementationsOf(type.name(), field.name());
            }
        }
    }

    private void read(FieldsDefinition type, FieldDefinition field) {
        for (Directive directive : field.directives()) {
            switch (directive.name()) {
                case Federation.REQUIRES -> collect(type.name(), directive, others);
                case Federation.PROVIDES -> collect(field.type().name(), directive, provided);
                default -> {}
            }
        }
        for (InputValueDefinition argument : field.arguments()) {
            Directive fromContext = Applications.first(argument.directives(), Federation.FROM_CONTEXT);
            ContextSelection selection = fromContext == null ? null : ContextSelection.of(fromContext);
            if (selection != null) {
                selection.addFields(subgraph, others);
            }
        }
    }

    private void implementationsOf(String interfaceName, String field) {
        for (ObjectDefinition implementation : subgraph.implementations(interfaceName)) {
            others.add(Coordinate.of(implementation.name(), field));
        }
    }

    private void collect(String parent, Directive directive, Set<String> into) {
        new SelectedFields(subgraph, into).addAll(parent, Applications.fields(directive));
    }
}
