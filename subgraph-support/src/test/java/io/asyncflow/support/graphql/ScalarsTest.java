package io.asyncflow.support.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Field;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.parser.Parser;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {

    private static final GraphQLContext CONTEXT = GraphQLContext.getDefault();

    @Test
    void printsDecimalsWithoutExponent() {
        assertThat(scalar("Decimal").serialize(new BigDecimal("1E+3"), CONTEXT, Locale.ROOT))
                .isEqualTo("1000");
    }

    @Test
    void readsDecimalsFromStringsAndNumbers() {
        assertThat(value("Decimal", "12.50")).isEqualTo(new BigDecimal("12.50"));
        assertThat(value("Decimal", 12.5)).isEqualTo(new BigDecimal("12.5"));
        assertThat(literal("Decimal", FloatValue.of(12.5))).isEqualTo(new BigDecimal("12.5"));
        assertThat(literal("Decimal", IntValue.of(12))).isEqualTo(new BigDecimal("12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1e999999999", "1E5", "0x10", "12345678901234567890123456789012345678901"})
    void refusesWhatIsNoPlainDecimal(String text) {
        assertThatThrownBy(() -> value("Decimal", text)).isInstanceOf(CoercingParseValueException.class);
        assertThatThrownBy(() -> literal("Decimal", StringValue.of(text)))
                .isInstanceOf(CoercingParseLiteralException.class);
    }

    @Test
    void readsTimesInAnyOffset() {
        assertThat(value("DateTime", "2026-11-20T18:30:00+09:00")).isEqualTo(Instant.parse("2026-11-20T09:30:00Z"));
        assertThat(scalar("DateTime").serialize(Instant.EPOCH, CONTEXT, Locale.ROOT))
                .isEqualTo("1970-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-20", "yesterday", "2026-13-01T00:00:00Z"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> value("DateTime", text)).isInstanceOf(CoercingParseValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DateTime", "URL", "HTML"})
    void refusesValuesThatAreNoText(String scalar) {
        assertThatThrownBy(() -> value(scalar, Map.of())).isInstanceOf(CoercingParseValueException.class);
    }

    @Test
    void takesAnyJsonLiteral() {
        assertThat(literal("JSON", argument("{a: [1, null, $v], b: {c: true, d: \"x\"}}")))
                .asString()
                .contains("a=[1, null, 7]", "c=true", "d=x");
    }

    private static Value<?> argument(String literal) {
        var document = Parser.parse("query($v: Int) { field(argument: " + literal + ") }");
        var operation = document.getDefinitionsOfType(OperationDefinition.class).getFirst();
        return ((Field) operation.getSelectionSet().getSelections().getFirst())
                .getArguments()
                .getFirst()
                .getValue();
    }

    private static @Nullable Object value(String scalar, Object input) {
        return scalar(scalar).parseValue(input, CONTEXT, Locale.ROOT);
    }

    private static @Nullable Object literal(String scalar, Value<?> input) {
        return scalar(scalar).parseLiteral(input, CoercedVariables.of(Map.of("v", 7)), CONTEXT, Locale.ROOT);
    }

    private static Coercing<?, ?> scalar(String name) {
        return Scalars.all().stream()
                .filter(scalar -> scalar.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getCoercing();
    }
}
