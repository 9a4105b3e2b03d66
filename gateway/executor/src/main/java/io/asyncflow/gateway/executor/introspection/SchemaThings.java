package io.asyncflow.gateway.executor.introspection;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.EnumValueDefinition;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NamedType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.planner.api.Api;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A schema's parts as introspection shows them. */
final class SchemaThings {

    private static final String DEPRECATED = "deprecated";

    private final Api api;

    SchemaThings(Api api) {
        this.api = api;
    }

    private record Fields(String typename, FieldOf of) implements Thing {

        @Override
        public @Nullable Object get(String field, Function<String, @Nullable Object> argument) {
            return of.get(field, argument);
        }
    }

    private interface FieldOf {

        @Nullable
        Object get(String field, Function<String, @Nullable Object> argument);
    }

    /** The query root, as far as introspection goes. */
    Thing root() {
        return new Fields("Query", (field, argument) -> switch (field) {
            case "__schema" -> schema();
            case "__type" -> named(String.valueOf(argument.apply("name")));
            default -> throw unknown(field);
        });
    }

    private Thing schema() {
        return new Fields("__Schema", (field, _) -> switch (field) {
            case "description" -> api.description();
            case "types" -> api.types().values().stream().map(this::type).toList();
            case "queryType" -> root(OperationType.QUERY);
            case "mutationType" -> root(OperationType.MUTATION);
            case "subscriptionType" -> root(OperationType.SUBSCRIPTION);
            case "directives" ->
                api.directives().values().stream().map(this::directive).toList();
            default -> throw unknown(field);
        });
    }

    private @Nullable Thing root(OperationType type) {
        String name = api.roots().get(type);
        return name == null ? null : named(name);
    }

    private @Nullable Thing named(String name) {
        TypeDefinition definition = api.types().get(name);
        return definition == null ? null : type(definition);
    }

    private @Nullable Thing reference(TypeRef type) {
        return switch (type) {
            case NamedType(String name) -> named(name);
            case ListType(TypeRef of) -> wrapper("LIST", of);
            case NonNullType(TypeRef of) -> wrapper("NON_NULL", of);
        };
    }

    private Thing wrapper(String kind, TypeRef of) {
        return new Fields("__Type", (field, _) -> switch (field) {
            case "kind" -> kind;
            case "ofType" -> reference(of);
            default -> null;
        });
    }

    private Thing type(TypeDefinition type) {
        return new Fields("__Type", (field, argument) -> switch (field) {
            case "kind" -> kind(type);
            case "name" -> type.name();
            case "description" -> type.description();
            case "specifiedByURL" -> text(type.directives(), "specifiedBy", "url");
            case "isOneOf" -> type instanceof InputDefinition ? has(type.directives(), "oneOf") : null;
            case "fields" ->
                type instanceof FieldsDefinition with
                        ? shown(with.fields(), FieldDefinition::directives, argument, this::field)
                        : null;
            case "interfaces" ->
                type instanceof FieldsDefinition with
                        ? with.interfaces().stream().map(this::named).toList()
                        : null;
            case "possibleTypes" -> possibleTypes(type);
            case "enumValues" ->
                type instanceof EnumDefinition with
                        ? shown(with.values(), EnumValueDefinition::directives, argument, this::value)
                        : null;
            case "inputFields" ->
                type instanceof InputDefinition with
                        ? shown(with.fields(), InputValueDefinition::directives, argument, this::input)
                        : null;
            case "ofType" -> null;
            default -> throw unknown(field);
        });
    }

    private static String kind(TypeDefinition type) {
        return switch (type) {
            case ScalarDefinition _ -> "SCALAR";
            case ObjectDefinition _ -> "OBJECT";
            case InterfaceDefinition _ -> "INTERFACE";
            case UnionDefinition _ -> "UNION";
            case EnumDefinition _ -> "ENUM";
            case InputDefinition _ -> "INPUT_OBJECT";
        };
    }

    private @Nullable Object possibleTypes(TypeDefinition type) {
        return type instanceof InterfaceDefinition || type instanceof UnionDefinition
                ? api.possibleTypes(type.name()).stream().map(this::named).toList()
                : null;
    }

    private Thing field(FieldDefinition definition) {
        return new Fields("__Field", (field, argument) -> switch (field) {
            case "name" -> definition.name();
            case "description" -> definition.description();
            case "args" -> shown(definition.arguments(), InputValueDefinition::directives, argument, this::input);
            case "type" -> reference(definition.type());
            default -> deprecation(definition.directives(), field);
        });
    }

    private Thing input(InputValueDefinition definition) {
        return new Fields("__InputValue", (field, _) -> switch (field) {
            case "name" -> definition.name();
            case "description" -> definition.description();
            case "type" -> reference(definition.type());
            case "defaultValue" -> printed(definition.defaultValue());
            default -> deprecation(definition.directives(), field);
        });
    }

    private static @Nullable String printed(@Nullable Value value) {
        return value == null ? null : Printer.print(value);
    }

    private Thing value(EnumValueDefinition definition) {
        return new Fields("__EnumValue", (field, _) -> switch (field) {
            case "name" -> definition.name();
            case "description" -> definition.description();
            default -> deprecation(definition.directives(), field);
        });
    }

    private Thing directive(DirectiveDefinition definition) {
        return new Fields("__Directive", (field, argument) -> switch (field) {
            case "name" -> definition.name();
            case "description" -> definition.description();
            case "isRepeatable" -> definition.repeatable();
            case "locations" -> definition.locations();
            case "args" -> shown(definition.arguments(), InputValueDefinition::directives, argument, this::input);
            default -> throw unknown(field);
        });
    }

    /** Those that are not deprecated, unless the others are asked for. */
    private static <T> List<Thing> shown(
            Collection<T> all,
            Function<T, List<Directive>> directives,
            Function<String, @Nullable Object> argument,
            Function<T, Thing> thing) {
        boolean withDeprecated = Boolean.TRUE.equals(argument.apply("includeDeprecated"));
        return all.stream()
                .filter(each -> withDeprecated || !has(directives.apply(each), DEPRECATED))
                .map(thing)
                .toList();
    }

    private static @Nullable Object deprecation(List<Directive> directives, String field) {
        return switch (field) {
            case "isDeprecated" -> has(directives, DEPRECATED);
            case "deprecationReason" -> {
                String reason = text(directives, DEPRECATED, "reason");
                yield reason == null && has(directives, DEPRECATED) ? "No longer supported" : reason;
            }
            default -> throw unknown(field);
        };
    }

    private static boolean has(List<Directive> directives, String name) {
        return directives.stream().anyMatch(each -> each.name().equals(name));
    }

    private static @Nullable String text(List<Directive> directives, String name, String argument) {
        for (Directive each : directives) {
            if (each.name().equals(name) && each.argument(argument) instanceof Value.StringValue(String text)) {
                return text;
            }
        }
        return null;
    }

    private static IllegalStateException unknown(String field) {
        return new IllegalStateException("Introspection has no field " + field);
    }
}
