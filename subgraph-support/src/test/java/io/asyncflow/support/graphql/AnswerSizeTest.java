package io.asyncflow.support.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.CoercedVariables;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerSizeTest {

    private static final int LIMIT = 1_000_000;
    private static final GraphQLSchema SCHEMA =
            new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse("""
                    type Query {
                      name: String
                      byIds(ids: [ID!]!): [Thing]
                      things(first: Int, last: Int): Things
                    }
                    type Things { nodes: [Thing!]! }
                    type Thing { name: String things(first: Int = 50): Things }"""), RuntimeWiring.MOCKED_WIRING);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ name } | 1",
                "{ a: name b: name } | 2",
                "{ things(first: 10) { nodes { name } } } | 21",
                "{ things(last: 10) { nodes { name } } } | 21",
                "{ things { nodes { name } } } | 41",
                "{ things(first: 10) { nodes { things { nodes { name } } } } } | 1021",
                "{ byIds(ids: [1, 2, 3]) { name } } | 4",
                "{ things(first: -5) { nodes { name } } } | 3",
                "{ things(first: 2147483647) { nodes { name } } } | 501",
            })
    void countsWhatFullPagesWouldHold(String document, int size) {
        assertThat(size(document, Map.of())).isEqualTo(size);
    }

    @Test
    void readsSizesFromVariables() {
        assertThat(size("query($n: Int) { things(first: $n) { nodes { name } } }", Map.of("n", 100)))
                .isEqualTo(201);
    }

    @Test
    void doesNotOverflow() {
        var document = new StringBuilder("{");
        for (int i = 0; i < 1000; i++) {
            document.append(" f").append(i).append(": things(first: 250) { ...Many }");
        }
        String nested = "things(first: 250) { nodes { ".repeat(4) + "name" + " } }".repeat(4);
        document.append(" } fragment Many on Things { nodes { ").append(nested);
        assertThat(size(document.append(" } }").toString(), Map.of())).isGreaterThan(LIMIT);
    }

    private static int size(String document, Map<String, Object> variables) {
        return QueryComplexityCalculator.newCalculator()
                .schema(SCHEMA)
                .document(new Parser().parseDocument(document))
                .variables(CoercedVariables.of(variables))
                .fieldComplexityCalculator(new AnswerSize(LIMIT))
                .build()
                .calculate();
    }
}
