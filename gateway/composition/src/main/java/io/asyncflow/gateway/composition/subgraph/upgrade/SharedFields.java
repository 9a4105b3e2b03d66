package io.asyncflow.gateway.composition.subgraph.upgrade;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnField;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnType;
import io.asyncflow.gateway.composition.subgraph.fieldset.Externals;
import io.asyncflow.gateway.composition.subgraph.fieldset.FieldSets;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says {@code @shareable} where Federation 1 shares in silence: on types without a key that several subgraphs have, and
 * on fields of entities and roots that several resolve.
 */
final class SharedFields extends Step {

    private static final Directive SHAREABLE = new Directive(Federation.SHAREABLE, List.of(), Position.NONE);

    private final Draft draft;
    private final Neighbours neighbours;
    private final Set<Coordinate> shareableAnyway;

    private SharedFields(Draft draft, Set<Coordinate> shareableAnyway, Neighbours neighbours) {
        this.draft = draft;
        this.neighbours = neighbours;
        this.shareableAnyway = shareableAnyway;
    }

    static Draft of(Draft draft, Draft original, Neighbours neighbours) {
        return new SharedFields(draft, shareableAnyway(original), neighbours).rewrite(draft);
    }

    /** Keys, and external fields that are provided. */
    private static Set<Coordinate> shareableAnyway(Draft original) {
        FieldSets fieldSets = new FieldSets(original);
        Externals externals = new Externals(original, fieldSets);
        Set<Coordinate> fields = new HashSet<>();
        for (Applied key : original.applications(Federation.KEY)) {
            if (key.site() instanceof OnType(TypeDefinition type)) {
                fields.addAll(fieldSets.fieldsAndImplementations(key.directive(), type));
            }
        }
        for (Applied provides : original.applications(Federation.PROVIDES)) {
            TypeDefinition type =
                    provides.site() instanceof OnField(var _, var field) ? original.type(field.type()) : null;
            if (type != null && Draft.isComposite(type)) {
                fieldSets.fieldsAndImplementations(provides.directive(), type).stream()
                        .filter(externals::isExternal)
                        .forEach(fields::add);
            }
        }
        return fields;
    }

    @Override
    protected List<Directive> directivesOf(FieldsDefinition type, FieldDefinition field) {
        boolean shareable = type instanceof ObjectDefinition
                && !type.name().equals(draft.root(OperationType.SUBSCRIPTION))
                && !Draft.has(field.directives(), Federation.SHAREABLE)
                && isShared(type, field);
        if (!shareable) {
            return field.directives();
        }
        List<Directive> directives = new ArrayList<>(field.directives());
        directives.add(SHAREABLE);
        return directives;
    }

    private boolean isShared(FieldsDefinition part, FieldDefinition field) {
        TypeDefinition whole = draft.types().get(part.name());
        List<Neighbours.Neighbour> others = neighbours.of(draft, part.name());
        if (draft.isRoot(part.name()) || whole != null && Draft.has(whole.directives(), Federation.KEY)) {
            return !shareableAnyway.contains(Coordinate.of(part, field))
                    && others.stream().anyMatch(other -> other.resolves(field.name()));
        }
        return !part.extension() && !others.isEmpty();
    }
}
