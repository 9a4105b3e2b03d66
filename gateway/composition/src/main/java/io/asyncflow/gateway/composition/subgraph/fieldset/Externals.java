package io.asyncflow.gateway.composition.subgraph.fieldset;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnField;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnType;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fields of a subgraph are external: named by it, resolved by another. */
public final class Externals {

    private final Set<Coordinate> marked = new HashSet<>();
    private final Set<Coordinate> effective = new HashSet<>();
    private final Set<Coordinate> provided = new HashSet<>();

    public Externals(Draft draft, FieldSets fieldSets) {
        for (Applied external : draft.applications(Federation.EXTERNAL)) {
            switch (external.site()) {
                case OnField(var type, var field) -> marked.add(Coordinate.of(type, field));
                case OnType(TypeDefinition part)
                when !draft.header().isFed1() -> markAll(draft.types().get(part.name()));
                default -> {}
            }
        }
        for (Applied key : draft.applications(Federation.KEY)) {
            if (key.site() instanceof OnType(TypeDefinition part) && isExtension(draft, part)) {
                collectEffective(draft, fieldSets.fields(key.directive(), part));
            }
        }
        for (Applied provides : draft.applications(Federation.PROVIDES)) {
            TypeDefinition type =
                    provides.site() instanceof OnField(var _, var field) ? draft.type(field.type()) : null;
            if (type != null && Draft.isComposite(type)) {
                provided.addAll(fieldSets.fieldsAndImplementations(provides.directive(), type));
            }
        }
    }

    private void markAll(@Nullable TypeDefinition type) {
        if (type instanceof ObjectDefinition object) {
            object.fields().forEach(field -> marked.add(Coordinate.of(object, field)));
        }
    }

    private static boolean isExtension(Draft draft, TypeDefinition part) {
        TypeDefinition whole = draft.types().get(part.name());
        return part.extension() || whole != null && Draft.has(whole.directives(), "federation:extends");
    }

    private void collectEffective(Draft draft, List<Coordinate> keyFields) {
        for (Coordinate key : keyFields) {
            TypeDefinition type = draft.type(key.type());
            FieldDefinition field = type == null ? null : draft.field(type, key.field());
            if (field != null && Draft.has(field.directives(), Federation.EXTERNAL)) {
                effective.add(key);
            }
        }
    }

    public boolean isExternal(Coordinate field) {
        return marked.contains(field) && !effective.contains(field);
    }

    /** Whether the field is marked, but a key of an extension, which the subgraph has always been taken to resolve. */
    public boolean isEffectivelyProvided(Coordinate field) {
        return effective.contains(field);
    }

    /** Whether a {@code @provides} of this subgraph resolves the field on some paths. */
    public boolean isProvided(Coordinate field) {
        return provided.contains(field);
    }
}
