package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.merge.TypeRefMerge.Slot;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.supergraph.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges a field of an object type or interface. Those who resolve it decide what it is; those where it is
 * {@code @external} must agree.
 */
final class FieldMerge {

    private final Scope scope;
    private final ExternalFields externals;
    private final DescriptionMerge descriptions;
    private final ArgumentMerge arguments;
    private final TypeRefMerge types;

    FieldMerge(Scope scope) {
        this.scope = scope;
        externals = new ExternalFields(scope);
        descriptions = new DescriptionMerge(scope.findings());
        arguments = new ArgumentMerge(scope);
        types = new TypeRefMerge(scope);
    }

    /** The field, or null where no subgraph resolves it. */
    @Nullable
    Field merge(FieldSources field, Overrides overrides) {
        if (!externals.isResolved(field)) {
            return null;
        }
        List<Contribution<FieldDefinition>> resolving = field.notExternal();
        boolean anyExternal = resolving.size() < field.contributions().size();
        if (anyExternal) {
            externals.checkDirectives(field);
        }
        // An interface object may be the only one to resolve the field: what is @external then says what it is.
        List<Contribution<FieldDefinition>> typed = resolving.isEmpty() ? field.contributions() : resolving;
        MergedField merged = new MergedField(
                types.merge(field.coordinate(), Slot.FIELD, typed, FieldDefinition::type),
                arguments.merge(field.coordinate(), resolving));
        if (anyExternal) {
            externals.check(field, merged);
        }
        return new Field(
                field.name(),
                descriptions.merge("Field \"" + field.coordinate() + "\"", resolving, FieldDefinition::description),
                merged.arguments(),
                merged.type().type(),
                FieldJoins.of(field, merged.type().allEqual(), overrides),
                directives(field, resolving));
    }

    private List<Directive> directives(FieldSources field, List<Contribution<FieldDefinition>> resolving) {
        return resolving.isEmpty()
                ? List.of()
                : scope.directives()
                        .merge(field.coordinate(), Contribution.applied(resolving, FieldDefinition::directives));
    }
}
