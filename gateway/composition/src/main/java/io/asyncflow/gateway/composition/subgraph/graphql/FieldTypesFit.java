package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Node;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import io.asyncflow.gateway.language.TypeRef;
import org.jspecify.annotations.Nullable;

/** Fields give what can be given, arguments and input fields take what can be taken, and all of it is defined. */
final class FieldTypesFit implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        Check check = new Check(draft, reporter);
        draft.types().values().forEach(check::type);
        draft.header().directives().values().forEach(check::directive);
    }

    private record Check(Draft draft, Reporter reporter) {

        void type(TypeDefinition type) {
            switch (type) {
                case FieldsDefinition fields -> fields.fields().forEach(field -> field(fields, field));
                case InputDefinition input ->
                    input.fields().forEach(field -> input(type.name() + "." + field.name(), field));
                case ScalarDefinition _, UnionDefinition _, EnumDefinition _ -> {}
            }
        }

        void directive(DirectiveDefinition directive) {
            for (InputValueDefinition argument : directive.arguments()) {
                if (Draft.isComposite(draft.type(argument.type()))) {
                    input("@%s(%s:)".formatted(directive.name(), argument.name()), argument);
                }
            }
        }

        private void field(FieldsDefinition type, FieldDefinition field) {
            String coordinate = type.name() + "." + field.name();
            TypeDefinition of = named(coordinate, field.type(), field);
            if (of instanceof InputDefinition) {
                reporter.report(
                        ErrorCode.INVALID_GRAPHQL,
                        "\"%s\" cannot be of type %s, which is an input type; give it an output type."
                                .formatted(coordinate, field.type()),
                        field);
            }
            field.arguments().forEach(argument -> input("%s(%s:)".formatted(coordinate, argument.name()), argument));
        }

        private void input(String coordinate, InputValueDefinition input) {
            TypeDefinition of = named(coordinate, input.type(), input);
            if (Draft.isComposite(of)) {
                reporter.report(
                        ErrorCode.INVALID_GRAPHQL,
                        "\"%s\" cannot be of type %s, which is an output type; give it a scalar, an enum or an input type."
                                .formatted(coordinate, input.type()),
                        input);
            }
        }

        private @Nullable TypeDefinition named(String coordinate, TypeRef type, Node node) {
            TypeDefinition named = draft.type(type);
            if (named == null) {
                reporter.reportGrave(
                        ErrorCode.INVALID_GRAPHQL,
                        "\"%s\" is of type %s, but the subgraph defines no \"%s\"; define it or correct the name."
                                .formatted(coordinate, type, type.name()),
                        node);
            }
            return named;
        }
    }
}
