package io.asyncflow.gateway.server.engine;

import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.supergraph.Supergraph;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told, a word each. */
final class Told implements GraphRecord {

    final List<String> words = new CopyOnWriteArrayList<>();

    @Override
    public void served(Supergraph supergraph, String origin) {
        words.add("served " + origin);
    }

    @Override
    public void refused(String why, String origin) {
        words.add("refused " + origin);
    }

    @Override
    public void confirmed(String origin) {
        words.add("confirmed " + origin);
    }

    @Override
    public void planned(Plan plan, long nanos) {
        words.add("planned");
    }

    long plans() {
        return words.stream().filter("planned"::equals).count();
    }
}
