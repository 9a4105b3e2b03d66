package io.asyncflow.gateway.composition.merge.directive;

import static io.asyncflow.gateway.composition.merge.directive.ArgumentStrategy.ALL_TRUE;
import static io.asyncflow.gateway.composition.merge.directive.ArgumentStrategy.BOTH_REQUIREMENTS;
import static io.asyncflow.gateway.composition.merge.directive.ArgumentStrategy.MAX;
import static io.asyncflow.gateway.composition.merge.directive.ArgumentStrategy.UNION;

import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A directive of a {@link Specification}, with its definition and how its arguments merge. */
enum SpecificationDirective {
    TAG(
            Specification.TAG,
            "tag",
            true,
            "FIELD_DEFINITION OBJECT INTERFACE UNION ARGUMENT_DEFINITION SCALAR ENUM ENUM_VALUE INPUT_OBJECT"
                    + " INPUT_FIELD_DEFINITION SCHEMA",
            argument("name", nonNull(type("String")))),
    INACCESSIBLE(
            Specification.INACCESSIBLE,
            "inaccessible",
            false,
            "FIELD_DEFINITION OBJECT INTERFACE UNION ARGUMENT_DEFINITION SCALAR ENUM ENUM_VALUE INPUT_OBJECT"
                    + " INPUT_FIELD_DEFINITION"),
    AUTHENTICATED(Specification.AUTHENTICATED, "authenticated", false, "FIELD_DEFINITION OBJECT INTERFACE SCALAR ENUM"),
    REQUIRES_SCOPES(
            Specification.REQUIRES_SCOPES,
            "requiresScopes",
            false,
            "FIELD_DEFINITION OBJECT INTERFACE SCALAR ENUM",
            argument("scopes", requirements("Scope"), BOTH_REQUIREMENTS)),
    POLICY(
            Specification.POLICY,
            "policy",
            false,
            "FIELD_DEFINITION OBJECT INTERFACE SCALAR ENUM",
            argument("policies", requirements("Policy"), BOTH_REQUIREMENTS)),
    CONTEXT(
            Specification.CONTEXT,
            "context",
            true,
            "INTERFACE OBJECT UNION",
            argument("name", nonNull(type("String")))),
    FROM_CONTEXT(
            Specification.CONTEXT,
            "fromContext",
            false,
            "ARGUMENT_DEFINITION",
            argument("field", type("%ContextFieldValue"))),
    COST(
            Specification.COST,
            "cost",
            false,
            "ARGUMENT_DEFINITION ENUM FIELD_DEFINITION INPUT_FIELD_DEFINITION OBJECT SCALAR",
            argument("weight", nonNull(type("Int")), MAX)),
    LIST_SIZE(
            Specification.COST,
            "listSize",
            false,
            "FIELD_DEFINITION",
            argument("assumedSize", type("Int"), MAX),
            argument("slicingArguments", list(nonNull(type("String"))), UNION),
            argument("sizedFields", list(nonNull(type("String"))), UNION),
            argument("requireOneSlicingArgument", type("Boolean"), new Value.BooleanValue(true), ALL_TRUE)),
    CACHE_TAG(
            Specification.CACHE_TAG,
            "cacheTag",
            true,
            "OBJECT FIELD_DEFINITION",
            argument("format", nonNull(type("String"))));

    private static final Map<String, SpecificationDirective> BY_NAME = new LinkedHashMap<>();

    static {
        for (SpecificationDirective directive : values()) {
            BY_NAME.put(directive.directiveName, directive);
        }
    }

    private final Specification specification;
    private final String directiveName;
    private final boolean repeatable;
    private final List<String> locations;
    private final List<Argument> arguments;

    SpecificationDirective(
            Specification specification,
            String directiveName,
            boolean repeatable,
            String locations,
            Argument... arguments) {
        this.specification = specification;
        this.directiveName = directiveName;
        this.repeatable = repeatable;
        this.locations = Arrays.asList(locations.split(" "));
        this.arguments = List.of(arguments);
    }

    /** An argument; {@code %} before its type's name stands for the specification's prefix. */
    private record Argument(
            String name,
            TypeRef type,
            @Nullable Value defaultValue,
            @Nullable ArgumentStrategy strategy) {}

    static @Nullable SpecificationDirective named(@Nullable String name) {
        return BY_NAME.get(name);
    }

    Specification specification() {
        return specification;
    }

    String directiveName() {
        return directiveName;
    }

    boolean repeatable() {
        return repeatable;
    }

    /** Composed as {@code @join__directive}, which says which subgraphs apply it; defined nowhere. */
    boolean joined() {
        return this == CACHE_TAG;
    }

    boolean composed() {
        return this != FROM_CONTEXT;
    }

    boolean accessControl() {
        return this == AUTHENTICATED || this == REQUIRES_SCOPES || this == POLICY;
    }

    /** How the arguments of different applications become one, or nothing where one application has to win. */
    Map<String, ArgumentStrategy> strategies() {
        Map<String, ArgumentStrategy> strategies = new LinkedHashMap<>();
        for (Argument argument : arguments) {
            if (argument.strategy != null) {
                strategies.put(argument.name, argument.strategy);
            }
        }
        return strategies;
    }

    /** Its definition under the given name; {@code typeName} names the specification's own types. */
    DirectiveDefinition definition(String name, UnaryOperator<String> typeName) {
        List<InputValueDefinition> definitions = arguments.stream()
                .map(argument -> new InputValueDefinition(
                        null,
                        argument.name,
                        resolved(argument.type, typeName),
                        argument.defaultValue,
                        List.of(),
                        Position.NONE))
                .toList();
        return new DirectiveDefinition(null, name, definitions, repeatable, locations, Position.NONE);
    }

    private static TypeRef resolved(TypeRef type, UnaryOperator<String> typeName) {
        return switch (type) {
            case TypeRef.NamedType(String name) ->
                name.startsWith("%") ? TypeRef.named(typeName.apply(name.substring(1))) : type;
            case TypeRef.ListType(TypeRef of) -> list(resolved(of, typeName));
            case TypeRef.NonNullType(TypeRef of) -> nonNull(resolved(of, typeName));
        };
    }

    private static Argument argument(String name, TypeRef type) {
        return new Argument(name, type, null, null);
    }

    private static Argument argument(String name, TypeRef type, ArgumentStrategy strategy) {
        return new Argument(name, type, null, strategy);
    }

    private static Argument argument(String name, TypeRef type, Value defaultValue, ArgumentStrategy strategy) {
        return new Argument(name, type, defaultValue, strategy);
    }

    private static TypeRef requirements(String scalar) {
        TypeRef all = list(nonNull(TypeRef.named("%" + scalar)));
        return nonNull(list(nonNull(all)));
    }

    private static TypeRef type(String type) {
        return TypeRef.named(type);
    }

    private static TypeRef list(TypeRef of) {
        return new TypeRef.ListType(of);
    }

    private static TypeRef nonNull(TypeRef of) {
        return new TypeRef.NonNullType(of);
    }
}
