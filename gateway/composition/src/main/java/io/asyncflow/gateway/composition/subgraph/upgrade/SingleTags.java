package io.asyncflow.gateway.composition.subgraph.upgrade;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import java.util.List;

/** Drops tags of external fields that stand on the field itself, in the subgraph that resolves it, as well. */
final class SingleTags extends Step {

    private final Draft draft;
    private final Neighbours neighbours;

    private SingleTags(Draft draft, Neighbours neighbours) {
        this.draft = draft;
        this.neighbours = neighbours;
    }

    static Draft of(Draft draft, Neighbours neighbours) {
        boolean nothing = draft.applications(Federation.TAG).isEmpty()
                || draft.applications(Federation.EXTERNAL).isEmpty();
        return nothing ? draft : new SingleTags(draft, neighbours).rewrite(draft);
    }

    @Override
    protected List<Directive> directivesOf(FieldsDefinition type, FieldDefinition field) {
        if (!Draft.has(field.directives(), Federation.EXTERNAL)) {
            return field.directives();
        }
        return field.directives().stream()
                .filter(directive -> !directive.name().equals(Federation.TAG) || !isElsewhere(type, field, directive))
                .toList();
    }

    private boolean isElsewhere(FieldsDefinition type, FieldDefinition field, Directive tag) {
        return neighbours.of(draft, type.name()).stream().anyMatch(neighbour -> {
            FieldDefinition other = neighbour.field(field.name());
            return other != null
                    && !Draft.has(other.directives(), Federation.EXTERNAL)
                    && other.directives().stream().anyMatch(tag::equals);
        });
    }
}
