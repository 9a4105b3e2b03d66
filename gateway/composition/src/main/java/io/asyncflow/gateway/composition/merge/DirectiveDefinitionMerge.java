package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.merge.directive.DefinitionMerge;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Merges the definitions of directives as if they were those of fields. */
final class DirectiveDefinitionMerge implements DefinitionMerge {

    private static final TypeRef NO_TYPE = TypeRef.named("");

    private final DescriptionMerge descriptions;
    private final ArgumentMerge arguments;
    private final Map<String, Contributor> contributors = new HashMap<>();

    DirectiveDefinitionMerge(Scope scope) {
        descriptions = new DescriptionMerge(scope.findings());
        arguments = new ArgumentMerge(scope);
        scope.contributors().forEach(contributor -> contributors.put(contributor.name(), contributor));
    }

    @Override
    public @Nullable String description(String directive, List<Defined> definitions) {
        return descriptions.merge(
                "Directive \"@" + directive + "\"", contributions(definitions), FieldDefinition::description);
    }

    @Override
    public List<InputValueDefinition> arguments(String directive, List<Defined> definitions) {
        return arguments.merge("@" + directive, contributions(definitions));
    }

    private List<Contribution<FieldDefinition>> contributions(List<Defined> definitions) {
        return definitions.stream()
                .map(each -> new Contribution<>(contributor(each), asField(each.definition())))
                .toList();
    }

    private Contributor contributor(Defined defined) {
        Contributor contributor = contributors.get(defined.schema().name());
        if (contributor == null) {
            throw new IllegalArgumentException(
                    "No subgraph \"" + defined.schema().name() + "\" takes part in the merge");
        }
        return contributor;
    }

    private static FieldDefinition asField(DirectiveDefinition definition) {
        return new FieldDefinition(
                definition.description(),
                definition.name(),
                definition.arguments(),
                NO_TYPE,
                List.of(),
                definition.position());
    }
}
