package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnArgument;
import io.asyncflow.gateway.composition.subgraph.fieldset.ContextField;
import io.asyncflow.gateway.composition.subgraph.fieldset.Contexts;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import java.util.List;
import java.util.Map;

/** CONTEXT_NOT_SET, NO_CONTEXT_IN_SELECTION, CONTEXT_NO_RESOLVABLE_KEY: an argument can be filled from a context. */
final class FromContext implements FederationRule {

    @Override
    public void check(Facts facts, Reporter reporter) {
        Map<String, List<TypeDefinition>> contexts = Contexts.of(facts.draft());
        for (Applied applied : facts.applications(Federation.FROM_CONTEXT)) {
            if (applied.site()
                    instanceof
                    OnArgument(ObjectDefinition type, FieldDefinition field, InputValueDefinition argument)) {
                new Check(facts, reporter, applied, contexts).argument(type, field, argument);
            } else {
                notSet(applied, "only arguments of fields of object types can be filled from a context", reporter);
            }
        }
    }

    private static void notSet(Applied applied, String problem, Reporter reporter) {
        reporter.report(
                ErrorCode.CONTEXT_NOT_SET,
                "@fromContext on %s: %s.".formatted(applied.site().coordinate(), problem),
                applied.directive());
    }

    private record Check(Facts facts, Reporter reporter, Applied applied, Map<String, List<TypeDefinition>> contexts) {

        void argument(ObjectDefinition part, FieldDefinition field, InputValueDefinition argument) {
            ObjectDefinition type =
                    facts.draft().types().get(part.name()) instanceof ObjectDefinition whole ? whole : part;
            for (String name : type.interfaces()) {
                TypeDefinition implemented = facts.draft().type(name);
                if (implemented != null && facts.draft().field(implemented, field.name()) != null) {
                    notSet(
                            applied,
                            "the field implements one of \"%s\", which cannot know the context".formatted(name),
                            reporter);
                }
            }
            if (argument.defaultValue() != null) {
                notSet(applied, "an argument from a context has no default; remove it", reporter);
            }
            ContextField reads = ContextField.of(applied.directive());
            if (reads.context() == null || reads.selection() == null) {
                reporter.report(
                        ErrorCode.NO_CONTEXT_IN_SELECTION,
                        "@fromContext on %s reads \"%s\"; name a context and what to select from it, as in \"$user { id }\"."
                                .formatted(applied.site().coordinate(), reads.text()),
                        applied.directive());
                return;
            }
            selection(argument, reads.context(), reads.selection());
            key(type);
        }

        private void selection(InputValueDefinition argument, String context, String selection) {
            List<TypeDefinition> types = contexts.get(context);
            if (types == null) {
                notSet(
                        applied,
                        "no @context here sets \"%s\"; set it, or correct the name".formatted(context),
                        reporter);
                return;
            }
            new ContextSelection(facts, reporter, applied, argument).check(types, selection);
        }

        private void key(ObjectDefinition type) {
            boolean resolvable = type.directives().stream()
                    .anyMatch(own -> own.name().equals(Federation.KEY) && KeyShape.isResolvable(own));
            if (!resolvable) {
                reporter.report(
                        ErrorCode.CONTEXT_NO_RESOLVABLE_KEY,
                        "\"%s\" has an argument from a context but no resolvable @key, by which the router must fetch it; give it one."
                                .formatted(type.name()),
                        type);
            }
        }
    }
}
