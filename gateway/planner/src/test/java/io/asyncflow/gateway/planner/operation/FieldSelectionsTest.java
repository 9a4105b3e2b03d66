package io.asyncflow.gateway.planner.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncflow.gateway.composition.Composer;
import io.asyncflow.gateway.composition.Composition.Composed;
import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.supergraph.Joins;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldSelectionsTest {

    private static final FieldSelections SELECTIONS = FieldSelections.of(Joins.of(supergraph()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cat     | id id owner { id } owner { name }            | id owner { id name }
            Cat     | ... { id ... on Cat { name } }               | id name
            Cat     | ... on Pet { name ... on Cat { lives } }     | name lives
            Cat     | id ... on Dog { name }                       | id
            Cat     | __typename size(in: "cm")                    | __typename size(in: "cm")
            Cat     | secret                                       | secret
            Pet     | name ... on Cat { lives } ... on Cat { id }  | name ... on Cat { lives id }
            Pet     | name ... on Cat { name lives }               | name ... on Cat { lives }
            Pet     | ... on Cat { name lives } name               | ... on Cat { name lives } name
            Pet     | ... on Named { name ... on Cat { lives } }   | name ... on Cat { lives }
            Pet     | ... on Clawed { claws ... on Cat { lives } } | ... on Clawed { claws } ... on Cat { lives }
            Pet     | ... on Clawed { ... on Pet { name } }        | ... on Clawed { name }
            Pet     | ... on Any { ... on Cat { lives } }          | ... on Cat { lives }
            Pet     | ... on Big { id }                            | ... on Dog { id }
            Pet     | lives                                        | ... on Cat { lives }
            Any     | ... on Pet { name } __typename               | ... on Cat { name } ... on Dog { name } __typename
            Any     | ... on Stone { id } ... on Pet { ... on Big { name } } | ... on Stone { id } ... on Dog { name }
            Clawed  | ... on Big { name id }                       | ... on Dog { name id }
            Clawed  | ... on Wild { name }                         | ... on Wild { name }
            """)
    void flattensFieldSets(String type, String fields, String expected) {
        assertThat(Texts.of(SELECTIONS.on(type, selections(fields)))).isEqualTo(expected);
    }

    @Test
    void refusesTypesWithoutFields() {
        assertThatThrownBy(() -> SELECTIONS.on("Int", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Int");
    }

    private static List<io.asyncflow.gateway.language.Selection> selections(String fields) {
        Document document = Parser.parse("{" + fields + "}");
        return ((OperationDefinition) document.definitions().getFirst()).selections();
    }

    private static io.asyncflow.gateway.supergraph.Supergraph supergraph() {
        String sdl = """
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.8", import: ["@inaccessible"])
                type Query { any: Any pet: Pet clawed: Clawed big: Big wild: Wild }
                interface Named { name: String }
                interface Pet implements Named { name: String }
                interface Clawed implements Named & Pet { name: String claws: Int }
                interface Wild { name: String }
                type Cat implements Named & Pet & Clawed & Wild {
                  id: ID name: String claws: Int lives: Int owner: Owner size(in: String): Int secret: Int @inaccessible
                }
                type Dog implements Named & Pet & Clawed & Wild { id: ID name: String claws: Int }
                type Fish implements Named & Pet { id: ID name: String }
                type Stone { id: ID }
                type Owner { id: ID name: String }
                union Any = Cat | Dog | Stone
                union Big = Dog | Stone
                """;
        return ((Composed) Composer.compose(List.of(new Subgraph("a", "http://a", sdl)))).supergraph();
    }
}
