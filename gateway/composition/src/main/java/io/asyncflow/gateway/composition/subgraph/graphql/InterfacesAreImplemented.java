package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Node;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A type has all that the interfaces it implements promise. */
final class InterfacesAreImplemented implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        draft.types().values().forEach(type -> {
            if (type instanceof FieldsDefinition fields) {
                Set<String> all = new HashSet<>(fields.interfaces());
                fields.interfaces().forEach(name -> {
                    if (draft.type(name) instanceof InterfaceDefinition implemented) {
                        new Check(draft, reporter, fields, all, implemented).run();
                    }
                });
            }
        });
    }

    private record Check(
            Draft draft, Reporter reporter, FieldsDefinition type, Set<String> all, InterfaceDefinition implemented) {

        void run() {
            if (type.name().equals(implemented.name())) {
                wrong("\"%s\" implements itself; remove that.".formatted(type.name()), type);
                return;
            }
            implemented.fields().forEach(this::field);
            for (String further : implemented.interfaces()) {
                if (!all.contains(further)) {
                    String fix = further.equals(type.name()) ? "break that circle" : "implement it as well";
                    wrong(
                            "\"%s\" implements \"%s\", which itself implements \"%s\"; %s."
                                    .formatted(type.name(), implemented.name(), further, fix),
                            type,
                            implemented);
                }
            }
        }

        private void field(FieldDefinition promised) {
            FieldDefinition field = draft.field(type, promised.name());
            if (field == null) {
                wrong(
                        "\"%s\" lacks the field \"%s\" of its interface \"%s\"; add it."
                                .formatted(type.name(), promised.name(), implemented.name()),
                        promised,
                        type);
                return;
            }
            if (!new Subtypes(draft).isSubtype(field.type(), promised.type())) {
                wrong(
                        "\"%s.%s\" is of type %s, but interface \"%s\" promises %s; make it that or a subtype of it."
                                .formatted(
                                        type.name(), field.name(), field.type(), implemented.name(), promised.type()),
                        promised,
                        field);
            }
            arguments(promised, field);
        }

        private void arguments(FieldDefinition promised, FieldDefinition field) {
            for (InputValueDefinition argument : promised.arguments()) {
                InputValueDefinition own = argument(field, argument.name());
                if (own == null || !own.type().equals(argument.type())) {
                    wrong(
                            "\"%s.%s\" must take the argument \"%s: %s\", as its interface \"%s\" says; add or correct it."
                                    .formatted(
                                            type.name(),
                                            field.name(),
                                            argument.name(),
                                            argument.type(),
                                            implemented.name()),
                            argument,
                            own == null ? field : own);
                }
            }
            for (InputValueDefinition own : field.arguments()) {
                boolean required = own.type().isNonNull() && own.defaultValue() == null;
                if (required && argument(promised, own.name()) == null) {
                    wrong(
                            "\"%s.%s\" requires the argument \"%s\", of which its interface \"%s\" knows nothing; make it optional."
                                    .formatted(type.name(), field.name(), own.name(), implemented.name()),
                            own,
                            promised);
                }
            }
        }

        private static @Nullable InputValueDefinition argument(FieldDefinition field, String name) {
            for (InputValueDefinition argument : field.arguments()) {
                if (argument.name().equals(name)) {
                    return argument;
                }
            }
            return null;
        }

        private void wrong(String message, Node... nodes) {
            reporter.report(ErrorCode.INVALID_GRAPHQL, message, nodes);
        }
    }
}
