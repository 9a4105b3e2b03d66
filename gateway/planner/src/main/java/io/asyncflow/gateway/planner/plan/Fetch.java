package io.asyncflow.gateway.planner.plan;

import io.asyncflow.gateway.planner.operation.Condition;
import io.asyncflow.gateway.supergraph.Graph;
import java.util.List;

/** One request to one subgraph. It waits for its parents and for nothing else. */
public sealed interface Fetch {

    int id();

    Graph graph();

    /** The fetches whose answers it needs, or (in a mutation) that must be over. */
    List<Integer> parents();

    /** All must hold, or nothing is asked and nothing is written. */
    List<Condition> conditions();

    /** The deferral that it works for, or 0 for the first answer. */
    int deferral();

    Request request();

    /**
     * Fields of a root type.
     *
     * @param path where the root type's object is: empty, or the way to a field that leads back to a root type
     */
    record Root(
            int id,
            Graph graph,
            List<Integer> parents,
            List<Condition> conditions,
            int deferral,
            Path path,
            Request request)
            implements Fetch {

        public Root {
            parents = List.copyOf(parents);
            conditions = List.copyOf(conditions);
        }
    }

    /** The source of a subscription's events; all other fetches run once for each event. */
    record Subscription(int id, Graph graph, Request request) implements Fetch {

        @Override
        public List<Integer> parents() {
            return List.of();
        }

        @Override
        public List<Condition> conditions() {
            return List.of();
        }

        @Override
        public int deferral() {
            return 0;
        }
    }

    /** Entities by their keys; several lookups are batched into the one request. */
    record Entities(
            int id,
            Graph graph,
            List<Integer> parents,
            List<Condition> conditions,
            int deferral,
            List<Lookup> lookups,
            Request request)
            implements Fetch {

        public Entities {
            parents = List.copyOf(parents);
            conditions = List.copyOf(conditions);
            lookups = List.copyOf(lookups);
        }
    }
}
