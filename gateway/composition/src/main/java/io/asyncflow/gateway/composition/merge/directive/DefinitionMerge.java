package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges what directives' definitions have in common with those of fields. */
public interface DefinitionMerge {

    /** The merged description of the directive of this name. */
    @Nullable
    String description(String directive, List<Defined> definitions);

    /** The merged arguments of the directive of this name. */
    List<InputValueDefinition> arguments(String directive, List<Defined> definitions);

    /** A directive as one subgraph defines it. */
    record Defined(SubgraphSchema schema, DirectiveDefinition definition) {

        String subgraph() {
            return schema.name();
        }

        Place place() {
            return Place.of(schema.name(), definition.position());
        }
    }
}
