package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.FieldJoin;
import io.asyncflow.gateway.supergraph.FieldSet;
import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives each subgraph its fields of a type. */
final class LocalFields {

    private LocalFields() {}

    static void fill(FieldsType type, LocalTypes types) {
        for (Field field : type.fields().values()) {
            if (field.joins().isEmpty()) {
                fillEverywhere(type, field, types);
            }
            for (FieldJoin join : field.joins()) {
                LocalType local = join.graph() == null ? null : types.find(join.graph(), type.name());
                if (local != null) {
                    local.add(field(field, join));
                }
            }
        }
    }

    private static void fillEverywhere(FieldsType type, Field field, LocalTypes types) {
        for (Graph graph : types.graphs()) {
            LocalType local = types.find(graph, type.name());
            if (local != null) {
                local.add(field(field, FieldJoin.in(graph)));
            }
        }
    }

    private static LocalField field(Field field, FieldJoin join) {
        TypeRef type = join.type() == null ? field.type() : join.type();
        FieldSet requires = join.requires();
        FieldSet provides = join.provides();
        return new LocalField(
                field.name(),
                type.name(),
                join.external() || (join.usedOverridden() && join.overrideLabel() == null),
                requires == null ? List.of() : FieldPath.of(requires.selections()),
                provides == null ? List.of() : provides.selections(),
                label(join),
                join.contextArguments());
    }

    private static @Nullable Label label(FieldJoin join) {
        return join.overrideLabel() == null ? null : new Label(join.overrideLabel(), join.override() != null);
    }
}
