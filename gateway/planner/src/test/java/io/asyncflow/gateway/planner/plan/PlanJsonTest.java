package io.asyncflow.gateway.planner.plan;

import static io.asyncflow.gateway.planner.plan.Plans.CATALOG;
import static io.asyncflow.gateway.planner.plan.Plans.NOTHING;
import static io.asyncflow.gateway.planner.plan.Plans.STOCK;
import static io.asyncflow.gateway.planner.plan.Plans.TEXT;
import static io.asyncflow.gateway.planner.plan.Plans.input;
import static io.asyncflow.gateway.planner.plan.Plans.path;
import static io.asyncflow.gateway.planner.plan.Plans.plan;
import static io.asyncflow.gateway.planner.plan.Plans.representation;
import static io.asyncflow.gateway.planner.plan.Plans.request;
import static io.asyncflow.gateway.planner.plan.Plans.segment;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.planner.operation.Condition;
import io.asyncflow.gateway.planner.plan.Lookup.ContextValue;
import io.asyncflow.gateway.planner.plan.Shape.Entry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanJsonTest {

    @Test
    void tellsAllOfAFetch() {
        var lookup = new Lookup(
                "_entities",
                "r",
                path(segment("products", 1, "Book")),
                List.of(representation(List.of("Book"), "Product", input("id"))),
                List.of(new ContextValue("c", 1, List.of("Book"), List.of("a", "b"))));
        var fetch = new Fetch.Entities(
                2,
                STOCK,
                List.of(1),
                List.of(new Condition("all", false)),
                3,
                List.of(lookup),
                request("query ($r: [_Any!]!, $n: Int) { _entities(representations: $r) { stock(n: $n) } }", "n"));

        assertThat(PlanJson.of(plan(NOTHING, fetch)).get("fetches"))
                .hasToString("[{id=2, kind=entities, subgraph=stock, parents=[1],"
                        + " conditions=[{variable=all, expected=false}], deferral=3,"
                        + " lookups=[{key=_entities, variable=r, path=[{types=[Book], key=products, lists=1}],"
                        + " representations=[{types=[Book], typename=Product,"
                        + " inputs=[{name=id, from=id, types=[], inputs=[]}]}],"
                        + " contexts=[{variable=c, depth=1, types=[Book], value=[a, b]}]}],"
                        + " document=query ($r: [_Any!]!, $n: Int) { _entities(representations: $r) { stock(n: $n) } },"
                        + " variables=[n]}]");
    }

    @Test
    void tellsTheKindsOfFetchesApart() {
        var subscription = new Fetch.Subscription(1, STOCK, request("subscription { stock }"));
        var root = new Fetch.Root(2, CATALOG, List.of(1), List.of(), 0, Path.ROOT, request("{ a }"));

        assertThat(PlanJson.of(plan(NOTHING, subscription, root)).get("fetches"))
                .hasToString("[{id=1, kind=subscription, subgraph=stock, parents=[], conditions=[], deferral=0,"
                        + " document=subscription { stock }, variables=[]},"
                        + " {id=2, kind=root, subgraph=catalog, parents=[1], conditions=[], deferral=0, path=[],"
                        + " document={ a }, variables=[]}]");
    }

    @Test
    void tellsHowTheAnswerIsReadAndWhatComesLater() {
        var name = new Entry("name", "name_1", List.of("Book"), List.of(new Condition("n", true)), TEXT, null);
        var book = new Shape("Book", "__typename", List.of(name));
        var shape = new Shape(null, null, List.of(new Entry("book", "book", List.of(), List.of(), TEXT, book)));
        var json = PlanJson.of(plan(shape, List.of(new Deferred(1, 0, 0, "later", path(segment("book", 0)), NOTHING))));

        assertThat(json.get("shape"))
                .hasToString("{entries=[{key=book, from=book, types=[], conditions=[], type=String,"
                        + " shape={type=Book, typename=__typename, entries=[{key=name, from=name_1, types=[Book],"
                        + " conditions=[{variable=n, expected=true}], type=String}]}}]}");
        assertThat(json.get("deferred"))
                .hasToString("[{id=1, parent=0, within=0, label=later, path=[{types=[], key=book, lists=0}],"
                        + " shape={entries=[]}}]");
        assertThat(json).containsEntry("type", "query").containsEntry("work", Map.of("steps", 7L, "greedy", false));
    }
}
