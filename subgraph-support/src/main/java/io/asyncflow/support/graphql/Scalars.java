package io.asyncflow.support.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The scalars that our schemas declare beyond GraphQL's own. */
final class Scalars {

    private static final int LONGEST_DECIMAL = 40;

    private Scalars() {}

    static List<GraphQLScalarType> all() {
        return List.of(
                text(
                        "DateTime",
                        Instant.class,
                        text -> OffsetDateTime.parse(text).toInstant(),
                        Instant::toString),
                text("Decimal", BigDecimal.class, Scalars::decimal, BigDecimal::toPlainString),
                text("URL", URI.class, URI::create, URI::toString),
                text("HTML", String.class, Function.identity(), Function.identity()),
                GraphQLScalarType.newScalar().name("JSON").coercing(new Json()).build());
    }

    private static BigDecimal decimal(String text) {
        // 1e999999999 is short to write and long to print.
        if (text.length() > LONGEST_DECIMAL || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            throw new IllegalArgumentException("a plain decimal number is expected");
        }
        return new BigDecimal(text);
    }

    private static <T> GraphQLScalarType text(
            String name, Class<T> type, Function<String, T> parse, Function<T, String> print) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new Text<>(name, type, parse, print))
                .build();
    }

    /** A value that travels as a string. */
    private record Text<T>(String name, Class<T> type, Function<String, T> parse, Function<T, String> print)
            implements Coercing<T, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            if (type.isInstance(value)) {
                return print.apply(type.cast(value));
            }
            throw new CoercingSerializeException(
                    name + " cannot be made of a " + value.getClass().getName());
        }

        @Override
        public T parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                // Clients also send decimals as JSON numbers.
                return parse.apply(input instanceof Number ? input.toString() : (String) input);
            } catch (ClassCastException | IllegalArgumentException | DateTimeException malformed) {
                throw new CoercingParseValueException(complaint());
            }
        }

        @Override
        public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            String literal = switch (input) {
                case StringValue string -> Objects.requireNonNull(string.getValue());
                case IntValue number
                when type == BigDecimal.class -> number.getValue().toString();
                case FloatValue number
                when type == BigDecimal.class -> number.getValue().toPlainString();
                default -> throw new CoercingParseLiteralException(complaint());
            };
            try {
                return parse.apply(literal);
            } catch (IllegalArgumentException | DateTimeException malformed) {
                throw new CoercingParseLiteralException(complaint());
            }
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return StringValue.of(type.isInstance(input) ? print.apply(type.cast(input)) : input.toString());
        }

        private String complaint() {
            return switch (name) {
                case "DateTime" -> "A DateTime must look like 2026-11-20T09:30:00Z";
                case "Decimal" -> "A Decimal must look like 12.34 and have at most " + LONGEST_DECIMAL + " digits";
                default -> "Not a valid " + name;
            };
        }
    }

    /** Any JSON value, as it is. */
    private static final class Json implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return input;
        }

        @Override
        public @Nullable Object parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return plain(input, variables);
        }

        private static @Nullable Object plain(Value<?> value, CoercedVariables variables) {
            return switch (value) {
                case NullValue _ -> null;
                case StringValue string -> string.getValue();
                case BooleanValue bool -> bool.isValue();
                case IntValue number -> number.getValue();
                case FloatValue number -> number.getValue();
                case VariableReference reference -> variables.get(reference.getName());
                case ArrayValue array ->
                    array.getValues().stream()
                            .map(item -> plain(item, variables))
                            .toList();
                case ObjectValue object -> {
                    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                    object.getObjectFields()
                            .forEach(field -> fields.put(field.getName(), plain(field.getValue(), variables)));
                    yield fields;
                }
                default -> throw new CoercingParseLiteralException("Not a JSON value");
            };
        }
    }
}
