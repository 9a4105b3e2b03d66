package io.asyncflow.gateway.composition.subgraph.upgrade;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.fieldset.Externals;
import io.asyncflow.gateway.composition.subgraph.fieldset.FieldSets;
import io.asyncflow.gateway.composition.subgraph.fieldset.UsedFields;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drops external fields that nothing uses, and types of which nothing remains.
 *
 * <pre>
 * before: type Product &#64;key(fields: "id") { id: ID! weight: Int &#64;external }
 * after:  type Product &#64;key(fields: "id") { id: ID! }
 * </pre>
 */
final class UsedExternals extends Step {

    private final Externals externals;
    private final Set<Coordinate> used;

    private UsedExternals(Draft draft) {
        FieldSets fieldSets = new FieldSets(draft);
        this.externals = new Externals(draft, fieldSets);
        this.used = UsedFields.of(draft, fieldSets);
    }

    static Draft of(Draft draft, Reporter reporter) {
        if (draft.applications(Federation.EXTERNAL).isEmpty()) {
            return draft;
        }
        Draft rewritten = new UsedExternals(draft).rewrite(draft);
        return withoutEmpty(draft, rewritten, reporter);
    }

    @Override
    protected @Nullable FieldDefinition field(FieldsDefinition type, FieldDefinition field) {
        Coordinate coordinate = Coordinate.of(type, field);
        return externals.isExternal(coordinate) && !used.contains(coordinate) ? null : field;
    }

    private static Draft withoutEmpty(Draft before, Draft draft, Reporter reporter) {
        Set<String> referenced = References.of(draft);
        Map<String, List<TypeDefinition>> parts = new LinkedHashMap<>(draft.parts());
        for (TypeDefinition type : draft.types().values()) {
            boolean emptied = !type.name().equals(draft.root(OperationType.QUERY))
                    && type instanceof FieldsDefinition fields
                    && fields.fields().isEmpty()
                    && before.types().get(type.name()) instanceof FieldsDefinition full
                    && !full.fields().isEmpty();
            if (emptied && !referenced.contains(type.name())) {
                parts.remove(type.name());
            } else if (emptied) {
                reporter.report(
                        ErrorCode.TYPE_WITH_ONLY_UNUSED_EXTERNAL,
                        "\"%s\" has only @external fields, none of which is used here; remove it, or resolve a field of it."
                                .formatted(type.name()),
                        type);
            }
        }
        return new Draft(draft.header(), parts);
    }
}
