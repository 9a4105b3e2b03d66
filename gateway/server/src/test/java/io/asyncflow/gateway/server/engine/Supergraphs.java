package io.asyncflow.gateway.server.engine;

import io.asyncflow.gateway.composition.Composer;
import io.asyncflow.gateway.composition.Composition;
import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.supergraph.SupergraphPrinter;
import java.util.List;

/** Supergraphs of two subgraphs: the products' names, and their prices. */
final class Supergraphs {

    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.9\", import: [\"@key\"])\n";

    static final String FIRST = with("");
    static final String SECOND = with("colour: String");

    private Supergraphs() {}

    private static String with(String more) {
        Composition composed = Composer.compose(List.of(
                subgraph("names", """
                        type Query {
                          product(id: ID = "1"): Product
                          product2: Product
                        }
                        type Mutation { rename(name: String!): Product }
                        type Subscription { renamed: Product }
                        type Product @key(fields: "id") { id: ID! name: String %s }
                        """.formatted(more)),
                subgraph("prices", "type Product @key(fields: \"id\") { id: ID! price: Int }")));
        return SupergraphPrinter.print(((Composition.Composed) composed).supergraph());
    }

    private static Subgraph subgraph(String name, String sdl) {
        return new Subgraph(name, "http://" + name, LINK + sdl);
    }
}
