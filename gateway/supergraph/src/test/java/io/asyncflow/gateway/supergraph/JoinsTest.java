package io.asyncflow.gateway.supergraph;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.language.Printer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JoinsTest {

    private final Joins joins = joins("shop");
    private final Graph accounts = graph("accounts");
    private final Graph catalog = graph("catalog");
    private final Graph reviews = graph("reviews");
    private final Graph stock = graph("stock-2");

    @Test
    void knowsTheGraphsOfAType() {
        assertThat(joins.graphs("Product")).containsExactly(accounts, catalog, stock);
        assertThat(joins.defines(catalog, "Brand")).isTrue();
        assertThat(joins.defines(stock, "Brand")).isFalse();
        assertThat(joins.graphs("Nothing")).isEmpty();
    }

    @Test
    void tellsKeysThatCanBeEnteredFromOthers() {
        assertThat(keys(joins.keys("Product", catalog))).containsExactly("id", "sku brand { id }");
        assertThat(joins.keys("Product", accounts)).isEmpty();
        assertThat(keys(joins.allKeys("Product", accounts))).containsExactly("sku");
    }

    @Test
    void spellsOutWhatIsInEveryGraph() {
        assertThat(graphs(joins.resolving("Money", "amount"))).containsExactly(catalog, stock);
        assertThat(joins.join("Money", "amount", stock)).isEqualTo(FieldJoin.in(stock));
        assertThat(joins.join("Money", "amount", reviews)).isNull();
    }

    @Test
    void leavesOutWhoOnlyNamesAField() {
        assertThat(graphs(joins.joins("Product", "price"))).containsExactly(catalog, stock);
        assertThat(graphs(joins.resolving("Product", "price"))).containsExactly(catalog);
    }

    @Test
    void keepsBothSidesOfAProgressiveOverrideButOneOfAFinishedOne() {
        assertThat(graphs(joins.resolving("Product", "weight"))).containsExactly(catalog, stock);
        assertThat(joins.resolving("Product", "weight")).allMatch(FieldJoin::conditional);
        assertThat(graphs(joins.resolving("Product", "size"))).containsExactly(catalog);
    }

    @Test
    void tellsTheTypeAFieldHasInAGraph() {
        assertThat(joins.typeOf("Product", "price", catalog)).hasToString("Money!");
        assertThat(joins.typeOf("Product", "price", stock)).hasToString("Money");
        assertThat(joins.typeOf("Product", "price", reviews)).isNull();
        assertThat(joins.join("Page", "order", stock)).isNull();
    }

    @Test
    void knowsThePossibleTypesByGraph() {
        assertThat(joins.possibleTypes("Found")).containsExactly("Product", "Brand", "Draft");
        assertThat(joins.possibleTypes("Found", stock)).containsExactly("Product");
        assertThat(joins.possibleTypes("Node")).containsExactly("Product");
        assertThat(joins.possibleTypes("Node", catalog)).containsExactly("Product");
        assertThat(joins.possibleTypes("Node", reviews)).isEmpty();
        assertThat(joins.possibleTypes("Brand", catalog)).containsExactly("Brand");
        assertThat(joins.possibleTypes("Decimal")).isEmpty();
    }

    @Test
    void findsFieldsByWayOfInterfaceObjects() {
        assertThat(joins.isInterfaceObject("Node", reviews)).isTrue();
        assertThat(joins.resolving("Product", "rating")).isEmpty();
        Joins.InterfaceObjectField rating =
                joins.interfaceObjectFields("Product", "rating").getFirst();
        assertThat(rating.interfaceName()).isEqualTo("Node");
        assertThat(rating.graph()).isEqualTo(reviews);
        assertThat(joins.interfaceObjectFields("Product", "sku")).isEmpty();
    }

    @Test
    void listsTheFieldsOfATypeInAGraph() {
        assertThat(joins.fields("Node", reviews)).extracting(Field::name).containsExactly("id", "rating");
        assertThat(joins.fields("Product", stock))
                .extracting(Field::name)
                .containsExactly("id", "price", "weight", "size", "shipping");
    }

    @Test
    void readsFederationOneAsIfItHadSaidAll() {
        Joins first = joins("first-join");
        Graph books = requireNonNull(first.graph("books"));
        Graph reviews = requireNonNull(first.graph("reviews"));
        assertThat(graphs(first.resolving("Book", "isbn"))).containsExactly(books, reviews);
        assertThat(graphs(first.resolving("Review", "author"))).containsExactly(reviews);
        assertThat(requireNonNull(first.join("Review", "text", books)).external())
                .isTrue();
        assertThat(requireNonNull(first.join("Book", "pages", reviews)).external())
                .isTrue();
        assertThat(first.graphs("Shelf")).containsExactly(books);
        assertThat(first.graphs("Kind")).containsExactly(books, reviews);
        assertThat(first.possibleTypes("Result", reviews)).containsExactly("Book", "Magazine", "Author");
    }

    private Graph graph(String name) {
        return requireNonNull(joins.graph(name));
    }

    private static Joins joins(String name) {
        return Joins.of(
                SupergraphReader.read(Goldens.read(Path.of("src/test/resources/printed", name, "supergraph.graphql"))));
    }

    private static Stream<String> keys(List<FieldSet> keys) {
        return keys.stream().map(key -> Printer.print(key.selections()));
    }

    private static Stream<Graph> graphs(List<FieldJoin> joins) {
        return joins.stream().map(FieldJoin::graph);
    }
}
