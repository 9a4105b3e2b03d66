package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.FieldJoin;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import java.util.LinkedHashSet;
import java.util.Set;

/** The labels under which fields of a supergraph are overridden. */
final class OverrideLabels {

    private OverrideLabels() {}

    /** Those of {@code --labels}. */
    static Set<String> chosen(Options options, Supergraph supergraph) {
        return options.known("--labels", of(supergraph), "label of an override");
    }

    private static Set<String> of(Supergraph supergraph) {
        Set<String> labels = new LinkedHashSet<>();
        for (Type type : supergraph.types().values()) {
            if (type instanceof FieldsType fielded) {
                fielded.fields().values().forEach(field -> collect(field, labels));
            }
        }
        return labels;
    }

    private static void collect(Field field, Set<String> labels) {
        for (FieldJoin join : field.joins()) {
            if (join.overrideLabel() != null) {
                labels.add(join.overrideLabel());
            }
        }
    }
}
