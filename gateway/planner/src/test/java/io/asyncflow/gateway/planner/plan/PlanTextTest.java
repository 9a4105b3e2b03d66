package io.asyncflow.gateway.planner.plan;

import static io.asyncflow.gateway.planner.plan.Plans.CATALOG;
import static io.asyncflow.gateway.planner.plan.Plans.NOTHING;
import static io.asyncflow.gateway.planner.plan.Plans.STOCK;
import static io.asyncflow.gateway.planner.plan.Plans.TEXT;
import static io.asyncflow.gateway.planner.plan.Plans.entities;
import static io.asyncflow.gateway.planner.plan.Plans.entry;
import static io.asyncflow.gateway.planner.plan.Plans.input;
import static io.asyncflow.gateway.planner.plan.Plans.lookup;
import static io.asyncflow.gateway.planner.plan.Plans.path;
import static io.asyncflow.gateway.planner.plan.Plans.plan;
import static io.asyncflow.gateway.planner.plan.Plans.representation;
import static io.asyncflow.gateway.planner.plan.Plans.request;
import static io.asyncflow.gateway.planner.plan.Plans.root;
import static io.asyncflow.gateway.planner.plan.Plans.segment;
import static io.asyncflow.gateway.planner.plan.Plans.shape;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.planner.operation.Condition;
import io.asyncflow.gateway.planner.operation.KeyOrder;
import io.asyncflow.gateway.planner.operation.Selected;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import io.asyncflow.gateway.planner.plan.Lookup.ContextValue;
import io.asyncflow.gateway.planner.plan.Lookup.Input;
import io.asyncflow.gateway.planner.plan.Shape.Entry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTextTest {

    private static final String ASK = "query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }";
    private static final TypeRef PRODUCTS = new TypeRef.NonNullType(new TypeRef.ListType(TypeRef.named("Product")));

    @Test
    void printsWhoIsAskedWhenAndForWhat() {
        var products =
                lookup("_entities", path(segment("products", 1)), representation(List.of(), "Product", input("id")));
        var conditions = List.of(new Condition("all", true), new Condition("fast", false));
        var again = new Fetch.Root(
                3,
                CATALOG,
                List.of(1, 2),
                List.of(),
                2,
                path(segment("products", 1), segment("query", 0, "Book", "Film")),
                request("query Again($a: Int = 1) { again(a: $a) }", "a"));

        assertThat(PlanText.print(plan(
                        NOTHING, root("{ products { __typename id } }"), entities(conditions, ASK, products), again)))
                .isEqualTo("""
                        query: 3 fetches, 3 deep

                        1 catalog
                            { products { __typename id } }

                        2 stock after 1 if $all and not $fast
                          at products@: Product { id }
                            query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }

                        3 catalog after 1, 2 deferred 2
                          at products@.|Book|Film.query
                            query Again($a: Int = 1) { again(a: $a) }
                        """);
    }

    @Test
    void printsHowAnObjectBecomesItsRepresentation() {
        var renamed = new Input("weight", "weight_1", List.of("Book"), List.of());
        var some = new Input("length", "length", List.of("Film"), List.of());
        var several = lookup(
                "_entities",
                path(segment("products", 1)),
                representation(List.of("Book"), "Book", input("seller", input("id")), renamed),
                representation(List.of("Film", "Song"), "Media", input("id"), some));

        assertThat(PlanText.print(plan(NOTHING, entities(List.of(), ASK, several))))
                .contains("""
                  at products@
                    |Book { seller { id } weight: weight_1 }
                    |Film|Song as Media { id |Film.length }
                """);
    }

    @Test
    void namesTheLookupsOfABatchedRequest() {
        var first = lookup("a", path(segment("a", 0)), representation(List.of(), "A", input("id")));
        var second = lookup("b", path(segment("b", 2)), representation(List.of(), "B", input("id")));

        assertThat(PlanText.print(plan(NOTHING, entities(List.of(), ASK, first, second))))
                .contains("""
                  a at a: A { id }
                  b at b@@: B { id }
                """);
    }

    @Test
    void printsWhereContextsComeFrom() {
        var lookup = new Lookup(
                "_entities",
                "r",
                path(segment("shop", 0), segment("products", 1)),
                List.of(representation(List.of(), "Product", input("id"))),
                List.of(
                        new ContextValue("currency", 1, List.of("Shop"), List.of("settings", "currency")),
                        new ContextValue("language", 0, List.of(), List.of("language"))));

        assertThat(PlanText.print(plan(NOTHING, entities(List.of(), ASK, lookup))))
                .contains("""
                  at shop.products@: Product { id }
                    $currency from shop / |Shop.settings.currency
                    $language from / language
                """);
    }

    @Test
    void breaksLinesOnlyWhereTheyGetLong() {
        String leaves = IntStream.range(0, 30).mapToObj(i -> "field" + i).collect(Collectors.joining(" "));

        assertThat(PlanText.print(plan(
                        NOTHING,
                        root("query A($a: Int) @b { short { a b } long(a: $a) { " + leaves
                                + " ... on Book { last { a } } } x }"))))
                .contains("""
                        1 catalog
                            query A($a: Int) @b {
                              short { a b }
                              long(a: $a) {
                                field0 field1 field2 field3 field4 field5 field6 field7 field8 field9 field10 field11 field12
                                field13 field14 field15 field16 field17 field18 field19 field20 field21 field22 field23 field24
                                field25 field26 field27 field28 field29
                                ... on Book { last { a } }
                              }
                              x
                            }
                        """);
    }

    @Test
    void keepsQuietAboutAnAnswerThatIsReadAsItIsNamed() {
        var shape = shape(entry("products", PRODUCTS, shape(entry("title", TEXT, null))));

        assertThat(PlanText.print(plan(shape, root("{ products { title } }")))).isEqualTo("""
                query: 1 fetch

                1 catalog
                    { products { title } }
                """);
    }

    @Test
    void printsWhereTheAnswerIsReadOtherwise() {
        var title = new Entry("title", "title_1", List.of("Book"), List.of(), TEXT, null);
        var price = new Entry("price", "price", List.of(), List.of(new Condition("p", true)), TEXT, null);
        var product = new Shape(null, "__typename_1", List.of(title, entry("id", TEXT, null), price));
        var products = new Entry("products", "products_1", List.of(), List.of(), PRODUCTS, product);

        assertThat(PlanText.print(plan(shape(products), List.of()))).isEqualTo("""
                query: no fetch

                answer { products: products_1 }
                answer products@ { types by __typename_1 title: |Book.title_1 price @include($p) }
                """);
    }

    @Test
    void printsWhatComesLater() {
        var reviews = new Entry("reviews", "reviews_1", List.of(), List.of(), TEXT, shape(entry("body", TEXT, null)));
        var deferred = List.of(
                new Deferred(1, 0, 0, null, Path.ROOT, shape(reviews)),
                new Deferred(2, 1, 1, "slow", path(segment("reviews", 1)), shape(entry("author", TEXT, null))));

        assertThat(PlanText.print(plan(NOTHING, deferred))).isEqualTo("""
                query: no fetch

                deferred 1
                  { reviews: reviews_1 { body } }

                deferred 2 in 1 "slow" at reviews@
                  { author }
                """);
    }

    @Test
    void printsWhatTheGatewayAnswersAndThatTheBudgetRanOut() {
        var name = new Selected.Field(
                "name", "name", List.of(), List.of(), List.of(new Condition("n", false)), null, TEXT, null);
        var schema = new Selected.Field(
                "all",
                "__schema",
                List.of(),
                List.of(),
                List.of(),
                null,
                TypeRef.named("__Schema"),
                new SelectionSet("__Schema", List.of(name)));
        var plan = new Plan(
                OperationType.SUBSCRIPTION,
                List.of(new Fetch.Subscription(1, STOCK, request("subscription { stock }"))),
                List.of(schema),
                NOTHING,
                KeyOrder.PLANNED,
                List.of(),
                new Work(1000, true));

        assertThat(PlanText.print(plan)).isEqualTo("""
                subscription: 1 fetch, greedy

                1 stock
                    subscription { stock }

                introspection { all: __schema { name @skip(if: $n) } }
                """);
    }
}
