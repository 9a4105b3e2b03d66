package io.asyncflow.gateway.planner.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.Parser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private static final Operations OPERATIONS = Operations.of(Graphs.joins("""
            type Query { a(x: Int): Int b: Int hidden: Int @inaccessible }
            type Mutation { a: Int }
            """));

    private static final String TWO = "query A { a } mutation B { a }";

    @Test
    void takesTheOnlyOperation() {
        assertThat(read("query A { a }", null).name()).isEqualTo("A");
        assertThat(read("query A { a }", "A").text()).isEqualTo("query A {\n  a\n}");
    }

    @Test
    void takesTheOperationOfTheName() {
        assertThat(read(TWO, "B").text()).isEqualTo("mutation B {\n  a\n}");
    }

    @Test
    void asksForANameAmongSeveral() {
        assertThat(refused(TWO, null))
                .containsExactly(
                        "OPERATION_RESOLUTION_FAILURE The document has several operations; say in operationName"
                                + " which one to execute: A, B.");
    }

    @Test
    void tellsTheNamesThereAre() {
        assertThat(refused(TWO, "C"))
                .containsExactly(
                        "OPERATION_RESOLUTION_FAILURE The document has no operation C; give operationName one of its"
                                + " names: A, B.");
        assertThat(refused("{ a }", "C"))
                .containsExactly(
                        "OPERATION_RESOLUTION_FAILURE The document has no operation C; give operationName one of its"
                                + " names, or leave it out.");
    }

    @Test
    void needsAnOperation() {
        assertThat(refused("fragment F on Query { a }", null))
                .containsExactly(
                        "OPERATION_RESOLUTION_FAILURE The document has no operation; add a query, mutation or subscription.");
    }

    @Test
    void hidesWhatClientsCannotSee() {
        assertThat(refused("{ hidden }", null))
                .containsExactly("GRAPHQL_VALIDATION_FAILED There is no field hidden on Query.");
    }

    @Test
    void reportsAllThatIsWrong() {
        assertThat(refused("query A { c } query A { a { x } }", "A")).hasSize(3);
    }

    @Test
    void givesOperationsThatDifferInLiteralsOneText() {
        Operation one = read("{ a(x: 1) }", null);
        Operation other = read("{ a(x: 2) }", null);
        assertThat(one.text()).isEqualTo(other.text()).isEqualTo("query ($_0: Int) {\n  a(x: $_0)\n}");
        assertThat(one.literals()).isNotEqualTo(other.literals());
    }

    private static Operation read(String text, @Nullable String name) {
        return OPERATIONS.read(Parser.parse(text), name, _ -> true);
    }

    private static List<String> refused(String text, @Nullable String name) {
        Document document = Parser.parse(text);
        OperationException refused =
                catchThrowableOfType(OperationException.class, () -> OPERATIONS.read(document, name, _ -> true));
        return refused.problems().stream()
                .map(problem -> problem.code() + " " + problem.message())
                .toList();
    }
}
