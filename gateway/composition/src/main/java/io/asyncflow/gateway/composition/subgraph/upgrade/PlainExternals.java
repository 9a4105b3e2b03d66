package io.asyncflow.gateway.composition.subgraph.upgrade;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.fieldset.FieldSets;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Drops the {@code @external} that Federation 1 never heeded: of whole types, of interface fields, and of the keys of
 * extensions, which the extending subgraph resolves.
 *
 * <pre>
 * before: extend type Product &#64;key(fields: "id") { id: ID! &#64;external }
 * after:  extend type Product &#64;key(fields: "id") { id: ID! }
 * </pre>
 */
final class PlainExternals extends Step {

    private final Draft draft;
    private final Neighbours neighbours;
    private final FieldSets fieldSets;
    private final Set<Coordinate> resolved = new HashSet<>();

    private PlainExternals(Draft draft, Neighbours neighbours) {
        this.draft = draft;
        this.neighbours = neighbours;
        this.fieldSets = new FieldSets(draft);
    }

    static Draft of(Draft draft, Neighbours neighbours) {
        PlainExternals step = new PlainExternals(draft, neighbours);
        for (TypeDefinition type : draft.types().values()) {
            boolean root = draft.isRoot(type.name()) && Extensions.hasOnlyExtensions(draft, type.name());
            if (root || Extensions.isExtension(draft, type.name())) {
                step.collect(type);
            }
        }
        return step.rewrite(draft);
    }

    private void collect(TypeDefinition type) {
        boolean hasKey = false;
        for (Directive directive : type.directives()) {
            if (directive.name().equals(Federation.KEY)) {
                hasKey = true;
                resolve(type, fieldSets.fields(directive, type));
            }
        }
        if (!hasKey) {
            neighbours.of(draft, type.name()).forEach(neighbour -> firstKey(type, neighbour));
        }
    }

    /** An extension without a key has that of the type it extends. */
    private void firstKey(TypeDefinition type, Neighbours.Neighbour neighbour) {
        for (Directive directive : neighbour.type().directives()) {
            if (directive.name().equals(Federation.KEY)) {
                resolve(type, neighbour.fieldSets().fields(directive, neighbour.type()));
                return;
            }
        }
    }

    private void resolve(TypeDefinition type, List<Coordinate> keyFields) {
        keyFields.stream().filter(field -> field.type().equals(type.name())).forEach(resolved::add);
    }

    @Override
    protected List<Directive> directivesOf(TypeDefinition type) {
        return without(type.directives(), Federation.EXTERNAL);
    }

    @Override
    protected List<Directive> directivesOf(FieldsDefinition type, FieldDefinition field) {
        boolean plain = type instanceof InterfaceDefinition || resolved.contains(Coordinate.of(type, field));
        return plain ? without(field.directives(), Federation.EXTERNAL) : field.directives();
    }
}
