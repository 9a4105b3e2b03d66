package io.asyncflow.gateway.composition.subgraph.link;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Names;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.EnumValueDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Node;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NamedType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a specification defines, in the words of one schema. A schema may repeat a definition, and ask for more or allow
 * less than the specification does: leave out optional arguments or places, demand optional arguments, give a scalar of
 * the specification another type.
 */
final class Definitions {

    private final Map<String, TypeDefinition> declaredTypes;
    private final UnaryOperator<String> typeName;
    private final Reporter reporter;
    private final Set<String> scalars = new HashSet<>();
    private final Specification specification;

    Definitions(
            Specification specification,
            Map<String, TypeDefinition> declaredTypes,
            UnaryOperator<String> typeName,
            Reporter reporter) {
        this.specification = specification;
        this.declaredTypes = declaredTypes;
        this.typeName = typeName;
        this.reporter = reporter;
        specification.types().values().stream()
                .filter(ScalarDefinition.class::isInstance)
                .forEach(type -> scalars.add(typeName.apply(type.name())));
    }

    TypeDefinition renamed(TypeDefinition type) {
        String name = typeName.apply(type.name());
        if (type instanceof InputDefinition input) {
            return new InputDefinition(
                    null,
                    name,
                    List.of(),
                    input.fields().stream().map(this::renamed).toList(),
                    false,
                    type.position());
        }
        return type instanceof EnumDefinition(var text, var _, var directives, var values, var extension, var position)
                ? new EnumDefinition(text, name, directives, values, extension, position)
                : new ScalarDefinition(null, name, List.of(), false, type.position());
    }

    DirectiveDefinition renamed(DirectiveDefinition directive) {
        List<InputValueDefinition> arguments =
                directive.arguments().stream().map(this::renamed).toList();
        return new DirectiveDefinition(
                null, directive.name(), arguments, directive.repeatable(), directive.locations(), directive.position());
    }

    private InputValueDefinition renamed(InputValueDefinition input) {
        return new InputValueDefinition(
                null, input.name(), renamed(input.type()), input.defaultValue(), List.of(), input.position());
    }

    private TypeRef renamed(TypeRef type) {
        return switch (type) {
            case NamedType(String name) ->
                specification.types().containsKey(name) ? new NamedType(typeName.apply(name)) : type;
            case ListType(TypeRef of) -> new ListType(renamed(of));
            case NonNullType(TypeRef of) -> new NonNullType(renamed(of));
        };
    }

    void check(TypeDefinition expected, TypeDefinition declared) {
        if (expected instanceof ScalarDefinition && !(declared instanceof ScalarDefinition)) {
            invalid(declared, "must be a scalar");
        }
        if (expected instanceof InputDefinition && !(declared instanceof InputDefinition)) {
            invalid(declared, "must be an input type");
        }
        if (expected instanceof EnumDefinition values) {
            if (!(declared instanceof EnumDefinition declaredValues)) {
                invalid(declared, "must be an enum");
            } else if (!names(values).equals(names(declaredValues))) {
                invalid(declared, "must have the values " + Names.list(names(values)) + " and no others");
            }
        }
    }

    private void invalid(TypeDefinition declared, String must) {
        reporter.report(
                ErrorCode.TYPE_DEFINITION_INVALID,
                "Type \"%s\" belongs to a linked specification and %s; remove this definition or make it agree."
                        .formatted(declared.name(), must),
                declared);
    }

    private static Set<String> names(EnumDefinition type) {
        return new TreeSet<>(
                type.values().stream().map(EnumValueDefinition::name).toList());
    }

    void check(DirectiveDefinition expected, DirectiveDefinition declared) {
        for (InputValueDefinition argument : expected.arguments()) {
            check(argument, declared);
        }
        for (InputValueDefinition argument : declared.arguments()) {
            if (argument(expected, argument.name()) == null) {
                invalid(declared, argument, "has no argument \"" + argument.name() + "\"");
            }
        }
        if (declared.repeatable() && !expected.repeatable()) {
            invalid(declared, declared, "is not repeatable");
        }
        if (!expected.locations().containsAll(declared.locations())) {
            invalid(declared, declared, "can only stand on " + String.join(", ", expected.locations()));
        }
    }

    private void check(InputValueDefinition expected, DirectiveDefinition directive) {
        InputValueDefinition declared = argument(directive, expected.name());
        if (declared == null) {
            if (expected.type().isNonNull() && expected.defaultValue() == null) {
                invalid(directive, directive, "needs its argument \"" + expected.name() + "\"");
            }
            return;
        }
        TypeRef type =
                expected.type().isNonNull() ? declared.type() : declared.type().nullable();
        if (!expected.type().equals(type) && !stands(type, expected.type())) {
            String must = "has an argument \"%s\" of type %s".formatted(expected.name(), expected.type());
            invalid(directive, declared, must);
        } else if (!declared.type().isNonNull() && !Objects.equals(expected.defaultValue(), declared.defaultValue())) {
            invalid(directive, declared, "gives its argument \"" + expected.name() + "\" another default");
        }
    }

    /** Nothing checks what a scalar of the specification holds, so any type but another such scalar can take its place. */
    private boolean stands(TypeRef declared, TypeRef expected) {
        return switch (expected) {
            case ListType(TypeRef of) -> declared instanceof ListType(TypeRef item) && stands(item, of);
            case NonNullType(TypeRef of) -> declared instanceof NonNullType(TypeRef item) && stands(item, of);
            case NamedType(String name) -> scalars.contains(name) && !isCustomScalar(declared);
        };
    }

    private boolean isCustomScalar(TypeRef type) {
        return type instanceof NamedType(String name)
                && (scalars.contains(name) || declaredTypes.get(name) instanceof ScalarDefinition);
    }

    private static @Nullable InputValueDefinition argument(DirectiveDefinition directive, String name) {
        for (InputValueDefinition argument : directive.arguments()) {
            if (argument.name().equals(name)) {
                return argument;
            }
        }
        return null;
    }

    private void invalid(DirectiveDefinition declared, Node at, String fact) {
        reporter.report(
                ErrorCode.DIRECTIVE_DEFINITION_INVALID,
                "Directive @%s, as its specification defines it, %s; remove this definition or make it agree."
                        .formatted(declared.name(), fact),
                at);
    }
}
