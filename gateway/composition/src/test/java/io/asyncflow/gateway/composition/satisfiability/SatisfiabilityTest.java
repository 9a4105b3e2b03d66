package io.asyncflow.gateway.composition.satisfiability;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.HintCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class SatisfiabilityTest {

    @Test
    void showsTheShortestQueryThatCannotBeAnswered() {
        Satisfaction satisfaction = check("""
                type Query @join__type(graph: A) @join__type(graph: B) {
                  far: Far @join__field(graph: A)
                  near(id: ID!, n: Int): Item @join__field(graph: A)
                }
                type Far @join__type(graph: A) { item: Item }
                type Item @join__type(graph: A) @join__type(graph: B) {
                  id: ID!
                  price: Int @join__field(graph: B)
                }
                """);

        assertThat(codes(satisfaction)).containsExactly(ErrorCode.SATISFIABILITY_ERROR);
        assertThat(satisfaction.problems().getFirst().message()).isEqualTo("""
                No subgraphs can answer this query:
                {
                  near(id: "some id") {
                    price
                  }
                }
                - in subgraph "a",
                  - there is no field "Item.price"
                  - there is no way to subgraph "b", which has "Item.price": "Item" has no @key there
                Resolve "Item.price" in "a" too (@shareable), or give "Item" a resolvable @key in "b" whose fields "a" \
                can fetch.""");
    }

    @Test
    void chainsKeys() {
        String types = """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) {
                  item: Item @join__field(graph: A)
                }
                type Item @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: B, key: "sku")
                  @join__type(graph: C, key: "sku") {
                  id: ID! @join__field(graph: A) @join__field(graph: B)
                  sku: ID! @join__field(graph: B) @join__field(graph: C)
                  price: Int @join__field(graph: C)
                }
                """;

        assertThat(codes(check(types))).isEmpty();
        assertThat(messages(
                        check(types.replace("(graph: B, key: \"id\")", "(graph: B, key: \"id\", resolvable: false)"))))
                .allMatch(message -> message.contains(
                        "the key \"sku\" of \"Item\" does not lead to subgraph \"c\": \"sku\" cannot be fetched"));
    }

    @Test
    void fetchesNestedKeysThroughThirdSubgraphs() {
        String types = """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) {
                  item: Item @join__field(graph: A)
                }
                type Item @join__type(graph: A) @join__type(graph: B, key: "maker { country }") {
                  maker: Maker
                  tax: Int @join__field(graph: B)
                }
                type Maker @join__type(graph: A, key: "id") @join__type(graph: B) @join__type(graph: C, key: "id") {
                  id: ID! @join__field(graph: A) @join__field(graph: C)
                  country: ID! @join__field(graph: B) @join__field(graph: C)
                }
                """;

        assertThat(codes(check(types))).isEmpty();
        assertThat(messages(check(types.replace(" @join__type(graph: C, key: \"id\")", " @join__type(graph: C)"))))
                .anyMatch(message -> message.contains("\"maker.country\" cannot be fetched"));
    }

    @Test
    void keepsWhatOnePathProvidesFromOthers() {
        Satisfaction satisfaction = check("""
                type Query @join__type(graph: A) @join__type(graph: B) {
                  withPrice: Item @join__field(graph: A, provides: "price")
                  without: Item @join__field(graph: A)
                }
                type Item @join__type(graph: A) @join__type(graph: B) {
                  id: ID!
                  price: Int @join__field(graph: A, external: true) @join__field(graph: B)
                }
                """);

        assertThat(messages(satisfaction))
                .singleElement()
                .asString()
                .contains("without {")
                .contains("\"Item.price\" is @external");
    }

    @Test
    void demandsAKeyToComeBackByAfterFetchingWhatIsRequired() {
        String types = """
                type Query @join__type(graph: A) @join__type(graph: B) {
                  item: Item @join__field(graph: B)
                }
                type Item @join__type(graph: A, key: "id") @join__type(graph: B%s) {
                  id: ID!
                  weight: Int @join__field(graph: A) @join__field(graph: B, external: true)
                  shipping: Int @join__field(graph: B, requires: "weight")
                }
                """;

        assertThat(codes(check(types.formatted(", key: \"id\"")))).isEmpty();
        assertThat(messages(check(types.formatted(""))))
                .singleElement()
                .asString()
                .contains("could come back");
    }

    @Test
    void refusesFieldsThatRequireEachOther() {
        Satisfaction satisfaction = check("""
                type Query @join__type(graph: A) @join__type(graph: B) {
                  item: Item @join__field(graph: A)
                }
                type Item @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  chicken: Int @join__field(graph: A, requires: "egg") @join__field(graph: B, external: true)
                  egg: Int @join__field(graph: A, external: true) @join__field(graph: B, requires: "chicken")
                }
                """);

        assertThat(messages(satisfaction)).hasSize(2).anyMatch(message -> message.contains("requires \"egg\""));
    }

    @Test
    void followsBothSidesOfAProgressiveOverride() {
        String types = """
                type Query @join__type(graph: A) @join__type(graph: B) {
                  item: Item @join__field(graph: A)
                }
                type Item @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  maker: Maker @join__field(graph: A, overrideLabel: "percent(5)")
                    @join__field(graph: B, override: "a", overrideLabel: "percent(5)")
                }
                type Maker @join__type(graph: A) @join__type(graph: B) {
                  name: String @join__field(graph: A, overrideLabel: "%1$s")
                    @join__field(graph: B, override: "a", overrideLabel: "%1$s")
                }
                """;

        assertThat(codes(check(types.formatted("percent(5)")))).isEmpty();
        assertThat(messages(check(types.formatted("percent(6)"))))
                .anyMatch(message -> message.contains("only while the @override label \"percent(6)\" is"));
    }

    @Test
    void asksAnotherSubgraphForTheTypeOfAnInterfaceObject() {
        String types = """
                type Query @join__type(graph: A) @join__type(graph: B) {
                  media: Media @join__field(graph: A)
                }
                interface Media @join__type(graph: A, key: "id", isInterfaceObject: true)
                  @join__type(graph: B, key: "id"%s) {
                  id: ID!
                  views: Int @join__field(graph: A)
                }
                type Book implements Media @join__implements(graph: B, interface: "Media")
                  @join__type(graph: B, key: "id"%1$s) {
                  id: ID!
                  views: Int @join__field
                  pages: Int @join__field(graph: B)
                }
                """;

        assertThat(codes(check(types.formatted("")))).isEmpty();
        assertThat(messages(check(types.formatted(", resolvable: false"))))
                .anyMatch(message -> message.contains("no subgraph that can tell its object type can be reached"));
    }

    @Test
    void takesEveryMutationInOneSubgraph() {
        String types = """
                type Query @join__type(graph: A) @join__type(graph: B) { up: Int @join__field(graph: A) }
                type Mutation @join__type(graph: A) @join__type(graph: B) { buy: Item }
                type Item @join__type(graph: A) @join__type(graph: B) {
                  id: ID!
                  price: Int @join__field(graph: A)
                  tax: Int %s
                }
                """;

        assertThat(codes(check(types.formatted("@join__field(graph: A)")))).isEmpty();
        assertThat(messages(check(types.formatted("@join__field(graph: B)"))))
                .singleElement()
                .asString()
                .contains("called in \"a\":", "called in \"b\":", "mutation {");
    }

    @Test
    void doesNotTakeForProvedWhatOnlyOneSubgraphOfAMutationAnswers() {
        Satisfaction satisfaction = check("""
                type Query @join__type(graph: A) @join__type(graph: B) { item: Item @join__field(graph: B) }
                type Mutation @join__type(graph: A) @join__type(graph: B) { buy: Item }
                type Item @join__type(graph: A) @join__type(graph: B) {
                  id: ID!
                  price: Int @join__field(graph: A)
                }
                """);

        assertThat(messages(satisfaction)).singleElement().asString().contains("{\n  item {\n    price");
    }

    @Test
    void findsContextsAboveTheirUse() {
        String types = """
                type Query @join__type(graph: A) {
                  shop: Shop @join__field(graph: A)
                  %s
                }
                type Shop @join__type(graph: A, key: "id") @context(name: "a__shop") {
                  id: ID!
                  currency: String
                  item: Item
                }
                type Item @join__type(graph: A, key: "id") {
                  id: ID!
                  price: Int @join__field(graph: A, contextArguments: [
                    {context: "a__shop", name: "currency", type: "String", selection: " { currency }"}])
                }
                """;

        assertThat(codes(check(types.formatted("")))).isEmpty();
        assertThat(messages(check(types.formatted("item: Item @join__field(graph: A)"))))
                .singleElement()
                .asString()
                .contains("no type above it sets the context");
    }

    @Test
    void ignoresWhatClientsCannotSee() {
        assertThat(codes(check("""
                type Query @join__type(graph: A) @join__type(graph: B) { item: Item @join__field(graph: A) }
                type Item @join__type(graph: A) @join__type(graph: B) {
                  id: ID!
                  cost: Int @join__field(graph: B) @inaccessible
                }
                """))).isEmpty();
    }

    @Test
    void comparesTheTypesOfSharedFields() {
        String types = """
                type Query @join__type(graph: A) @join__type(graph: B) { hit: Hit }
                union Hit @join__type(graph: A) @join__type(graph: B)
                  @join__unionMember(graph: A, member: "Book") @join__unionMember(graph: B, member: "Film") %s
                  = Book | Film
                type Book @join__type(graph: A) @join__type(graph: B) { id: ID! }
                type Film @join__type(graph: A) @join__type(graph: B) { id: ID! }
                """;

        assertThat(codes(check(types.formatted("")))).containsExactly(ErrorCode.SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES);
        Satisfaction overlapping = check(types.formatted("@join__unionMember(graph: B, member: \"Book\")"));
        assertThat(overlapping.problems()).isEmpty();
        assertThat(overlapping.hints())
                .extracting("code")
                .containsExactly(HintCode.INCONSISTENT_RUNTIME_TYPES_FOR_SHAREABLE_RETURN);
    }

    private static Satisfaction check(String types) {
        return Satisfiability.check(Supergraphs.of(types));
    }

    private static List<ErrorCode> codes(Satisfaction satisfaction) {
        return satisfaction.problems().stream().map(problem -> problem.code()).toList();
    }

    private static List<String> messages(Satisfaction satisfaction) {
        return satisfaction.problems().stream()
                .map(problem -> problem.message())
                .toList();
    }
}
