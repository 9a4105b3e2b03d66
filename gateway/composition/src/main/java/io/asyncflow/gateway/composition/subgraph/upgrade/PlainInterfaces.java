package io.asyncflow.gateway.composition.subgraph.upgrade;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import java.util.List;

/**
 * Interfaces have no {@code @key}, {@code @requires} or {@code @provides} in Federation 1, and fields without fields
 * provide none.
 */
final class PlainInterfaces extends Step {

    private final Draft draft;

    private PlainInterfaces(Draft draft) {
        this.draft = draft;
    }

    static Draft of(Draft draft) {
        return new PlainInterfaces(draft).rewrite(draft);
    }

    @Override
    protected List<Directive> directivesOf(TypeDefinition type) {
        return type instanceof InterfaceDefinition ? without(type.directives(), Federation.KEY) : type.directives();
    }

    @Override
    protected List<Directive> directivesOf(FieldsDefinition type, FieldDefinition field) {
        if (type instanceof InterfaceDefinition) {
            return without(without(field.directives(), Federation.PROVIDES), Federation.REQUIRES);
        }
        return Draft.isComposite(draft.type(field.type()))
                ? field.directives()
                : without(field.directives(), Federation.PROVIDES);
    }
}
